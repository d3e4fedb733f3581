"""What each report says of each of its actors, in the form that comparing needs."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from dragoman.casebook.model import Pointer
from dragoman.casebook.naming import ARTICLE, proper_names, word_list
from dragoman.casebook.tables import load_tables
from dragoman.ontology.countries import load_countries
from dragoman.ontology.names import fold, organization_words, tokens
from dragoman.record import Actor, Kind, ReportRecord

_STATE_KINDS = ("country", "government")


@dataclass(frozen=True, slots=True)
class Profile:
    """One actor of one report.

    Attributes:
        key: where it stands; profiles are always taken in the order of their keys.
        kind: of the actor in its report; likewise ``country``, ``sectors``, ``anonymous`` and ``identifiers``.
        called: what its report mainly calls it; ``wordings``: all that its report calls it.
        offices: (title, of) as written, None for no ``of``.
        names: its proper names as written, without articles; the fullest first.
        full: names of persons with two words and more; ``bare``: with one.
        roles: (title, of) as folded words, "" for no ``of``; each once, sorted.
        state: ISO code if it is a country or its government as such ("Egypt", "the Egyptian leadership").
        side: ISO code if it speaks for a state: the state, its offices, their holders.
        kin: local ids of actors it is kin of.
        linked: local ids of actors it leads, belongs to, represents or commands.
    """

    key: Pointer
    kind: Kind
    country: str | None
    sectors: tuple[str, ...]
    anonymous: bool
    identifiers: tuple[tuple[str, str], ...]
    called: str
    wordings: tuple[str, ...]
    offices: tuple[tuple[str, str | None], ...]
    names: tuple[str, ...]
    full: tuple[str, ...]
    bare: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    state: str | None
    side: str | None
    kin: tuple[str, ...]
    linked: tuple[str, ...]

    @property
    def government(self) -> str | None:
        """ISO code if its word is its government's: the state as such, its offices, their holders and spokesmen."""
        return self.side if self.state or "GOV" in self.sectors else None

    @property
    def forces(self) -> str | None:
        """ISO code if it is the forces of a state as a whole: "the army", "government troops", not "two soldiers"."""
        if self.kind != "armed-group" or self.names or self.country is None or self.country != self.side:
            return None
        told = {" ".join(without_country(name, self.country)) for name in (self.called, *self.wordings)}
        return self.country if told and told <= load_tables().forces else None

    @property
    def private(self) -> bool:
        """Whether it is told to be none of its state's: a rights group, a firm, an opposition."""
        tables, sectors = load_tables(), set(self.sectors)
        return bool(sectors) and (sectors.isdisjoint(tables.state) or not sectors.isdisjoint(tables.against))


def profiles_of(record: ReportRecord) -> list[Profile]:
    """The profiles of a record's actors, in the order of their keys."""
    kin: dict[str, set[str]] = {}
    linked: dict[str, set[str]] = {}
    for tie in record.ties:
        if tie.kind == "kin of":
            kin.setdefault(tie.from_, set()).add(tie.to)
            kin.setdefault(tie.to, set()).add(tie.from_)
        elif tie.kind in ("leads", "member of", "represents", "controls"):
            linked.setdefault(tie.from_, set()).add(tie.to)
    named: dict[str, set[str]] = {}
    for mention in record.mentions:
        if mention.actor is not None and mention.form == "named":
            named.setdefault(mention.actor, set()).update(word_list(record.text[mention.start : mention.end]))
    profiles = [
        _profile(
            record.id,
            actor,
            named.get(actor.id, set()) if record.mentions else None,
            tuple(sorted(kin.get(actor.id, ()))),
            tuple(sorted(linked.get(actor.id, ()))),
        )
        for actor in record.actors
    ]
    return sorted(profiles, key=lambda profile: profile.key)


def state_of(actor: Actor, proper: Sequence[str]) -> str | None:
    """ISO code if the actor is a country or its government as such, None for a government with a name of its own."""
    if actor.kind not in _STATE_KINDS or actor.country is None:
        return None
    if actor.kind == "country":
        return actor.country
    # "Government of National Unity" is one of several that claim a country, "the Tajik government" is the one;
    # "another" is no government's name at all.
    named = [ARTICLE.sub("", name.strip()) for name in (actor.name, *actor.names)]
    own = [name for name in proper or named if not _only_country(name, actor.country)]
    state = any(_only_country(name, actor.country) for name in named)
    return actor.country if state and not own else None


def _only_country(name: str, code: str) -> bool:
    """Whether a government's name says no more than whose it is: "Egypt", "Cairo", "Egyptian government"."""
    countries = load_countries()
    if code in (countries.by_name(name), countries.by_capital(name), countries.by_seat(name)):
        return True
    kept = [word for word in name.split() if fold(word) not in load_tables().government]
    phrase = " ".join(kept)
    return not kept or code in (countries.by_name(phrase), countries.by_adjective(phrase), countries.by_demonym(phrase))


def without_country(name: str, country: str | None) -> tuple[str, ...]:
    """The words of a body's name without article and those that only say whose it is ("Sudan's", "Egyptian")."""
    words = organization_words(ARTICLE.sub("", name))
    if country is None:
        return words
    countries = load_countries()
    kept = tuple(
        word for word in words if country not in (countries.by_name(word), countries.by_adjective(word))
    )  # fmt: skip
    return kept or words


def _side(actor: Actor, state: str | None) -> str | None:
    if state:
        return state
    if actor.country is None or actor.anonymous or actor.kind in load_tables().kinless:
        return None
    tables = load_tables()
    sectors = set(actor.sectors)
    if sectors & tables.against:
        return None
    return actor.country if sectors & tables.state or actor.kind == "government" else None


def _profile(
    record: str, actor: Actor, named: Set[str] | None, kin: tuple[str, ...], linked: tuple[str, ...]
) -> Profile:
    names = proper_names(actor, named)
    person = actor.kind == "person"
    state = state_of(actor, names)
    return Profile(
        key=Pointer(record, actor.id),
        kind=actor.kind,
        country=actor.country,
        sectors=actor.sectors,
        anonymous=actor.anonymous,
        identifiers=tuple(actor.identifiers.items()),
        called=actor.name,
        wordings=actor.names,
        offices=tuple((role.title, role.of) for role in actor.roles),
        names=names,
        full=tuple(name for name in names if len(tokens(name)) > 1) if person else (),
        bare=tuple(name for name in names if len(tokens(name)) == 1) if person else (),
        roles=tuple(sorted({(_office(role.title), _office(role.of or "")) for role in actor.roles})),
        state=state,
        side=_side(actor, state),
        kin=kin,
        linked=linked,
    )


def _office(text: str) -> str:
    """An office as it is compared, by whoever holds or held it."""
    return ARTICLE.sub("", fold(text)).removeprefix("former ")
