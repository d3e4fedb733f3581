"""Report records → case. Pure: the same records give the same case, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.casebook.actors import link_actors
from dragoman.casebook.digest import Digests, DigestsOf
from dragoman.casebook.events import join_tellings, link_events
from dragoman.casebook.judgements import Judgement, Judgements
from dragoman.casebook.lineage import Lineage
from dragoman.casebook.model import Case
from dragoman.casebook.origins import trace_origins
from dragoman.casebook.retelling import tellings_of
from dragoman.casebook.reuse import find_copies
from dragoman.casebook.tellings import Identities, Telling
from dragoman.record import ReportRecord


def build_case(records: Iterable[ReportRecord], judgements: Iterable[Judgement] = ()) -> Case:
    """Joins the actors, events and origins of reports; one record that comes twice counts once.

    Args:
        records: in any order.
        judgements: the analyst's; the case without one of them is the case as if it had never been made.

    Raises:
        JudgementError: the judgements contradict one another.
    """
    return assemble(DigestsOf(records), judgements).case


@dataclass(frozen=True, slots=True)
class Assembly:
    """A case with what it was made from: the digests of its reports, their tellings, the lineage of every event."""

    case: Case
    digests: Digests
    tellings: list[Telling]
    lineage: Lineage
    identities: Identities


def assemble(digests: Digests, judgements: Iterable[Judgement] = ()) -> Assembly:
    """Builds a case and keeps what comparing needs of the way there."""
    judged = Judgements(judgements)
    actors, actor_doubts, profiles = link_actors(digests, judged)
    actor_ids = {member: actor.id for actor in actors for member in actor.members}
    copies = find_copies(digests.samples())
    names = {actor.id: actor.name for actor in actors}
    governments = {actor_ids[profile.key]: code for profile in profiles if (code := profile.government)}
    private = {actor_ids[profile.key] for profile in profiles if profile.private}
    identities = Identities(profiles, actor_ids)
    del profiles  # millions in a large case, and nobody needs them any more
    tellings = [telling for digest in digests for telling in tellings_of(digest, identities, judged)]
    joined = join_tellings(tellings, judged)
    lineage = trace_origins(digests, actor_ids, names, governments, private, copies, joined.happenings())
    events, event_doubts = link_events(joined, lineage, judged)
    case = Case(
        reports=tuple(head.id for head in digests.heads()),
        actors=tuple(actors),
        events=tuple(events),
        origins=lineage.origins,
        copies=tuple(copies),
        doubts=(*actor_doubts, *event_doubts),
    )
    return Assembly(case, digests, tellings, lineage, identities)
