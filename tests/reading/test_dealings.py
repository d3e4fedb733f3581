"""Denials, answers, vows and meetings: what is told as a fact under them, and who takes part."""

from __future__ import annotations

import pytest

from dragoman import Reader, ReportRecord

Coding = tuple[str, set[str], set[str], str]


def told(record: ReportRecord) -> list[Coding]:
    """Type, names of the actors, names of the recipients, status."""
    name = {actor.id: actor.name for actor in record.actors}
    return [
        (e.type, {name[a] for a in e.actors}, {name[a] for a in e.recipients}, e.factuality.status)
        for e in record.events
    ]


def test_what_is_denied_is_no_content_of_the_denial(reader: Reader) -> None:
    codings = told(reader.read("Chad denied arming the Lake Front."))
    assert ("REJECT", {"Chad"}, set(), "asserted") in codings
    assert ("AID", {"Chad"}, {"Lake Front"}, "negated") in codings


def test_what_is_admitted_is_told_as_a_fact(reader: Reader) -> None:
    codings = told(reader.read("Norway admitted that its soldiers had killed two Laotian farmers."))
    assert [(coding[0], coding[3]) for coding in codings] == [("CONCEDE", "asserted"), ("ASSAULT", "asserted")]


def test_dealings_of_others_that_somebody_opposes_are_no_help_refused(reader: Reader) -> None:
    (event,) = reader.read("Kenya opposed a Chilean arms sale to Peru.").events
    assert (event.type, event.modes) == ("REJECT", ())


def test_a_lighter_entry_speaks_where_the_heavier_lacks_its_recipient(reader: Reader) -> None:
    assert told(reader.read("Unions threatened a nationwide strike.")) == [("THREATEN", {"unions"}, set(), "asserted")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya will not be drawn into a war between Chad and Sudan.", "negated"),
        ("The premier kept his country out of a war between Chad and Sudan.", "hypothetical"),
        ("Kenya will not be drawn into the war between Chad and Sudan.", "asserted"),
        ("Kenya was drawn into a war between Chad and Sudan.", "asserted"),
    ],
)
def test_a_war_that_is_kept_out_of_may_never_come(reader: Reader, text: str, status: str) -> None:
    (war,) = (event for event in reader.read(text).events if event.type == "ASSAULT")
    assert war.factuality.status == status


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        (
            "President Oscar Quispe held a meeting with his Chilean counterpart Ana Rivas.",
            ("CONSULT", {"Oscar Quispe"}, {"Ana Rivas"}, "asserted"),
        ),
        ("Kenya is due to meet Uganda next week.", ("AGREE", {"Kenya"}, {"Uganda"}, "future")),
        ("Chad complained to the Security Council about Gabon.", ("ACCUSE", {"Chad"}, {"Gabon"}, "asserted")),
        ("Chad dismissed as nonsense a Gabonese report on the raid.", ("REJECT", {"Chad"}, {"Gabon"}, "asserted")),
        ("Chad pinned the blame for the blast on Gabon.", ("ACCUSE", {"Chad"}, {"Gabon"}, "asserted")),
        ("Laos said it had nothing to do with the fire.", ("REJECT", {"Laos"}, set(), "asserted")),
        (
            "Gunmen attacked a bus carrying Norwegian tourists.",
            ("ASSAULT", {"gunmen"}, {"Norwegian tourists"}, "asserted"),
        ),
        ("Chad condemned what it called a provocation by Gabon.", ("ACCUSE", {"Chad"}, {"Gabon"}, "asserted")),
        ("Chad refuted claims by Gabon that prisoners were ill.", ("REJECT", {"Chad"}, {"Gabon"}, "asserted")),
        ("Kenya said no to the Ugandan plan.", ("REJECT", {"Kenya"}, {"Uganda"}, "asserted")),
        ("Peter Ruto is in Lima for talks with Rosa Huaman.", ("CONSULT", {"Peter Ruto"}, {"Rosa Huaman"}, "asserted")),
        (
            "Chad handed over a note of protest to the Kenyan government.",
            ("ACCUSE", {"Chad"}, {"Kenya"}, "asserted"),
        ),
        (
            "Deputies tabled a motion of no confidence in the Kenyan government.",
            ("ACCUSE", {"deputies"}, {"Kenya"}, "asserted"),
        ),
    ],
)
def test_parties_are_found_where_they_stand(reader: Reader, text: str, coding: Coding) -> None:
    assert coding in told(reader.read(text))
