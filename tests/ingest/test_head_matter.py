"""Head matter: what is recognised, what it says of outlet and date, and what must stay prose."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.ingest import Report, read_text

BODY = "The president met the commander in the capital on Monday, the presidency said."
LONGER = "The two sides agreed to meet again in January to settle what was left open, officials said."


def kinds(report: Report) -> list[tuple[str, str]]:
    """The report's segments as (kind, words)."""
    return [(segment.kind, report.text[segment.start : segment.end]) for segment in report.segments]


@pytest.mark.parametrize(
    "line",
    [
        "date 2025-12-08",
        "Published: 8 December 2025",
        "Mon 08 Dec 2025 14:03 GMT",
        "2025-12-08 10:00",
        "December 8th, 2025 at 3:15 p.m. EST",
        "Monday, December 8, 2025",
        "2025-12-08T10:00:00+02:00",
        "Dec. 8, 2025 | Updated: Dec. 9, 2025",
        "CAIRO 2025-12-08",
    ],
)
def test_date_line_gives_the_publication_date(line: str) -> None:
    report = read_text(f"A title\n{line}\n\n{BODY}")
    assert report.published == date(2025, 12, 8)
    assert kinds(report) == [("title", "A title"), ("date", line), ("body", BODY)]


@pytest.mark.parametrize("line", ["08/12/2025", "Monday 8 December", "31 February 2025"])
def test_date_that_is_not_given_in_full_is_not_guessed(line: str) -> None:
    report = read_text(f"A title\n{line}\n\n{BODY}")
    assert report.published is None
    assert ("date", line) in kinds(report)


@pytest.mark.parametrize(
    ("opening", "outlet", "published"),
    [
        ("date 2025-12-08 ", None, date(2025, 12, 8)),
        ("CAIRO, Dec 8 (Reuters) - ", "Reuters", None),
        ("CAIRO (AP) — ", "AP", None),
        ("QUITO, Ecuador (AP) _ ", "AP", None),
        ("BEIRUT, Lebanon, Dec. 8, 2025 (AFP) – ", "AFP", date(2025, 12, 8)),
        ("GENEVA (8 December 2025) – ", None, date(2025, 12, 8)),
        ("Lima, 8 December 2025 - ", None, date(2025, 12, 8)),
        ("WASHINGTON/LIMA -- ", None, None),
        ("Nairobi, Kenya – ", None, None),
        ("KAMPALA: ", None, None),
        ("(Reuters) - ", "Reuters", None),
        ("CAIRO, December 8, 2025 (Nile Wire) – ", "Nile Wire", date(2025, 12, 8)),
        ("December 8, 2025 (KHARTOUM) – ", None, date(2025, 12, 8)),
        ("(Kuala Lumpur, 8 December 2025) – ", None, date(2025, 12, 8)),
        ("Mogadishu – ", None, None),
        ("Gulu (Uganda) (AFP) - ", "AFP", None),
        ("LIMA (AP) ", "AP", None),
        ("LIMA, Peru (AP) _ ", "AP", None),
        ("(Nile Wire) BUKAVU, 14 June 2012 – ", "Nile Wire", date(2012, 6, 14)),
        ("Lima, March 8 (AFP) ", "AFP", None),
        ("Lima, March 8, Reuters - ", "Reuters", None),
    ],
)
def test_dateline_is_no_prose(opening: str, outlet: str | None, published: date | None) -> None:
    report = read_text(opening + BODY)
    assert kinds(report)[1:] == [("body", BODY)]
    assert (report.outlet, report.published) == (outlet, published)


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "By Jane Doe in Cairo and Ali Omar", "Staff writer", "Jane Doe, Diplomatic Editor"]
)
def test_byline(line: str) -> None:
    assert kinds(read_text(f"A title\n\n{line}\n\n{BODY}"))[1] == ("byline", line)


@pytest.mark.parametrize(
    ("line", "outlet", "credits"),
    [
        ("Sudan Events – Agencies", "Sudan Events", ["Agencies"]),
        ("Andean Affairs – Agencies", "Andean Affairs", ["Agencies"]),
        ("Cairo – Agencies", None, ["Agencies"]),
        ("Khartoum – Sudan Tribune", "Sudan Tribune", []),
        ("Arab News / AFP", "Arab News", ["AFP"]),
        ("Reuters, AFP", None, ["Reuters", "AFP"]),
        ("Jane Doe | Reuters", "Reuters", []),
        ("Agencies", None, ["Agencies"]),
        ("Reuters | Dec 8, 2025", "Reuters", []),
        ("The Daily Herald, Dec. 8, 2025, 10:00 am", "The Daily Herald", []),
    ],
)
def test_agency_line_tells_the_outlet_from_those_it_took_the_text_from(
    line: str, outlet: str | None, credits: list[str]
) -> None:
    report = read_text(f"A title\n\n{line}\n{BODY}")
    assert (report.outlet, [credit.name for credit in report.credits]) == (outlet, credits)
    assert kinds(report) == [("title", "A title"), ("agency", line), ("body", BODY)]


def test_byline_may_name_the_outlet_and_the_date() -> None:
    report = read_text(f"A title\n\nBy AFP - December 8, 2025\n\n{BODY}")
    assert (report.outlet, report.published) == ("AFP", date(2025, 12, 8))
    assert kinds(report)[1][0] == "byline"


def test_outlet_above_the_date_line() -> None:
    report = read_text(f"A title\n\nThe Sahel Monitor\n10 December 2025\n\n{BODY}")
    assert (report.outlet, report.published) == ("The Sahel Monitor", date(2025, 12, 10))


def test_credits_stand_outermost_first_and_leave_out_the_outlet() -> None:
    report = read_text(f"Daily Herald – Agencies\n{BODY}\nSource: Al Jazeera\nSource: Daily Herald")
    assert [credit.name for credit in report.credits] == ["Agencies", "Al Jazeera"]
    assert report.credits[0].agencies


@pytest.mark.parametrize(
    "line",
    [
        "Source: Al-Araby Al-Jadeed",
        "(Reporting by A. Doe; Editing by B. Roe)",
        "Additional reporting by Ali Omar",
        "Read more: the long war",
        "With agencies",
        "© 2025 Daily Herald. All rights reserved.",
        "The Associated Press contributed to this report.",
        "Photo: AFP",
    ],
)
def test_tail_matter_is_no_prose(line: str) -> None:
    assert kinds(read_text(f"{BODY}\n\n{line}")) == [("body", BODY), ("credit", line)]


def test_credit_at_the_end_of_a_paragraph_is_cut_off() -> None:
    report = read_text(f"{BODY} (Reuters)")
    assert kinds(report) == [("body", BODY), ("credit", "(Reuters)")]
    assert [credit.name for credit in report.credits] == ["Reuters"]


@pytest.mark.parametrize("line", ["Talks Between Haftar and Cairo", "What happens next", "‘No way back’"])
def test_crosshead_between_paragraphs(line: str) -> None:
    assert kinds(read_text(f"{BODY}\n{line}\n{LONGER}"))[1] == ("crosshead", line)


def test_headline_given_twice_stands_without_its_country() -> None:
    report = read_text(f"PERU: Rebels free hostages.\nRebels free hostages.\nJuan Rojas\nLIMA 1997-02-08\n{BODY}")
    assert report.title == "Rebels free hostages."
    assert [kind for kind, _ in kinds(report)] == ["title", "title", "byline", "date", "body"]


def test_labelled_fields() -> None:
    report = read_text(f"Title: Talks end\nDate: 2025-12-08\nOutlet: Daily Herald\nSource: AFP\n\n{BODY}")
    assert (report.title, report.published, report.outlet) == ("Talks end", date(2025, 12, 8), "Daily Herald")
    assert [credit.name for credit in report.credits] == ["AFP"]
    assert report.prose().split() == ["Talks", "end", *BODY.split()]


@pytest.mark.parametrize(
    "paragraph",
    [
        "By Monday, the army had taken the town.",
        "By the time the talks ended the army had gone.",
        "NATO – Allies met in Brussels – said nothing.",
        "WARNING: Nobody may enter the zone, the army said.",
        "Source: the ministry did not name one.",
        "Sources: there is no deal.",
        "Published in 2025, the report names no one.",
        "Dated 8 December 2025, the letter was sent to the council.",
        "2025 was the year of the long war.",
        "December 8, 2025 was the day of the talks.",
        "Haftar (LNA) said he would come.",
        "Agencies of the United Nations left the country.",
        "Reuters reported that the talks had ended.",
        "Reporting by the network shows that he knew.",
        "Sudan Events was closed by the army in May.",
        "Egypt – Africa’s second economy – has no oil.",
        "Subscribers to the plan met in Geneva.",
        "8 December is the day on which the regime fell.",
        "Rojas – Peru’s foreign minister – left.",
        "Peru – The Andes are high there.",
        "On 8 December 2025 (a Monday) – The Hague was quiet.",
    ],
)
def test_near_misses_stay_prose(paragraph: str) -> None:
    report = read_text(f"A title\n\n{paragraph}\n\n{BODY}")
    assert kinds(report) == [("title", "A title"), ("body", paragraph), ("body", BODY)]
    assert (report.outlet, report.published, report.credits) == (None, None, ())


def test_short_lines_of_a_list_stay_prose() -> None:
    report = read_text(f"{BODY}\nThose present were:\nKhalifa Haftar\nSaddam Haftar\n{LONGER}")
    assert [kind for kind, _ in kinds(report)] == ["body"] * 5


def test_speakers_of_a_transcript_are_no_datelines() -> None:
    report = read_text(f"QUESTION: Will you go to Cairo?\n\nKERRY: {BODY}")
    assert report.prose().split() == report.text.split()


def test_title_may_open_with_its_country() -> None:
    assert kinds(read_text(f"PERU: Rebels free hostages\n\n{BODY}"))[0] == ("title", "PERU: Rebels free hostages")


def test_title_may_stand_below_its_date() -> None:
    text = f"date 2024-03-14\nArmy retakes the station\nOMDURMAN, March 13 – {BODY}"
    assert ("title", "Army retakes the station") in kinds(read_text(text))


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "Talks end\n\nThe president met the commander of the eastern forces in\nCairo on Monday, where the two men "
        "spoke of the war and\nof the border.\n\nThey will meet again, the presidency said, in a month or\ntwo."
    )
    assert [kind for kind, _ in kinds(read_text(text))] == ["title", "body", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt and Libya sign a deal", [("title", "Egypt and Libya sign a deal")]),
        ("Egypt and Libya signed a deal.", [("body", "Egypt and Libya signed a deal.")]),
        ("مصر وليبيا\n\nقال الرئيس إنه التقى حفتر.", [("title", "مصر وليبيا"), ("body", "قال الرئيس إنه التقى حفتر.")]),
    ],
)
def test_small_texts(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read_text(text)) == expected
