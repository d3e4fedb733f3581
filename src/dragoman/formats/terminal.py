"""The brief in a terminal: rich renderables within 100 columns, the chief things of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.formats.phrases import Phrases
from dragoman.formats.system import System, build_system
from dragoman.formats.timeline import TimelineView
from dragoman.formats.views import Accounts, Brief, Comparing, Happening, Party, Point, ReportView, Telling, TieEntry
from dragoman.formats.wording import VoiceChain, listed, shortened

WIDTH = 100
ID_SHOWN = 12  # letters of a report's id
MOST_CHAINS = 4  # of one event
MOST_REPORTS, MOST_LINKS, MOST_ACTORS, MOST_EVENTS, MOST_TIES, MOST_ACCOUNTS = 10, 14, 15, 30, 12, 8
_TONES = {"cooperative": "cyan", "neutral": "yellow", "conflictual": "red"}
_REASONED = frozenset(("differ", "contradict"))  # verdicts whose reason is said in a sentence
_VERDICTS = {"agree": "green", "compatible": "green", "differ": "yellow", "contradict": "red"}


def print_brief(brief: Brief, phrases: Phrases, console: Console) -> None:
    """Print the brief: by whose word, who did what to whom, accounts, timeline, actors and ties."""
    for part in render_brief(brief, phrases):
        console.print(part, width=min(WIDTH, console.width))


def render_brief(brief: Brief, phrases: Phrases) -> Iterator[RenderableType]:
    """The parts of the brief, top to bottom."""
    yield from _head(brief)
    system = build_system(brief)
    if system.links:
        yield _heading("Who did what to whom")
        yield _links(system)
        yield from _notes(_link_notes(system))
    if brief.accounts:
        yield from _accounts(brief.accounts, phrases)
    yield _heading("Timeline")
    yield from _timeline(brief)
    yield _heading("Actors")
    yield from _actors(brief)
    if brief.ties:
        yield _heading("Ties")
        yield from _ties(brief.ties)


def print_accounts(brief: Brief, phrases: Phrases, console: Console) -> None:
    """Print only the accounts side by side; one sentence if there is nothing to compare."""
    if brief.accounts is None:
        console.print("Accounts are compared where there are two reports or more.")
        return
    parts = [_heading("By whose word"), *(_report(report, several=True) for report in brief.reports)]
    for part in (*parts, *_accounts(brief.accounts, phrases, most=len(brief.accounts.events))):
        console.print(part, width=min(WIDTH, console.width))


def print_event(brief: Brief, event: Comparing, phrases: Phrases, console: Console) -> None:
    """Print one event as its reports tell it: the words of every telling, then facet by facet."""
    happenings = {telling.id: telling for happening in brief.timeline for telling in happening.tellings}
    links = dict.fromkeys(link for point in event.points for cell in point.cells for link in cell.links)
    tellings = [happenings[link] for link in links] or [
        telling for item in brief.timeline if item.id == event.link for telling in item.tellings
    ]
    parts: list[RenderableType] = [_heading("Who tells it")]
    for telling in sorted(tellings, key=lambda telling: telling.report):
        report = brief.reports[telling.report - 1]
        text = Text.assemble((f"\n{telling.report}  ", "bold"), _chain(telling.chain))
        text.append(f"  {report.published_by} · {report.published} · {report.title}", style="dim")
        words = (telling.snippet.before, telling.snippet.words, telling.snippet.after)
        text.append("\n   ").append(words[0], style="italic dim").append(words[1], style="italic underline")
        parts.append(text.append(words[2], style="italic dim"))
    if event.points:
        parts.append(_compared(event.title, event.verdict, event.points, phrases))
    else:
        parts.append(Text(f"\n{event.title}: told on one word alone; there is nothing to compare.", style="bold"))
    for part in parts:
        console.print(part, width=min(WIDTH, console.width))


def _heading(words: str) -> RenderableType:
    return Padding(Rule(Text(words, style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def _notes(notes: Sequence[str]) -> Iterator[Text]:
    if notes:
        yield Text(" ".join(notes), style="dim")


def _head(brief: Brief) -> Iterator[RenderableType]:
    """Title, counts and, for each report, by whose word it speaks."""
    counts = brief.counts
    figures = (
        (counts.reports, "report"),
        (counts.words, "word"),
        (counts.events, "event"),
        (counts.tellings, "telling"),
        (counts.actors, "actor"),
    )
    line = " · ".join(f"{figure:,} {word if figure == 1 else word + 's'}" for figure, word in figures)
    yield Panel(Text(line, style="dim"), title=Text(brief.title, style="bold"), title_align="left", box=box.ROUNDED)
    yield _heading("By whose word")
    for report in brief.reports[:MOST_REPORTS]:
        yield _report(report, several=len(brief.reports) > 1)
    yield from _notes(_more(len(brief.reports) - MOST_REPORTS, "report") + brief.notes)


def _report(report: ReportView, *, several: bool) -> RenderableType:
    """A report's head and its chief voice chains."""
    text = Text()
    if several:
        text.append(f"{report.number}  ", style="bold")
    text.append(report.title, style="bold")
    text.append(f"\n{'   ' if several else ''}{report.published_by} · {report.published}", style="dim")
    for line in report.origins[:3]:
        text.append("\n   ")
        text.append_text(_chain(line.chain))
        text.append(f"  {line.tellings} telling{'' if line.tellings == 1 else 's'}", style="dim")
    return text


def _chain(chain: VoiceChain) -> Text:
    """A voice chain; unnamed voices stand out."""
    text = Text()
    for index, step in enumerate(chain.steps):
        if index:
            text.append(" ← ", style="dim")
        text.append(step.words, style="italic yellow" if step.anonymous else "")
    return text


def _more(count: int, word: str) -> tuple[str, ...]:
    """A note on what is not shown."""
    return (f"{count} more {word if count == 1 else word + 's'}: see the page that -o makes.",) if count > 0 else ()


def _links(system: System) -> RenderableType:
    """The network as a table, the most told first."""
    names = {node.key: node.name for node in system.nodes}
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(ratio=3, justify="right", style="bold")
    table.add_column(ratio=4)
    table.add_column(ratio=3, style="bold")
    links = sorted((link for link in system.links if link.kind == "deeds"), key=lambda link: -link.tellings)
    for link in links[:MOST_LINKS]:
        label = f"{link.label}{'*' if link.doubtful else ''} {'↔' if link.mutual else '→'}"
        table.add_row(Text(names[link.source]), Text(label, style=_TONES[link.tone]), Text(names[link.target]))
    return table


def _link_notes(system: System) -> tuple[str, ...]:
    """What the star means, what is left out of the table, and of the network."""
    deeds = [link for link in system.links if link.kind == "deeds"]
    star = ("* Only one side of the two, or unnamed voices, say so.",) if any(link.doubtful for link in deeds) else ()
    return star + _more(len(deeds) - MOST_LINKS, "pair") + system.notes


def _accounts(accounts: Accounts, phrases: Phrases, most: int = MOST_ACCOUNTS) -> Iterator[RenderableType]:
    """Accounts side by side: a table a happening, then tone, descriptions, and what one report alone tells."""
    yield _heading("Accounts side by side")
    yield from _notes(accounts.notes)
    for account in accounts.events[:most]:
        yield _compared(account.title, account.verdict, account.points, phrases)
    yield from _notes(_more(len(accounts.events) - most, "happening"))
    for tone in accounts.tones[:MOST_ACCOUNTS]:
        yield _compared(f"Tone: {tone.title}", tone.verdict, tone.points, phrases)
    if accounts.descriptions:
        yield _compared("How the same actor is described", "", accounts.descriptions[:MOST_ACCOUNTS], phrases)
    for only in accounts.only:
        if only.events:
            deeds = "; ".join(words for _, words in only.events[:6])
            more = f"; and {len(only.events) - 6} more" if len(only.events) > 6 else ""
            yield Text.assemble((f"\nOnly in report {only.report}: ", "bold"), deeds + more)


def _compared(title: str, verdict: str, points: Sequence[Point], phrases: Phrases) -> RenderableType:
    """One comparison: a row for every point that is more than agreed on by silence."""
    head = Text.assemble(
        (f"\n{title}  ", "bold"), (phrases.verdicts.get(verdict, verdict), _VERDICTS.get(verdict, "dim"))
    )
    table = Table(box=box.SIMPLE, show_header=False, padding=(0, 1), title=head, title_justify="left", expand=True)
    table.add_column(ratio=2, style="dim")
    table.add_column(ratio=8)
    for point in points:
        words = Text("\n").join(
            Text(f"{', '.join(map(str, cell.reports))}: {shortened(cell.words, 160)}") for cell in point.cells
        )
        if point.verdict in _REASONED and point.sentence:
            words.append(f"\n{shortened(point.sentence, 160)}", style="dim")
        for sentence in point.changed:
            words.append(f"\n{sentence}", style="dim")
        verdict_words = phrases.verdicts.get(point.verdict, point.verdict)
        table.add_row(Text.assemble(f"{point.name}\n", (verdict_words, _VERDICTS.get(point.verdict, "dim"))), words)
    return table


def _timeline(brief: Brief) -> Iterator[RenderableType]:
    """Events under their dates."""
    if not brief.timeline:
        yield Text("No event was read: nobody is told to have done anything to anybody that the PLOVER codebook knows.")
    yield from _days(brief.timeline[:MOST_EVENTS], several=len(brief.reports) > 1)
    yield from _notes(_more(len(brief.timeline) - MOST_EVENTS, "event"))


def _days(happenings: Sequence[Happening], *, several: bool) -> Iterator[RenderableType]:
    """Happenings in their order, those that follow on each other under one date together."""
    for day, together in groupby(happenings, key=lambda happening: happening.day):
        yield Text(f"\n{day}", style="bold dim")
        for happening in together:
            yield Padding(_happening(happening, several=several), (0, 0, 0, 2))


def print_timeline(view: TimelineView, console: Console) -> None:
    """Print a timeline by itself: every happening under its date, then which report each number is."""
    width = min(WIDTH, console.width)
    for part in _days([happening for _, happening in view.entries], several=len(view.reports) > 1):
        console.print(part, width=width)
    if not view.entries:
        console.print("Nothing is told that was asked for.")
    if view.undated:
        console.print(Text(f"\n{view.undated} without a date are left out.", style="dim"))
    if len(view.reports) > 1:
        console.print(_heading("Reports"), width=width)
        for report in view.reports:
            where = " · ".join((report.outlet, report.published, report.id[:ID_SHOWN]))
            line = Text.assemble((f"{report.number:>3}  ", "bold"), f"{report.title}  ", (where, "dim"))
            console.print(line, width=width)


def _happening(happening: Happening, *, several: bool) -> Text:
    """One event: the deed, the words it was read from, and by whose word."""
    main = happening.main
    text = _deed(main)
    if happening.told:
        text.append(f"  {happening.told}", style="dim")
    text.append("\n  ")
    text.append(main.snippet.tail(40), style="italic dim")
    text.append(shortened(main.snippet.words, 60), style="italic underline")
    text.append(main.snippet.head(45), style="italic dim")
    heard: dict[VoiceChain, dict[int, None]] = {}
    for telling in happening.tellings:
        heard.setdefault(telling.chain, {})[telling.report] = None
    for chain, numbers in list(heard.items())[:MOST_CHAINS]:
        text.append("\n  ")
        text.append_text(_chain(chain))
        if several:
            text.append(f"  {_reports(list(numbers))}", style="dim")
    if len(heard) > MOST_CHAINS:
        text.append(f"\n  and {len(heard) - MOST_CHAINS} more", style="dim")
    for line in _flaws(happening):
        text.append(f"\n  {line}", style="yellow")
    return text


def _flaws(happening: Happening) -> Iterator[str]:
    """What is wrong with how an event is told: dates that exclude each other, outlets that cite one another."""
    if happening.disputed:
        dates = "; ".join(f"{words} ({_reports(numbers)})" for words, numbers in happening.disputed)
        yield f"The dates exclude each other: {dates}"
    for circle in happening.circular:
        yield f"Circular: {listed(circle)} have it from one another"


def _reports(numbers: Sequence[int]) -> str:
    return f"report{'' if len(numbers) == 1 else 's'} {', '.join(map(str, sorted(numbers)))}"


def _deed(telling: Telling) -> Text:
    """Who did what to whom, with what qualifies it."""
    text = Text.assemble((_listed(telling.actors) or "somebody", "bold"), (f" {telling.phrase}", _TONES[telling.tone]))
    if telling.recipients and not telling.mutual:
        text.append(f" {_listed(telling.recipients)}", style="bold")
    if telling.factuality:
        text.append(f"  {telling.factuality}", style="italic magenta")
    if telling.place:
        text.append(f"  {telling.place}")
    text.append(f"  {telling.code}", style="dim")
    return text


def _listed(parties: Sequence[Party]) -> str:
    return ", ".join(party.name for party in parties)


def _actors(brief: Brief) -> Iterator[RenderableType]:
    """The chief actors in a table."""
    if not brief.actors:
        yield Text("No actor was read.")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("actor", ratio=4)
    table.add_column("kind, country", ratio=4)
    table.add_column("also called", ratio=5, style="dim")
    table.add_column("mentions", justify="right", min_width=8)
    table.add_column("events", justify="right", min_width=6)
    for actor in brief.actors[:MOST_ACTORS]:
        kind = ", ".join(part for part in (actor.kind_words, actor.country_words) if part)
        also = "; ".join(used.text for used in actor.names if used.text.casefold() != actor.name.casefold())
        role = f"\n{shortened(actor.roles[0].words, 60)}" if actor.roles else ""
        name = Text.assemble(
            (actor.name, "bold"), (role, "dim"), (" anonymous" if actor.anonymous else "", "italic yellow")
        )
        table.add_row(name, Text(kind), Text(shortened(also, 70)), str(actor.mentions), str(actor.events))
    yield table
    yield from _notes(_more(len(brief.actors) - MOST_ACTORS, "actor"))


def _ties(ties: Sequence[TieEntry]) -> Iterator[RenderableType]:
    """Standing relations, one a line."""
    for tie in ties[:MOST_TIES]:
        text = Text.assemble((tie.source.name, "bold"), f" {tie.words} ", (tie.target.name, "bold"), "  ")
        text.append_text(_chain(tie.tellings[0].chain))
        yield text
    yield from _notes(_more(len(ties) - MOST_TIES, "tie"))
