"""Records survive the way to a line of JSON and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from dragoman.errors import ReportError
from dragoman.formats.jsonl import read_lines, write_line
from dragoman.record import ReportRecord
from tests.formats.factory import strain_report
from tests.formats.generated import records


@settings(max_examples=40)
@given(records())
def test_a_record_comes_back_as_it_was(record: ReportRecord) -> None:
    line = write_line(record)
    assert line.count("\n") == 1
    assert list(read_lines([line, "\n"], "x")) == [record]


def test_a_bad_line_is_named_with_what_is_wrong() -> None:
    lines = [write_line(strain_report()), '{"schema": "dragoman/report/1"}\n']
    with pytest.raises(ReportError, match=r"^my\.jsonl: line 2 is no dragoman/report/1 record"):
        list(read_lines(lines, "my.jsonl"))
