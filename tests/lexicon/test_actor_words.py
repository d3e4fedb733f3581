"""Titles, kin, organization words, names and metonyms: the tables load, are sound, and say what readers expect."""

from __future__ import annotations

import pytest

from dragoman.lexicon.kin import load_kin
from dragoman.lexicon.metonyms import load_metonyms
from dragoman.lexicon.organizations import load_organizations
from dragoman.lexicon.persons import load_persons
from dragoman.lexicon.titles import load_titles
from dragoman.lexicon.word_groups import word_groups


@pytest.mark.parametrize(
    ("title", "sector", "leads"),
    [("president", "GOV", True), ("commander", "MIL", True), ("senator", "LEG", False), ("journalist", "JRN", False)],
)
def test_titles_tell_sector_and_lead(title: str, sector: str, leads: bool) -> None:
    entry = load_titles().titles[title]
    assert sector in entry.sectors
    assert entry.leads is leads


def test_bodies_tell_kind_and_sector() -> None:
    bodies = load_organizations().bodies
    assert (bodies["army"].kind, bodies["army"].sectors) == ("armed-group", ("MIL",))
    assert bodies["ministry"].state
    assert not bodies["newspaper"].state


def test_every_generic_noun_refers_to_kinds_it_can_have() -> None:
    organizations = load_organizations()
    assert all(kinds for kinds in organizations.refers.values())


def test_kin_and_given_names_tell_gender() -> None:
    assert load_kin().words["sons"].gender == load_persons().gender["mohamed"] == "m"
    assert load_kin().words["wife"].gender == load_persons().gender["angela"] == "f"


def test_statements_are_documents_and_say_is_speech() -> None:
    metonyms = load_metonyms()
    assert "statement" in metonyms.documents
    assert "say" in metonyms.speech_verbs


def test_faults_of_a_table_are_listed_together() -> None:
    """A capital, an unknown sector, an unknown key and a word twice: four sentences."""
    faults: list[str] = []
    table = {"body": [{"words": ["Army", "navy"], "sectors": ["XXX"], "colour": 1}, {"words": ["navy"]}]}
    list(word_groups(table, "body", {"sectors": list}, faults))
    assert len(faults) == 4
