"""The page stands alone, leads nowhere false, and shows any text without being taken in by it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given, settings

from dragoman.formats.briefing import build_brief, prepare_brief
from dragoman.formats.html import render_html
from dragoman.formats.network import draw
from dragoman.formats.phrases import load_phrases
from dragoman.formats.system import build_system
from dragoman.record import ReportRecord
from tests.casebook.factory import Report
from tests.formats.factory import Story, empty_report, strain_report, talks_report
from tests.formats.generated import records

PHRASES = load_phrases()
VOID = {"meta", "br", "rect", "circle", "path"}


class Page(HTMLParser):
    """Ids, links and nesting of a page, and the words of each mark."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[str] = []
        self.words: dict[str, str] = {}
        self.tags: list[str] = []
        self._open: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()
        assert not self._open, "every element is closed"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.tags.append(tag)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src", "xlink:href", "action", "poster", "srcset", "data"):
            target = values.get(name, "#")
            (self.links if target.startswith("#") else self.outside).append(target[1:])
        self.outside += [name for name in values if name.startswith("on")]
        if tag not in VOID:
            self._open.append((tag, values.get("id") or values.get("data-of")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag, "elements are properly nested"

    def handle_data(self, data: str) -> None:
        for tag, mark in self._open:
            if tag == "span" and mark:
                self.words[mark] = self.words.get(mark, "") + data


def page_of(*given_records: ReportRecord) -> str:
    return render_html(build_brief(given_records, phrases=PHRASES, countries={"EGY": "Egypt"}), PHRASES)


def assert_whole(html: str) -> Page:
    """Ids are unique, every link has its target, nothing comes from elsewhere."""
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if link} <= set(page.ids)
    assert page.outside == []
    assert "@import" not in html
    assert not re.search(r"url\(|https?://(?!www\.w3\.org)", html)
    assert page.tags.count("script") == 1
    return page


def test_the_page_stands_alone() -> None:
    html = render_html(prepare_brief([strain_report(), talks_report()]), PHRASES)
    assert_whole(html)
    assert "Accounts side by side" in html


def test_the_same_record_gives_the_same_page() -> None:
    assert page_of(strain_report()) == page_of(strain_report())


@settings(max_examples=80)
@given(records(), records("two"))
def test_the_page_of_any_records_is_whole(one: ReportRecord, two: ReportRecord) -> None:
    page = assert_whole(page_of(one, two))
    assert set(page.tags) <= KNOWN_TAGS


KNOWN_TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "b",
    "nav",
    "a",
    "main",
    "section",
    "div",
    "article",
    "span",
    "bdi",
    "figure",
    "figcaption",
    "svg",
    "g",
    "path",
    "text",
    "tspan",
    "rect",
    "circle",
    "q",
    "mark",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "footer",
    "script",
}


def test_a_marked_word_is_the_word_of_the_record() -> None:
    record = strain_report()
    page = Page(page_of(record))
    for index, mention in enumerate(record.mentions, start=1):
        assert page.words[f"r1-m{index}"] == record.text[mention.start : mention.end]
    for index, event in enumerate(record.events, start=1):
        assert page.words[f"r1-e{index}"] == record.text[slice(*event.anchor)]


def test_hostile_words_are_shown_and_do_nothing() -> None:
    story = Story(
        "<script>alert(1)</script> met \x00Bob\x1b[31m & Co.", id="x", title="</title><script>", outlet='"><img>'
    )
    one = story.actor("<script>alert(1)</script>", "person", None)
    story.event("CONSULT", "met", one)
    html = page_of(story.record())
    page = assert_whole(html)
    assert "img" not in page.tags
    assert "\x00" not in html
    assert "\x1b" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_report_without_events_says_so_plainly() -> None:
    html = page_of(empty_report())
    assert "No event was read from this report" in html
    assert "The weather was fine." in html
    assert "<svg" not in html


def test_a_voice_chain_is_spelled_out_with_its_anonymous_source() -> None:
    html = page_of(strain_report())
    assert "Al-Araby Al-Jadeed" in html
    assert "senior Egyptian sources (anonymous)" in html


def test_a_drawing_of_its_own_is_a_whole_svg() -> None:
    brief = build_brief([strain_report()], phrases=PHRASES, countries={})
    svg = draw(build_system(brief), PHRASES, standalone=True)
    assert svg.startswith('<svg class="network"')
    assert 'xmlns="http://www.w3.org/2000/svg"' in svg
    assert "href" not in svg
    assert "Khalifa Haftar" in svg


def test_dates_that_exclude_each_other_and_circles_are_said_beside_the_event() -> None:
    def told(record_id: str, outlet: str, cited: str, day: str) -> ReportRecord:
        report = Report(record_id, ["Peter Otieno freed Ana Flores."], outlet=outlet, published="2025-12-10")
        report.actor("a1", "Peter Otieno", country="KEN").actor("a2", "Ana Flores", country="PER")
        report.actor("a3", cited, kind="outlet").voice("v1", "outlet", "a3")
        return report.event(
            "e1", "RETREAT", 0, "freed", "a1", "a2", modes=["release"], time=(day, day, day), voice="v1"
        ).record()

    one = told("1" * 8, "Andina Wire", "Lima Daily", "2025-12-08")
    brief = prepare_brief([one, told("2" * 8, "Lima Daily", "Andina Wire", "2025-12-09")])
    (happening,) = brief.timeline
    assert happening.disputed == (("8 December 2025", (1,)), ("9 December 2025", (2,)))
    html = render_html(brief, PHRASES)
    assert "dates exclude each other: 8 December 2025 (1); 9 December 2025 (2)" in html
    assert "circular: Andina Wire and Lima Daily have it from one another" in html
    assert "Andina Wire and Lima Daily cite one another on one happening" in html
