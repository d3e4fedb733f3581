"""Reading plain text: decoding, canonical text, refusals, and segments that hold together for any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ReportError
from dragoman.ingest import SIZE_LIMIT, Report, read_bytes, read_file, read_text

SENTENCE = "Egypt’s president “met” the commander — in Cairo.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_decoding_keeps_every_character(encoding: str) -> None:
    assert read_bytes(SENTENCE.encode(encoding), name="a.txt").text == SENTENCE


def test_decoding_keeps_utf8_around_a_broken_byte() -> None:
    data = SENTENCE.encode().replace(b"met", b"m\xe9t")
    assert read_bytes(data, name="a.txt").text == SENTENCE.replace("met", "m\ufffdt")


def test_a_stray_zero_byte_makes_no_utf16() -> None:
    text = "Egypt’s president met\x00 the commander in Cairo."
    assert len(text.encode()) % 2 == 0
    assert read_bytes(text.encode(), name="a.txt").text == text.replace("\x00", "\ufffd")


def test_canonical_text_changes_line_ends_and_control_characters_only() -> None:
    assert read_text("A\u00a0“b”\r\nc\rd\x00e\ud800.").text == "A\u00a0“b”\nc\nd\ufffde\ufffd."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\xc2\xa0\n", "empty"),
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (b"PK\x03\x04 and more", "ZIP"),
        (b"<!DOCTYPE html><p>Egypt said so.</p>", "web page"),
        (bytes(range(256)) * 4, "binary"),
        (b"x" * (SIZE_LIMIT + 1), "limit of 10 MB"),
    ],
)
def test_refusal_names_the_report_and_what_is_wrong(data: bytes, reason: str) -> None:
    with pytest.raises(ReportError, match=reason) as refused:
        read_bytes(data, name="report.txt")
    assert str(refused.value).startswith("report.txt: ")
    assert "\n" not in str(refused.value)


def test_read_file_refuses_what_it_cannot_open(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such file"):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(ReportError, match="folder"):
        read_file(tmp_path)


def test_options_override_the_head_matter() -> None:
    text = "Talks end\n\nDaily Herald – Agencies\n8 December 2025\n\nThe talks ended on Monday."
    report = read_text(text, published=date(2024, 1, 1), outlet="The Post", title="Another title")
    assert (report.title, report.outlet, report.published) == ("Another title", "The Post", date(2024, 1, 1))
    assert "Another title" not in report.text


def test_title_of_the_user_that_stands_in_the_text_is_found_there() -> None:
    report = read_text(
        "The talks ended on Monday.\nNobody spoke of the war after that.", title="The talks ended on Monday."
    )
    assert report.segments[0].kind == "title"


def test_id_follows_text_outlet_and_date() -> None:
    assert read_text(SENTENCE).id == read_bytes(SENTENCE.encode(), name="b").id
    assert (
        len(
            {
                read_text(SENTENCE).id,
                read_text(SENTENCE, outlet="X").id,
                read_text(SENTENCE, published=date(2025, 1, 1)).id,
            }
        )
        == 3
    )


def test_prose_masks_head_matter_and_joins_wrapped_lines() -> None:
    report = read_text(
        "CAIRO (AP) — The commander left the capital on Monday, and\nwas gone.\n\nSource: Daily Herald\n"
    )
    prose = report.prose()
    assert prose.split() == ["The", "commander", "left", "the", "capital", "on", "Monday,", "and", "was", "gone."]
    assert "and was" in prose


@given(st.text(max_size=300))
def test_canonical_text_is_idempotent(text: str) -> None:
    if report := _report_or_none(text):
        assert read_text(report.text).text == report.text


LONG_LINE = "The president met the commander in the capital on Monday, and they spoke for long."
_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "By Jane Doe",
                "CAIRO, Dec 8 (Reuters) - ",
                "date 2025-12-08 ",
                "Source: AFP",
                "Title: X",
                "Daily Herald – Agencies",
                "Read more: this",
                LONG_LINE,
                "What next",
                "(Reuters)",
                "",
                " ",
                "8 December 2025",
            ],
        ),
        st.text(max_size=40),
    ),
    max_size=12,
)


@settings(max_examples=200)
@given(_LINES, st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
def test_segments_are_ordered_and_leave_only_white_space(lines: list[str], separator: str) -> None:
    report = _report_or_none(separator.join(lines))
    if report is None:
        return
    end = 0
    for segment in report.segments:
        assert end <= segment.start < segment.end
        assert not report.text[end : segment.start].strip()
        end = segment.end
    assert not report.text[end:].strip()
    assert all(report.text[credit.start : credit.end] == credit.name for credit in report.credits)
    assert len(report.prose()) == len(report.text)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_report_or_a_clear_refusal(data: bytes) -> None:
    try:
        report = read_bytes(data, name="x")
    except ReportError:
        return
    assert report.text.strip()


def _report_or_none(text: str) -> Report | None:
    try:
        return read_text(text)
    except ReportError:
        return None
