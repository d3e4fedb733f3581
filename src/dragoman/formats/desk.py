"""Records to the view-models of ``views``: actors, timeline and ties of one brief; its texts are in ``texts.py``."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.formats.phrases import Phrases
from dragoman.formats.views import (
    ActorEntry,
    Happening,
    NameUsed,
    Party,
    RoleHeld,
    Snippet,
    Telling,
    TieEntry,
    TieTelling,
)
from dragoman.formats.wording import (
    When,
    country_name,
    factuality_words,
    one_line,
    outlet_words,
    shortened,
    voice_chain,
    when,
)
from dragoman.lexicon.inflection import singular
from dragoman.record import Actor, Event, EventTime, ReportRecord

Pair = tuple[str, str]  # id of a record, id of something in it

_ALWAYS_MANY = frozenset({"clergy", "dozens", "hundreds", "people", "police", "thousands", "troops"})
# Words that may follow the noun which says whether a description is of one or of many.
_AFTER_HEAD = frozenset({"at", "close", "familiar", "for", "from", "in", "near", "of", "on", "to", "who", "with"})
SNIPPET_SIDE = 110  # characters of the sentence shown on each side of the quoted words
LINKS_SHOWN = 6  # occurrences of a name that are linked; the rest are counted
NAME_LENGTH = 60  # characters of a name shown before it is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What a casebook knows across reports. Empty: every actor and event of a report stands for itself.

    Attributes:
        actors: (record id, actor id) → id of the case's actor.
        parties: id of a case's actor → its name, kind and country.
        events: (record id, event id) → id of the case's event.
        origins: id of a case's event → number of origins known to be independent, which may be 0.
        windows: id of a case's event → the first and last day that all its tellings allow, as in EventTime.
        disputed: id of a case's event → first day, last day and reports of dates that exclude each other.
        circular: id of a case's event → names of outlets that have it from one another.
    """

    actors: Mapping[Pair, str]
    parties: Mapping[str, tuple[str, str, str | None]]
    events: Mapping[Pair, str]
    origins: Mapping[str, int]
    windows: Mapping[str, tuple[str | None, str | None]]
    disputed: Mapping[str, Sequence[tuple[str | None, str | None, Sequence[str]]]] = field(default_factory=dict)
    circular: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


ALONE = Joined(actors={}, parties={}, events={}, origins={}, windows={})


def telling_id(number: int, index: int) -> str:
    """Page id of the event mention at a place, from 1, among the events of a report."""
    return f"r{number}-e{index}"


class Desk:
    """The records of one brief with the look-ups the views are made from; nothing in it changes after ``__init__``."""

    def __init__(
        self, records: Sequence[ReportRecord], phrases: Phrases, countries: Mapping[str, str], joined: Joined
    ) -> None:
        self.records = records
        self.phrases = phrases
        self.countries = countries
        self.joined = joined
        self.members: dict[str, list[tuple[int, Actor]]] = {}
        self.key_of: dict[Pair, str] = {}
        self.outlets = [outlet_words(record, phrases) for record in records]
        self.starts = [[start for start, _ in record.sentences] for record in records]
        self.mentions_of: dict[Pair, list[int]] = {}
        for record in records:
            for index, mention in enumerate(record.mentions):
                if mention.actor:
                    self.mentions_of.setdefault((record.id, mention.actor), []).append(index)
        self._number_actors()
        self.parties = {key: self._party(key) for key in self.members}
        self._tellings = [
            ((record.id, event.id), self._telling(number, index, event))
            for number, record in enumerate(records, start=1)
            for index, event in enumerate(record.events, start=1)
        ]
        self._happenings = self._join()
        self.told = {telling.id: (telling, item.id) for item in self._happenings for telling in item.tellings}

    def _number_actors(self) -> None:
        """Give every actor its key: one key to actors that the case says are one."""
        numbers: dict[object, str] = {}
        for number, record in enumerate(self.records, start=1):
            for actor in record.actors:
                pair = (record.id, actor.id)
                identity: object = self.joined.actors.get(pair, pair)
                key = numbers.setdefault(identity, f"actor-{len(numbers) + 1}")
                self.key_of[pair] = key
                self.members.setdefault(key, []).append((number, actor))

    def _party(self, key: str) -> Party:
        """An actor's short form, as the case has it, else as its report has it."""
        number, first = self.members[key][0]
        case_actor = self.joined.actors.get((self.records[number - 1].id, first.id), "")
        name, kind, country = self.joined.parties.get(case_actor, (first.name, first.kind, first.country))
        return Party(key, shortened(name, NAME_LENGTH) or "(no name)", kind, country)

    def parties_of(self, record: ReportRecord, ids: Sequence[str]) -> tuple[Party, ...]:
        """Actors by their ids in a record, each once; ids it does not have are left out."""
        keys = dict.fromkeys(self.key_of[record.id, actor] for actor in ids if (record.id, actor) in self.key_of)
        return tuple(self.parties[key] for key in keys)

    def snippet(self, number: int, start: int, end: int) -> Snippet:
        """The words of a span with the sentence around them."""
        record = self.records[number - 1]
        at = bisect_right(self.starts[number - 1], start) - 1
        first, last = record.sentences[at] if at >= 0 else (start, end)
        before = record.text[min(first, start) : start]
        after = record.text[end : max(last, end)]
        return Snippet(_tail(before), one_line(record.text[start:end]), _head(after))

    def _telling(self, number: int, index: int, event: Event) -> Telling:
        """The view of one event mention."""
        record = self.records[number - 1]
        actors = self.parties_of(record, event.actors)
        recipients = self.parties_of(record, event.recipients)
        mutual = len(actors) > 1 and set(actors) == set(recipients)
        lasting = self.phrases.lasting_deed(event.type, event.modes) if _goes_on(event) else None
        deed = lasting or self.phrases.deed(event.type, event.modes)
        return Telling(
            id=telling_id(number, index),
            report=number,
            outlet=self.outlets[number - 1],
            type=event.type,
            modes=event.modes,
            contexts=event.contexts,
            phrase=deed.of(many=_many(actors), recipients=bool(recipients), mutual=mutual),
            link_phrase=deed.of(many=_many(actors[:1]), recipients=True, mutual=mutual),
            deed=deed.alone,
            mutual=mutual,
            actors=actors,
            recipients=recipients,
            when=when(event.time, record.text, record.published),
            place=one_line(event.place.name) if event.place else None,
            factuality="" if lasting else factuality_words(event.factuality, self.phrases),
            status=event.factuality.status,
            quad=event.quad,
            intensity=event.intensity,
            cameo=event.cameo,
            chain=voice_chain(record, event.voice, self.phrases),
            snippet=self.snippet(number, *event.anchor),
            confidence=event.confidence,
            rule=event.rule,
        )

    def _join(self) -> tuple[Happening, ...]:
        """Tellings of one event put together, in time order, undated ones last in the order of the texts."""
        groups: dict[object, list[Telling]] = {}
        for pair, telling in self._tellings:
            groups.setdefault(self.joined.events.get(pair, pair), []).append(telling)
        found = []
        for event, tellings in groups.items():
            fullest_first = tuple(sorted(tellings, key=_fullness, reverse=True))
            key = event if isinstance(event, str) else ""
            origins = self.joined.origins.get(key, len({telling.chain.origin for telling in tellings}))
            found.append((self._when(key, fullest_first), fullest_first, origins, key))
        found.sort(key=lambda parts: parts[0].sort)
        return tuple(
            Happening(
                id=f"event-{index}", when=time, tellings=tellings, origins=origins, event=event,
                disputed=self._disputed(event), circular=self.joined.circular.get(event, ()),
            )
            for index, (time, tellings, origins, event) in enumerate(found, start=1)
        )  # fmt: skip

    def _disputed(self, event: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Dates of an event that exclude each other, in words, with the numbers of the reports that give them."""
        numbers = {record.id: number for number, record in enumerate(self.records, start=1)}
        return tuple(
            (
                when(EventTime(value="", from_=start, to=end), "").words,
                tuple(numbers[record] for record in records if record in numbers),
            )
            for start, end, records in self.joined.disputed.get(event, ())
        )

    def _when(self, event: str, tellings: Sequence[Telling]) -> When:
        """When an event was: the narrowest window of all its tellings, in the words of the fullest where that has it.

        An event that none dates stands where it was first reported.
        """
        main = tellings[0].when
        start, end = self.joined.windows.get(event, (None, None))
        joint = when(EventTime(value="", from_=start, to=end), "")
        if not main.known and not joint.known:
            return min((telling.when for telling in tellings), key=lambda time: time.sort)
        return main if main.sort == joint.sort or not joint.known else joint

    def timeline(self) -> tuple[Happening, ...]:
        """All events in time order."""
        return self._happenings

    def ties(self) -> tuple[TieEntry, ...]:
        """Standing relations; the same one told in several places is one entry, and who leads a body is its member."""
        groups: dict[tuple[str, str, str], list[TieTelling]] = {}
        for number, record in enumerate(self.records, start=1):
            for index, tie in enumerate(record.ties, start=1):
                ends = [self.key_of.get((record.id, end)) for end in (tie.from_, tie.to)]
                if ends[0] is None or ends[1] is None:
                    continue
                chain = voice_chain(record, tie.voice, self.phrases)
                snippet = self.snippet(number, *tie.span)
                telling = TieTelling(f"r{number}-t{index}", number, chain, when(tie.time, record.text), snippet)
                groups.setdefault((ends[0], tie.kind, ends[1]), []).append(telling)
        return tuple(
            TieEntry(
                self.parties[source],
                kind,
                self.phrases.tie(kind, many=is_many(self.parties[source]), state=self._is_state(self.parties[target])),
                self.parties[target],
                tuple(tellings),
            )
            for (source, kind, target), tellings in groups.items()
            if kind != "member of" or (source, "leads", target) not in groups
        )

    def _is_state(self, party: Party) -> bool:
        """Whether an actor is a country or the government of one that is called by its name."""
        named = party.country is not None and party.name == country_name(party.country, self.countries)
        return named and party.kind in ("country", "government")

    def actors(self, timeline: Sequence[Happening], ties: Sequence[TieEntry]) -> tuple[ActorEntry, ...]:
        """All actors, those with most events first, then by mentions and name."""
        involved: Counter[str] = Counter()
        for happening in timeline:
            involved.update(
                {party.key for telling in happening.tellings for party in telling.actors + telling.recipients}
            )
        tied = {party.key for tie in ties for party in (tie.source, tie.target)}
        entries = [self._actor(key, involved[key], tied=key in tied) for key in self.members]
        return tuple(sorted(entries, key=lambda entry: (-entry.events, -entry.mentions, entry.name, entry.key)))

    def _actor(self, key: str, events: int, *, tied: bool) -> ActorEntry:
        """The entry of one actor, from its records."""
        party, members = self.parties[key], self.members[key]
        kind_words = self.phrases.kind(party.kind)
        uses = self._uses(members)
        roles: dict[str, RoleHeld] = {}
        for number, actor in members:
            for held in (_role_words(role.title, role.of) for role in actor.roles):
                if held.casefold() != party.name.casefold():
                    roles.setdefault(held.casefold(), RoleHeld(held, number))
        sectors = dict.fromkeys(sector for _, actor in members for sector in actor.sectors)
        identifiers = {name: value for _, actor in members for name, value in actor.identifiers.items()}
        return ActorEntry(
            key=key,
            name=party.name,
            kind=party.kind,
            kind_words=kind_words,
            country=party.country,
            country_words=country_name(party.country, self.countries),
            sectors=tuple(words for words in map(self.phrases.sector, sectors) if words != kind_words),
            roles=tuple(roles.values()),
            names=tuple(NameUsed(text, len(links), tuple(links[:LINKS_SHOWN])) for text, links in uses.items()),
            mentions=sum(
                len(self.mentions_of.get((self.records[number - 1].id, actor.id), ())) for number, actor in members
            ),
            events=events,
            anonymous=any(actor.anonymous for _, actor in members),
            reports=tuple(dict.fromkeys(number for number, _ in members)),
            identifiers=tuple(sorted(identifiers.items())),
            tied=tied,
        )

    def _uses(self, members: Sequence[tuple[int, Actor]]) -> dict[str, list[str]]:
        """Names and descriptions used (not pronouns) with the marks of their occurrences, the most used first."""
        uses: dict[str, list[str]] = {}
        spelled: dict[str, str] = {}
        for number, actor in members:
            record = self.records[number - 1]
            for index in self.mentions_of.get((record.id, actor.id), ()):
                mention = record.mentions[index]
                if mention.form == "pronoun":
                    continue
                text = shortened(record.text[mention.start : mention.end], NAME_LENGTH)
                spelling = spelled.setdefault(text.casefold(), text)
                uses.setdefault(spelling, []).append(f"r{number}-m{index + 1}")
        return dict(sorted(uses.items(), key=lambda item: -len(item[1])))


def _goes_on(event: Event) -> bool:
    """Whether an event is told as a fact that goes on, and as nothing else."""
    told = event.factuality
    return told.status == "asserted" and told.aspect == "ongoing" and not told.conditional


def _fullness(telling: Telling) -> tuple[bool, int, bool, float]:
    """How much a telling says: stated as fact, parties, date, confidence."""
    parties = len(set(telling.actors + telling.recipients))
    return telling.status == "asserted", min(parties, 2), telling.when.known, telling.confidence


def _many(parties: Sequence[Party]) -> bool:
    """Whether the verb is in the plural: several actors, or one that is many."""
    return len(parties) > 1 or any(is_many(party) for party in parties)


def is_many(party: Party) -> bool:
    """Whether an actor is many, by the head noun of what it is called: "rebels", not "group of rebels"."""
    words = party.name.split()
    stop = next((at for at, word in enumerate(words) if at and word in _AFTER_HEAD), len(words))
    if not stop:
        return False
    head = words[stop - 1]
    described = party.kind in ("armed-group", "population", "sources") or head.islower()
    return head.lower() in _ALWAYS_MANY or (described and singular(head.lower()) != head.lower())


def _role_words(title: str, of: str | None) -> str:
    """An office on one line."""
    return shortened(f"{title} of {of}" if of else title, 2 * NAME_LENGTH)


def _tail(text: str) -> str:
    """The end of the words before a quotation, cut at a word; its last space is kept."""
    line = one_line(text)
    if len(line) > SNIPPET_SIDE:
        line = "… " + line[-SNIPPET_SIDE:].partition(" ")[2]
    return line + (" " if text[-1:].isspace() else "")


def _head(text: str) -> str:
    """The start of the words after a quotation, cut at a word; its first space is kept."""
    line = one_line(text)
    if len(line) > SNIPPET_SIDE:
        line = line[:SNIPPET_SIDE].rpartition(" ")[0] + " …"
    return (" " if text[:1].isspace() else "") + line
