"""The reader: records that can be made again, in any company, and errors that end no batch."""

from __future__ import annotations

import pytest

from dragoman import Reader, ReportRecord
from dragoman.errors import OptionError, ReportError
from dragoman.ingest import read_text

TEXTS = [
    "Kenya condemned Uganda on Monday.",
    "Peru's president will visit Oslo, officials said. The talks were held in secret.",
    "The army shelled the town, killing five people, the ministry said.\n\nRebels denied it.",
]


def test_a_record_round_trips_through_json(reader: Reader) -> None:
    record = reader.read(TEXTS[1], published="2025-12-08", outlet="The Post", title="A visit")
    again = ReportRecord.model_validate_json(record.to_json())
    assert again == record
    assert again.to_json() == record.to_json()


def test_a_record_does_not_depend_on_company_or_processes(reader: Reader) -> None:
    """Alone, in another order, or in worker processes: byte for byte the same."""
    reports = [read_text(text) for text in TEXTS]
    alone = [reader.read_report(report).to_json() for report in reports]
    turned = [record.to_json() for record in reader.read_all(reversed(reports)) if isinstance(record, ReportRecord)]
    parallel = [
        record.to_json() for record in reader.read_all(reports, processes=2) if isinstance(record, ReportRecord)
    ]
    assert turned[::-1] == alone
    assert parallel == alone


def test_options_override_what_the_text_says(reader: Reader) -> None:
    record = reader.read("date 2025-12-08 Kenya condemned Uganda on Monday.", published="2024-01-03", outlet="The Post")
    assert (record.published, record.outlet) == ("2024-01-03", "The Post")


def test_bad_options_are_refused_with_what_is_allowed(reader: Reader) -> None:
    with pytest.raises(OptionError, match="2025-12-08"):
        reader.read("Kenya condemned Uganda.", published="last week")
    with pytest.raises(OptionError, match="1 or more"):
        next(reader.read_all([], processes=0))


def test_an_empty_report_is_refused_in_one_sentence(reader: Reader) -> None:
    with pytest.raises(ReportError) as caught:
        reader.read("  \n ")
    assert "\n" not in str(caught.value)


def test_errors_survive_the_way_between_processes() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(ReportError("a.txt", "is empty")))
    assert (error.name, error.reason) == ("a.txt", "is empty")


def test_a_headline_may_end_anywhere(reader: Reader) -> None:
    """A participle at the very end, without a full stop, was looked behind of."""
    assert reader.read("Rights group urges Eritrea to free ministers held since 2001").events
