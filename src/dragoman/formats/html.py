"""The brief as one HTML page that loads nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from dragoman.formats.marks import Block, Mark
from dragoman.formats.network import draw, network_style
from dragoman.formats.phrases import Phrases
from dragoman.formats.system import build_system
from dragoman.formats.views import Brief, Happening, ReportView
from dragoman.formats.wording import visible

WIDE, TALL = 1160.0, 560.0  # widths of the network drawing for a desk and for a telephone, in pixels


def render_html(brief: Brief, phrases: Phrases) -> str:
    """The page, as text to be written in UTF-8. The same brief gives the same page, byte for byte."""
    system = build_system(brief)
    script = _data("brief.js")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_data("brief.html.jinja"))
    return template.render(
        brief=brief,
        system=system,
        network=Markup(draw(system, phrases, width=WIDE)) if system.links else "",
        network_tall=Markup(draw(system, phrases, width=TALL)) if system.links else "",
        counts=_counts(brief),
        sections=_sections(brief),
        days=_days(brief.timeline),
        texts=[_paragraphs(report) for report in brief.reports],
        verdicts=phrases.verdicts,
        style=Markup(network_style() + _data("brief.css")),
        script=Markup(script),
        script_hash="sha256-" + b64encode(sha256(script.encode()).digest()).decode(),
    )


def _data(name: str) -> str:
    """A data file of the page."""
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """A value on its way into the page: text loses what cannot be shown, ready-made markup stays as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


def _counts(brief: Brief) -> list[tuple[str, str]]:
    """The figures under the title."""
    counts = brief.counts
    figures = (
        (counts.reports, "report"), (counts.words, "word"), (counts.events, "event"), (counts.tellings, "telling"),
        (counts.voices, "voice"), (counts.actors, "actor"), (counts.ties, "tie"),
    )  # fmt: skip
    return [(f"{figure:,}", word if figure == 1 else word + "s") for figure, word in figures]


def _sections(brief: Brief) -> list[tuple[str, str]]:
    """Ids and names of the sections there are."""
    sections = [("reports", "By whose word"), ("system", "The system at a glance")]
    sections += [("accounts", "Accounts side by side")] if brief.accounts else []
    sections += [("timeline", "Timeline"), ("actors", "Actors")]
    sections += [("ties", "Ties")] if brief.ties else []
    return [*sections, ("texts", "The texts")]


def _days(timeline: Iterable[Happening]) -> list[tuple[str, list[Happening]]]:
    """Happenings that follow on each other under the same date."""
    return [(day, list(group)) for day, group in groupby(timeline, key=lambda happening: happening.day)]


def _paragraphs(report: ReportView) -> list[Markup]:
    """The paragraphs of a report's text with its marks."""
    begun: set[int] = set()
    paragraphs = [Markup("".join(_pieces(report.text, block, report.marks, begun))) for block in report.blocks]
    wordless = "".join(f'<span id="{mark.id}"></span>' for at, mark in enumerate(report.marks) if at not in begun)
    return [*paragraphs, Markup(wordless)] if wordless else paragraphs  # links to empty spans still lead somewhere


def _pieces(text: str, block: Block, marks: tuple[Mark, ...], begun: set[int]) -> Iterator[str]:
    """A paragraph as nested elements; a mark that crosses another is cut, and its first piece has its id."""
    opened: list[int] = []
    for segment in block.segments:
        shared = 0
        while shared < min(len(opened), len(segment.marks)) and opened[shared] == segment.marks[shared]:
            shared += 1
        yield "</span>" * (len(opened) - shared)
        del opened[shared:]
        for index in segment.marks[shared:]:
            yield _opening(marks[index], first=index not in begun)
            begun.add(index)
            opened.append(index)
        words = escape(visible(text[segment.start : segment.end]), quote=False)
        item = marks[opened[-1]].item if opened else None
        yield f'<a href="#{item}">{words}</a>' if item else words
    yield "</span>" * len(opened)


def _opening(mark: Mark, *, first: bool) -> str:
    """The start of a mark's element: with its id on the first piece, with a reference to it on later ones."""
    name = f'id="{mark.id}"' if first else f'data-of="{mark.id}"'
    classes = " ".join(part for part in ("mark", mark.layer, mark.style) if part)
    return f'<span {name} class="{escape(classes)}" title="{escape(visible(mark.title))}">'
