"""What the case makes of an annotated story: actors and happenings joined across its reports, and the side-by-side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from dragoman.casebook import Comparison, Pointer, compare
from dragoman.record import ReportRecord
from evals.gold import Story
from evals.identity import Linker
from evals.matching import match
from evals.story import Tally


@dataclass(slots=True)
class CaseScore:
    """Held against the gold.

    Attributes:
        joins: gold actors, unnamed sources aside, that two reports or more tell of, each by the actor with most
            mentions that is linked to it alone; right where these are one actor of the case.
        same: pairs of gold items that are one happening, both found, right where the case has one event for them.
        apart: pairs that are not, right where the case keeps them apart.
        only: gold items that one report alone tells, right where their event is listed as that report's own.
        roots: reports, right where their main origin is the gold's.
        verdicts: facets of the events joined that the gold has agreeing (agree or compatible is right) and the tone
            where the gold has it differing.
        merged: gold actors that must stay apart and are one actor of the case.
    """

    joins: Tally = field(default_factory=Tally)
    same: Tally = field(default_factory=Tally)
    apart: Tally = field(default_factory=Tally)
    only: Tally = field(default_factory=Tally)
    roots: Tally = field(default_factory=Tally)
    verdicts: Tally = field(default_factory=Tally)
    merged: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures by name."""
        tallies = {
            "joins": self.joins, "same_event": self.same, "apart": self.apart, "only": self.only,
            "origins": self.roots, "side_by_side": self.verdicts,
        }  # fmt: skip
        figures: dict[str, float] = {}
        for name, tally in tallies.items():
            figures |= {f"{name}_right": tally.right, f"{name}_all": tally.scored}
        return figures

    def listing(self) -> Iterable[str]:
        """All that is wrong, as lines with headings."""
        for title, lines in (
            ("actors of several reports not joined", self.joins.wrong),
            ("tellings of one happening not joined", self.same.wrong),
            ("happenings wrongly joined", self.apart.wrong),
            ("not shown as told by one report alone", self.only.wrong),
            ("wrong main origin of a report", self.roots.wrong),
            ("wrong verdict side by side", self.verdicts.wrong),
            ("actors wrongly merged across reports", self.merged),
        ):
            yield f"{title}: {len(lines)}"
            yield from (f"  - {line}" for line in lines)


def score_case(story: Story, records: Mapping[str, ReportRecord]) -> CaseScore:
    """Compare the records and hold the case and the comparison against the story."""
    comparison = compare(list(records.values()))
    score = CaseScore()
    linkers = {record.id: Linker(record, story) for record in records.values()}
    _score_actors(score, story, records, linkers, comparison)
    _score_events(score, story, records, comparison)
    _score_roots(score, story, records, linkers, comparison)
    return score


def _score_actors(
    score: CaseScore,
    story: Story,
    records: Mapping[str, ReportRecord],
    linkers: Mapping[str, Linker],
    comparison: Comparison,
) -> None:
    case = comparison.case
    told: dict[str, dict[str, tuple[str, str]]] = {}
    for record in records.values():
        mentions = Counter(mention.actor for mention in record.mentions)
        links = linkers[record.id].links
        for actor, ids in sorted(links.items(), key=lambda item: mentions[item[0]]):
            if len(ids) == 1:
                told.setdefault(next(iter(ids)), {})[record.id] = (record.id, actor)
    home = case.actor_ids()
    names = {actor.id: actor.name for actor in case.actors}
    for key, members in sorted(told.items()):
        homes = {home.get(Pointer(*member)) for member in members.values()}
        if len(members) > 1 and not story.actors[key].anonymous:
            found = sorted(str(names.get(one or "")) for one in homes)
            score.joins.count(len(homes) == 1, f"{key}: {len(homes)} actors of the case, {found}")
    for actor in case.actors:
        held = set().union(*(linkers[report].links.get(item, frozenset()) for report, item in actor.members))
        for one, other in story.never_one_actor:
            if {one, other} <= held:
                score.merged.append(f"{one} and {other} are one actor of the case, {actor.name!r} {list(actor.names)}")


def _score_events(score: CaseScore, story: Story, records: Mapping[str, ReportRecord], comparison: Comparison) -> None:
    home = comparison.case.event_ids()
    found: dict[str, str | None] = {}
    for report in story.reports:
        record = records[report.id]
        for key, event in match(record, report, story).found.items():
            found[key] = home.get(Pointer(record.id, event.id))
    gold = story.accounts
    for group in gold.same_event:
        for one, other in combinations([key for key in group if key in found], 2):
            score.same.count(found[one] is not None and found[one] == found[other], f"{one} and {other}")
    for one, other in gold.not_same_event:
        if one in found and other in found:
            score.apart.count(found[one] != found[other] or found[one] is None, f"{one} and {other}")
    own = {record: set(events) for record, events in comparison.only}
    for report, keys in gold.only.items():
        for key in keys:
            if key in found:
                score.only.count(found[key] in own.get(records[report].id, ()), f"{report} {key}")
    joined = {found.get(group[0]) for group in gold.same_event if len({found.get(key) for key in group}) == 1}
    _score_verdicts(score, story, joined - {None}, comparison)


def _score_verdicts(score: CaseScore, story: Story, joined: set[str | None], comparison: Comparison) -> None:
    for account in comparison.accounts:
        rows = {row.what: row.verdict for row in account.rows} if account.event in joined else {}
        for facet in story.accounts.agree:
            if facet in rows:
                right = rows[facet] in ("agree", "compatible")
                score.verdicts.count(right, f"{account.event}: {facet} {rows[facet]}")
    if "tone" in story.accounts.differ:
        score.verdicts.count(any(tone.verdict == "differ" for tone in comparison.tones), "no tone differs")


def _score_roots(
    score: CaseScore,
    story: Story,
    records: Mapping[str, ReportRecord],
    linkers: Mapping[str, Linker],
    comparison: Comparison,
) -> None:
    origins = {origin.id: origin for origin in comparison.case.origins}
    members = {actor.id: actor.members for actor in comparison.case.actors}
    main = {entry.record: origins[entry.origin] for entry in comparison.report_origins}
    for report, roots in story.accounts.roots.items():
        origin = main.get(records[report].id)
        pointers = members.get(origin.actor or "", ()) if origin else ()
        links = set().union(*(linkers[record].links.get(item, frozenset()) for record, item in pointers))
        score.roots.count(bool(links & roots), f"{report}: want {sorted(roots)}, got {origin and origin.name!r}")
