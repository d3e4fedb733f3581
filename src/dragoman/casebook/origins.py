"""Where information entered the press: the innermost voice of each chain, counted once however often it is relayed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from dragoman.casebook.digest import Digest, Digests, Head, Speaker
from dragoman.casebook.lineage import Entry, Lineage, Told, circles_of, follow, outlet_key
from dragoman.casebook.model import Copy, Origin, Pointer, ReportOrigin
from dragoman.casebook.tables import load_tables
from dragoman.lexicon.reporting import load_reporting
from dragoman.ontology.names import fold, organization_words, plain_term
from dragoman.record import VoiceKind

_SEVERAL_CAPITALS = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")


@dataclass(slots=True)
class _Draft:
    """An origin while it is put together; ``key`` says what makes it one."""

    key: str
    name: str
    kind: VoiceKind
    named: bool
    known: bool
    country: str | None
    actor: str | None
    actors: dict[str, None] = field(default_factory=dict)
    reports: dict[str, None] = field(default_factory=dict)
    carriers: dict[str, None] = field(default_factory=dict)
    events: dict[Pointer, None] = field(default_factory=dict)

    def take(self, mention: Pointer, steps: Sequence[str]) -> None:
        """Rests an event mention on it, heard along these steps."""
        self.reports[mention.record] = None
        self.events[mention] = None
        self.carriers.update(dict.fromkeys(step for step in steps[:-1] if step != self.name))


def trace_origins(
    digests: Digests,
    actor_ids: Mapping[Pointer, str],
    names: Mapping[str, str],
    governments: Mapping[str, str],
    private: Collection[str],
    copies: list[Copy],
    happenings: Iterable[Sequence[Pointer]] = (),
) -> Lineage:
    """The origins behind all events of reports.

    The origin is the innermost voice. What is counted is where it entered the press, the first voice that is no
    outlet: what a statement quotes somebody with is still that statement's word. An outlet that a report relays and
    that is itself in the case is found by its name, so that the two are one, and its report on the same happening
    says where the chain goes on. Copied text makes the own voices of two reports one. A report that names no outlet has
    an own voice of unknown lineage, as have unnamed outlets and papers ("local media", "a report"): listed, never
    counted.

    Args:
        digests: of all reports.
        actor_ids: case actor id of every report actor.
        names: name of every case actor.
        governments: ISO code of the government a case actor is or speaks for; its voices count once.
        private: case actors of no state's sector, whose country is no interest of theirs.
        copies: pairs of reports that share text.
        happenings: the event mentions of each event that more than one report may tell.
    """
    own, outlets = _own_voices(digests.heads(), copies)
    together = [tuple(mentions) for mentions in happenings]
    followed = {mention for mentions in together for mention in mentions}
    trace = _Trace(_Tracer(actor_ids, names, own, outlets), _Interests(governments, private), own, followed)
    for record in digests:
        trace.read(record)
    for mentions in together:
        trace.follow(mentions)
    return trace.lineage()


@dataclass(frozen=True, slots=True)
class _Interests:
    """In whose interest case actors speak; both as of :func:`trace_origins`."""

    governments: Mapping[str, str]
    private: Collection[str]


class _Trace:
    """What is gathered on the way from the reports, one after the other, over what several tell, to the lineage."""

    def __init__(
        self, tracer: _Tracer, interests: _Interests, own: Mapping[str, str], followed: Collection[Pointer]
    ) -> None:
        self._tracer = tracer
        self._interests = interests
        self._own = own
        self._followed = followed
        self._told: dict[Pointer, Told] = {}  # of what several reports tell; nothing else goes on in another report
        self._ends: dict[Pointer, tuple[str, tuple[str, ...]]] = {}
        self._circles: dict[Pointer, frozenset[str]] = {}
        self._entries: dict[Pointer, Entry] = {}
        self._mains: dict[str, _Main] = {}

    def read(self, record: Digest) -> None:
        """Takes in the voice chains of one report."""
        tracer = self._tracer
        chains = {scene.key: tracer.chain(record, scene.voice) for scene in record.scenes}
        main = self._mains[record.id] = _main_entry(record, chains, tracer)
        for pointer, chain in chains.items():
            draft, steps = tracer.trace(record, chain)
            self._ends[pointer] = (draft.key, steps)
            if pointer in self._followed:
                self._told[pointer] = tracer.told(record, pointer, chain)
            elif len(chain) > 2:  # "Andina, citing Lima Daily, citing Andina"
                self._circles.update(circles_of([tracer.told(record, pointer, chain)]))
            self._entries[pointer] = self._entry(record, chain, main)

    def _entry(self, record: Digest, chain: list[Speaker], main: _Main) -> Entry:
        """Where what a chain tells entered the press."""
        entry = _to_entry(chain)
        own_voice = not entry or entry[-1].kind == "self"
        # An outlet that has its report from another does not vouch for what it adds in its own words.
        counted = main.draft if own_voice and main.relayed else self._tracer.trace(record, entry)[0]
        interest = None if counted.actor in self._interests.private else counted.country
        group = _group(counted, self._interests.governments)
        return Entry(group, counted.name, own_voice, interest, self._own[record.id])

    def follow(self, mentions: Sequence[Pointer]) -> None:
        """Carries the chains of one happening on into the reports they rest on."""
        happening = [self._told[mention] for mention in mentions]
        self._ends.update(follow(happening))
        self._circles.update(circles_of(happening))

    def lineage(self) -> Lineage:
        """The origins, once all reports are read and all happenings followed."""
        tracer, onward = self._tracer, self._onward()
        for pointer, (key, steps) in self._ends.items():
            tracer.draft(key).take(pointer, steps)
        mains = {
            report: _go_on(main, onward.get((report, main.draft.key), {}), tracer)
            for report, main in self._mains.items()
        }
        chief = {main.draft.key for main in mains.values()}
        kept = [draft for draft in tracer.drafts() if draft.events or draft.key in chief]
        ids = {draft.key: f"o{number}" for number, draft in enumerate(kept, 1)}
        return Lineage(
            origins=tuple(_origin(draft, ids[draft.key], self._circles) for draft in kept),
            of_event={pointer: ids[key] for pointer, (key, _) in self._ends.items()},
            chain_of={pointer: steps for pointer, (_, steps) in self._ends.items()},
            entries=self._entries,
            circles=self._circles,
            outlets=tracer.outlets,
            of_report=tuple(_report_origin(report, main, ids) for report, main in mains.items()),
        )

    def _onward(self) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
        """(Report, origin by its own word) → the origins its chains go on to, with the names on the way."""
        onward: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        for pointer, (key, steps) in self._ends.items():
            first = self._told[pointer].origin if pointer in self._told else key
            onward.setdefault((pointer.record, first), {})[key] = steps
        return onward


@dataclass(frozen=True, slots=True)
class _Main:
    """The entry most of a report rests on, its chain of names, and whether the report has most from other outlets."""

    draft: _Draft
    chain: tuple[str, ...]
    relayed: bool


def _main_entry(record: Digest, chains: Mapping[Pointer, list[Speaker]], tracer: _Tracer) -> _Main:
    """The entry most events of a report rest on; its own voice only where there is no other."""
    counted: dict[str, tuple[int, list[Speaker]]] = {}
    for chain in chains.values():
        entry = _to_entry(chain)
        key = tracer.trace(record, entry)[0].key
        counted[key] = counted.get(key, (0, entry))[0] + 1, entry
    if not counted:
        draft, steps = tracer.trace(record, [])
        return _Main(draft, steps, relayed=False)
    key = min(counted, key=lambda key: (tracer.draft(key).kind == "self", -counted[key][0], key))
    chain = counted[key][1]
    draft, steps = tracer.trace(record, chain)
    told = [any(voice.kind == "outlet" for voice in other) for other in chains.values()]
    own = sum(len(other) < 2 for other in chains.values())
    return _Main(draft, steps, relayed=sum(told) >= own and any(voice.kind == "outlet" for voice in chain))


def _go_on(main: _Main, onward: Mapping[str, tuple[str, ...]], tracer: _Tracer) -> _Main:
    """A report's main entry as other reports carry it on, where all that rests on it goes on to one origin."""
    if len(onward) != 1:
        return main
    ((key, steps),) = onward.items()
    return replace(main, draft=tracer.draft(key), chain=steps)


def _to_entry(chain: list[Speaker]) -> list[Speaker]:
    """A voice chain down to the first voice that is no outlet: the one that spoke to the press."""
    first = next((at for at, voice in enumerate(chain) if voice.kind not in ("self", "outlet")), len(chain) - 1)
    return chain[: first + 1]


def _group(draft: _Draft, governments: Mapping[str, str]) -> str | None:
    """What an entry is not independent of.

    Unnamed sources of one country may be the same people; a government, its head and its spokesmen are one voice.
    """
    if not draft.known:
        return None
    if draft.actor is not None and draft.actor in governments and not _is_nameless(draft.kind, draft.named):
        return f"government|{governments[draft.actor]}"
    return f"unnamed|{draft.country or ''}" if _is_nameless(draft.kind, draft.named) else draft.key


def _is_nameless(kind: VoiceKind, named: bool) -> bool:
    """Whether a voice could be anybody's: an office that speaks without a man's name is not, a man is."""
    return kind == "anonymous" or (kind == "person" and not named)


class _Tracer:
    """Finds the origin of a voice chain. ``outlets`` gives the name of every outlet's key it has met."""

    def __init__(
        self,
        actor_ids: Mapping[Pointer, str],
        names: Mapping[str, str],
        own: Mapping[str, str],
        outlets: Mapping[str, str],
    ) -> None:
        self.outlets = dict(outlets)
        self._actor_ids = actor_ids
        self._names = names
        self._own = own
        self._drafts: dict[str, _Draft] = {}

    def drafts(self) -> list[_Draft]:
        """All origins, by key."""
        return [self._drafts[key] for key in sorted(self._drafts)]

    def draft(self, key: str) -> _Draft:
        """The origin of a key."""
        return self._drafts[key]

    def chain(self, record: Digest, ids: Sequence[str]) -> list[Speaker]:
        """A chain of voice ids without steps from an outlet to itself: what it told before is its own word."""
        voices = {voice.id: voice for voice in record.voices}
        found: list[Speaker] = []
        before = ""
        for voice in (voices[own] for own in ids if own in voices):
            key = self._outlet_of(record, voice)
            if key is None or key != before:
                found.append(voice)
            before = key or ""
        return found

    def told(self, record: Digest, mention: Pointer, chain: list[Speaker]) -> Told:
        """The voice chain of an event mention, ready to be followed into other reports."""
        draft, steps = self.trace(record, chain)
        keys = list(takewhile(bool, (self._outlet_of(record, voice) for voice in chain)))
        outlets = tuple(key for key in keys if key) or (self._own[record.id],)
        inner = chain[-1] if chain else None
        return Told(
            mention=mention,
            origin=draft.key,
            steps=steps,
            outlets=outlets,
            open=inner is not None and inner.kind == "outlet" and inner.named,
            nameless=inner is not None and _is_nameless(inner.kind, inner.named) and len(chain) == len(outlets) + 1,
            country=draft.country,
            office=_office(draft.name),
            day=record.published,
        )

    def trace(self, record: Digest, chain: list[Speaker]) -> tuple[_Draft, tuple[str, ...]]:
        """The origin of a voice chain and the names along it, outermost first."""
        steps = [self._step_name(record, voice) for voice in chain] or [self._own_name(record)]
        inner = chain[-1] if chain else None
        if inner is None or inner.kind == "self":
            return self._own_voice(record), (self._own_name(record),)
        actor = self._case_actor(record, inner)
        known = inner.named or (actor is not None and inner.kind != "outlet") or _is_nameless(inner.kind, inner.named)
        name = steps[-1]
        if inner.kind == "outlet":
            key = f"{self._outlet_of(record, inner)}"
        elif _is_nameless(inner.kind, inner.named):
            # Whom nobody names can be told from others only by the outlet that vouches for them and by whose they are.
            outlets = [own for voice in chain[:-1] if (own := self._outlet_of(record, voice))]
            voucher = outlets[-1] if outlets else self._own[record.id]
            key = f"anonymous|{voucher}|{inner.country or ''}|{_office(name)}"
        elif actor is not None:
            key, name = f"actor|{actor}", self._names[actor]
        else:
            key = f"{inner.kind}|{record.id}|{inner.country or ''}|{fold(name)}"
        draft = self._drafts.setdefault(key, _Draft(key, name, inner.kind, inner.named, known, inner.country, actor))
        if actor is not None:
            draft.actors[actor] = None
        return draft, tuple(steps)

    def _own_voice(self, record: Digest) -> _Draft:
        key = self._own[record.id]
        known = key in self.outlets
        return self._drafts.setdefault(key, _Draft(key, self._own_name(record), "self", known, known, None, None))

    def _outlet_of(self, record: Digest, voice: Speaker) -> str | None:
        """The key of the outlet that a voice is; None for other voices. Unnamed outlets are each report's own."""
        if voice.kind not in ("self", "outlet"):
            return None
        if voice.kind == "self":
            return self._own[record.id]
        name = self._step_name(record, voice)
        key = outlet_key(name) if voice.named else f"outlets|{self._own[record.id]}|{fold(name)}"
        self.outlets.setdefault(key, name)
        return key

    def _case_actor(self, record: Digest, voice: Speaker) -> str | None:
        return None if voice.actor is None else self._actor_ids.get(Pointer(record.id, voice.actor))

    def _own_name(self, record: Digest) -> str:
        """The outlet of a report, or of the report whose text it copies."""
        return record.outlet or self.outlets.get(self._own[record.id]) or "the report itself"

    def _step_name(self, record: Digest, voice: Speaker) -> str:
        if voice.kind == "self":
            return self._own_name(record)
        actor = self._case_actor(record, voice)
        if actor is not None:
            return self._names[actor]
        return {"anonymous": "unnamed sources", "statement": "a statement", "document": "a document"}.get(
            voice.kind, f"an unnamed {voice.kind}"
        )


def _office(name: str) -> str:
    """What tells an unnamed source from others of its country: "U.N.", "defence ministry"; "" of "senior officials"."""
    common = load_reporting().anonymous | load_tables().degree | load_tables().small
    name = _SEVERAL_CAPITALS.sub(lambda found: "".join(word[0] for word in found[0].split()), name)
    phrase = re.split(r" (?:in|of|from|with|at|to|on|for|who|close) ", name)[0]
    words = [word for word in phrase.split() if word.islower() or word.replace(".", "").isupper()]
    return " ".join(word for word in organization_words(" ".join(words)) if plain_term(word) not in common)


def _own_voices(reports: Sequence[Head], copies: list[Copy]) -> tuple[dict[str, str], dict[str, str]]:
    """Key of each record's own voice: its outlet, or the report where none is named; and the names of the outlets.

    Copies of one text have one: that of the first of them to be published that names its outlet.
    """
    ordered = sorted(reports, key=lambda report: (report.published or "9999", report.id))
    root = {report.id: report.id for report in ordered}

    def find(record_id: str) -> str:
        while root[record_id] != record_id:
            record_id = root[record_id]
        return record_id

    for copy in copies:
        one, other = sorted((find(copy.one), find(copy.other)))
        root[other] = one
    keys: dict[str, str] = {}
    names: dict[str, str] = {}
    for report in ordered:
        if report.outlet:
            key = keys.setdefault(find(report.id), outlet_key(report.outlet))
            if key == outlet_key(report.outlet):
                names.setdefault(key, report.outlet)
    return {record_id: keys.get(find(record_id), f"report|{find(record_id)}") for record_id in root}, names


def _origin(draft: _Draft, origin_id: str, circles: Collection[Pointer]) -> Origin:
    return Origin(
        id=origin_id,
        name=draft.name,
        kind=draft.kind,
        named=draft.named,
        known=draft.known,
        country=draft.country,
        actor=draft.actor,
        actors=tuple(sorted(draft.actors)),
        reports=tuple(sorted(draft.reports)),
        carriers=tuple(draft.carriers),
        events=tuple(sorted(draft.events)),
        circular=tuple(sorted(mention for mention in draft.events if mention in circles)),
    )


def _report_origin(record_id: str, main: _Main, ids: Mapping[str, str]) -> ReportOrigin:
    draft = main.draft
    return ReportOrigin(record=record_id, origin=ids[draft.key], named=draft.named, kind=draft.kind, chain=main.chain)
