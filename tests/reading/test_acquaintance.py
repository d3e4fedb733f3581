"""Standing knowledge in the reading: it fills what the text leaves open and never contradicts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.ingest import read_text
from dragoman.knowledge.index import Knowledge
from dragoman.knowledge.load import load_knowledge
from dragoman.reading.cast import build_cast
from dragoman.reading.draft import Actor
from dragoman.reading.reader import Reader
from dragoman.reading.tree import Tree

ReadTree = Callable[[str], Tree]


@pytest.fixture(scope="session")
def actor_of(read_tree: ReadTree, reader: Reader) -> Callable[..., Actor]:
    def find(text: str, name: str, knowledge: Knowledge, published: str = "") -> Actor:
        report = read_text(text, published=date.fromisoformat(published) if published else None)
        cast = build_cast(read_tree(text), report, reader.lexicon, knowledge)
        return next(actor for actor in cast.actors if name in actor.names)

    return find


@pytest.mark.parametrize(
    ("text", "name", "published", "country", "sector"),
    [
        ("Mugabe condemned Botswana.", "Mugabe", "", "ZWE", "GOV"),
        ("President Yoweri Museveni warned Rwanda.", "Yoweri Museveni", "", "UGA", "GOV"),
        ("Chirac met Japanese officials.", "Chirac", "2012-05-05", "FRA", "ELI"),
        ("Hezbollah fired rockets at Israel.", "Hezbollah", "", "LBN", "REB"),
        ("The Shining Path attacked a village.", "Shining Path", "", "PER", "REB"),
        ("The Khmer Rouge expelled the diplomats.", "Khmer Rouge", "1976-03-03", "KHM", "GOV"),
        ("The Khmer Rouge shelled the town.", "Khmer Rouge", "1990-03-03", "KHM", "REB"),
        ("Amnesty International accused Chad.", "Amnesty International", "", None, "NGO"),
    ],
)
def test_knowledge_fills_country_and_sector(
    actor_of: Callable[..., Actor], text: str, name: str, published: str, country: str | None, sector: str
) -> None:
    actor = actor_of(text, name, load_knowledge(), published)
    assert actor.country == country
    assert sector in actor.sectors


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenyan lawyer Tony Blair sued the firm.", "Tony Blair", "KEN"),
        ("Surgeon Gordon Brown operated on him.", "Gordon Brown", None),
        ("Paraguayan farmer Alberto Fujimori was arrested.", "Alberto Fujimori", "PRY"),
        ("General Okello Mukasa of Uganda came with his sons Brian and Saddam.", "Saddam", "UGA"),
        ("Ugandan mayor Mugabe opened a school.", "Mugabe", "UGA"),
        ("Egyptian Islamic Jihad claimed the attack.", "Egyptian Islamic Jihad", "EGY"),
    ],
)
def test_the_text_wins(actor_of: Callable[..., Actor], text: str, name: str, country: str | None) -> None:
    assert actor_of(text, name, load_knowledge()).country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("President Chirac spoke.", "Chirac", None),  # whoever that is, he left years ago
        ("Former President Chirac spoke.", "Chirac", "FRA"),
        ("Chirac spoke.", "Chirac", "FRA"),
        ("Labour Minister Modi spoke.", "Modi", None),  # the one who is known by that name leads the government
        ("Prime Minister Modi spoke.", "Modi", "IND"),
    ],
)
def test_who_holds_an_office_is_not_he_who_left_it(
    actor_of: Callable[..., Actor], text: str, name: str, country: str | None
) -> None:
    assert actor_of(text, name, load_knowledge(), "2015-05-05").country == country


def test_without_knowledge_the_text_stands_alone(actor_of: Callable[..., Actor]) -> None:
    assert actor_of("Mugabe condemned Botswana.", "Mugabe", Knowledge()).country is None


def test_a_record_says_which_knowledge_it_was_made_with(reader: Reader) -> None:
    assert set(reader.read("Mugabe condemned Botswana.").made_by.knowledge) == {"standing"}
