"""Where information entered the press: the innermost voice of each chain, counted once however often it is relayed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.casebook.model import Copy, Origin, Pointer, ReportOrigin
from dragoman.ontology.names import fold, organization_words
from dragoman.record import ReportRecord, Voice, VoiceKind


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
    reports: dict[str, None] = field(default_factory=dict)
    carriers: dict[str, None] = field(default_factory=dict)
    events: dict[Pointer, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one event mention's information entered the press, for counting.

    ``group`` is the same for entries that cannot be told apart, None where the lineage is unknown. ``own`` marks a
    report's own voice. ``country`` is whose interest the voice is. ``outlet`` is the key of the report's own voice.
    """

    group: str | None
    own: bool
    country: str | None
    outlet: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """All origins of a case, and the look-ups the other parts need.

    ``of_event`` and ``chain_of`` give, for each event mention, its origin's id and the names along its voice chain,
    outermost first; ``entries`` where it entered the press.
    """

    origins: tuple[Origin, ...]
    of_event: Mapping[Pointer, str]
    chain_of: Mapping[Pointer, tuple[str, ...]]
    entries: Mapping[Pointer, Entry]
    of_report: tuple[ReportOrigin, ...]

    def independent(self, mentions: Iterable[Pointer]) -> dict[str, str | None]:
        """The entries that mentions rest on and that are known to be independent, with their countries.

        Of one event's mentions, or of all. A report's own voice counts only where the report gives no other for them:
        it then vouches for them itself.
        """
        by_record: dict[str, list[Entry]] = {}
        for mention in mentions:
            by_record.setdefault(mention.record, []).append(self.entries[mention])
        found: dict[str, str | None] = {}
        for entries in by_record.values():
            others = [entry for entry in entries if not entry.own]
            found.update({entry.group: entry.country for entry in others or entries if entry.group is not None})
        for entries in by_record.values():
            # An outlet that others cite and that itself gives another's word for the event has been counted by that.
            if any(not entry.own for entry in entries):
                found.pop(entries[0].outlet, None)
        if "unnamed|" in found and any(group.startswith("unnamed|") for group in found.keys() - {"unnamed|"}):
            del found["unnamed|"]  # sources of no told country may be those of any
        return found


def trace_origins(
    records: list[ReportRecord],
    actor_ids: Mapping[Pointer, str],
    names: Mapping[str, str],
    governments: Mapping[str, str],
    copies: list[Copy],
) -> Lineage:
    """The origins behind all events of records.

    The origin is the innermost voice. What is counted is where it entered the press, the first voice that is no
    outlet: what a statement quotes somebody with is still that statement's word. An outlet that a report relays and
    that is itself in the case is found by its name, so that the two are one. Copied text makes the own voices of two
    reports one. A report that names no outlet has an own voice of unknown lineage: listed, never counted.

    Args:
        records: with distinct ids, sorted by id.
        actor_ids: case actor id of every report actor.
        names: name of every case actor.
        governments: ISO code of the government a case actor is or speaks for; its voices count once.
        copies: pairs of reports that share text.
    """
    own = _own_voices(records, copies)
    tracer = _Tracer(actor_ids, names, own)
    of_event: dict[Pointer, str] = {}
    chain_of: dict[Pointer, tuple[str, ...]] = {}
    entries: dict[Pointer, Entry] = {}
    mains: list[tuple[str, _Main]] = []
    for record in records:
        voices = {voice.id: voice for voice in record.voices}
        chains = {
            Pointer(record.id, event.id): [voices[voice] for voice in event.voice if voice in voices]
            for event in record.events
        }
        main = _main_entry(record, chains, tracer)
        mains.append((record.id, main))
        for pointer, chain in chains.items():
            draft, steps = tracer.trace(record, chain)
            draft.reports[record.id] = None
            draft.events[pointer] = None
            draft.carriers.update(dict.fromkeys(steps[:-1]))
            of_event[pointer], chain_of[pointer] = draft.key, steps
            entry = _to_entry(chain)
            own_voice = not entry or entry[-1].kind == "self"
            # An outlet that has its report from another does not vouch for what it adds in its own words.
            counted = main.draft if own_voice and main.relayed else tracer.trace(record, entry)[0]
            entries[pointer] = Entry(_group(counted, governments), own_voice, counted.country, own[record.id])
    ids = {draft.key: f"o{number}" for number, draft in enumerate(tracer.drafts(), 1)}
    return Lineage(
        origins=tuple(_origin(draft, ids[draft.key]) for draft in tracer.drafts()),
        of_event={pointer: ids[key] for pointer, key in of_event.items()},
        chain_of=chain_of,
        entries=entries,
        of_report=tuple(_report_origin(record_id, main, ids) for record_id, main in mains),
    )


@dataclass(frozen=True, slots=True)
class _Main:
    """The entry most of a report rests on, its chain of names, and whether the report has it from another outlet."""

    draft: _Draft
    chain: tuple[str, ...]
    relayed: bool


def _main_entry(record: ReportRecord, chains: Mapping[Pointer, list[Voice]], tracer: _Tracer) -> _Main:
    """The entry most events of a report rest on; its own voice only where there is no other."""
    counted: dict[str, tuple[int, list[Voice]]] = {}
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
    return _Main(draft, steps, relayed=any(voice.kind == "outlet" for voice in chain))


def _to_entry(chain: list[Voice]) -> list[Voice]:
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
    def __init__(self, actor_ids: Mapping[Pointer, str], names: Mapping[str, str], own: Mapping[str, str]) -> None:
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

    def trace(self, record: ReportRecord, chain: list[Voice]) -> tuple[_Draft, tuple[str, ...]]:
        """The origin of a voice chain and the names along it, outermost first."""
        steps = [self._step_name(record, voice) for voice in chain] or [_own_name(record)]
        inner = chain[-1] if chain else None
        if inner is None or inner.kind == "self":
            return self._own_voice(record), (_own_name(record),)
        actor = self._case_actor(record, inner)
        if inner.kind == "outlet":
            key, name = _outlet_key(steps[-1]), steps[-1]
        elif _is_nameless(inner.kind, inner.named):
            # Whom nobody names can be told from others only by the outlet that vouches for them and by whose they are.
            outlets = [
                at for at, voice in enumerate(chain[:-1]) if voice.kind == "outlet" or (not at and record.outlet)
            ]
            voucher = steps[outlets[-1]] if outlets else record.id
            key, name = f"anonymous|{_outlet_key(voucher)}|{inner.country or ''}", steps[-1]
        elif actor is not None:
            key, name = f"actor|{actor}", self._names[actor]
        else:
            key, name = f"{inner.kind}|{record.id}|{inner.country or ''}|{fold(steps[-1])}", steps[-1]
        draft = self._drafts.setdefault(key, _Draft(key, name, inner.kind, inner.named, True, inner.country, actor))
        return draft, tuple(steps)

    def _own_voice(self, record: ReportRecord) -> _Draft:
        key = self._own[record.id]
        known = record.outlet is not None
        return self._drafts.setdefault(key, _Draft(key, _own_name(record), "self", known, known, None, None))

    def _case_actor(self, record: ReportRecord, voice: Voice) -> str | None:
        return None if voice.actor is None else self._actor_ids.get(Pointer(record.id, voice.actor))

    def _step_name(self, record: ReportRecord, voice: Voice) -> str:
        if voice.kind == "self":
            return _own_name(record)
        actor = self._case_actor(record, voice)
        if actor is not None:
            return self._names[actor]
        return {"anonymous": "unnamed sources", "statement": "a statement", "document": "a document"}.get(
            voice.kind, f"an unnamed {voice.kind}"
        )


def _own_name(record: ReportRecord) -> str:
    return record.outlet or "the report itself"


def _outlet_key(name: str) -> str:
    return "outlet|" + " ".join(sorted(organization_words(name) or (name,)))


def _own_voices(records: list[ReportRecord], copies: list[Copy]) -> dict[str, str]:
    """Key of each record's own voice: its outlet, or the report where none is named; one for copies of one text."""
    root = {record.id: record.id for record in records}

    def find(record_id: str) -> str:
        while root[record_id] != record_id:
            record_id = root[record_id]
        return record_id

    for copy in copies:
        one, other = sorted((find(copy.one), find(copy.other)))
        root[other] = one
    outlets = {record.id: record.outlet for record in records}
    keys = {}
    for record in records:
        head = find(record.id)
        outlet = outlets[head] or outlets[record.id]
        keys[record.id] = _outlet_key(outlet) if outlet else f"report|{head}"
    return keys


def _origin(draft: _Draft, origin_id: str) -> Origin:
    return Origin(
        id=origin_id,
        name=draft.name,
        kind=draft.kind,
        named=draft.named,
        known=draft.known,
        country=draft.country,
        actor=draft.actor,
        reports=tuple(sorted(draft.reports)),
        carriers=tuple(draft.carriers),
        events=tuple(sorted(draft.events)),
    )


def _report_origin(record_id: str, main: _Main, ids: Mapping[str, str]) -> ReportOrigin:
    draft = main.draft
    return ReportOrigin(record=record_id, origin=ids[draft.key], named=draft.named, kind=draft.kind, chain=main.chain)
