"""Each of PLOVER's contexts is reached by a report."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.ontology.plover import load_plover

TOLD = {
    "military": "Kenyan troops attacked Somali rebels.",
    "intelligence": "Chile accused a Peruvian spy of theft.",
    "executive": "The White House criticised Norway.",
    "legislative": "Peru's parliament condemned Chile.",
    "election": "Kenya accused Uganda of meddling in the referendum.",
    "political_institutions": "Norway condemned the coup leaders in Laos.",
    "pro_democracy": "Norway praised Kenya for its democratic reform.",
    "pro_autocracy": "Chile denounced the dictator of Laos.",
    "economic": "Norway threatened Peru with a tariff.",
    "legal": "A Peruvian court convicted minister Luis Condori.",
    "diplomatic": "Kenya recalled its ambassador from Uganda.",
    "territory": "Peru accused Chile of moving the disputed border.",
    "peacekeeping": "Rebels attacked United Nations peacekeepers in Laos.",
    "human_rights": "Norway accused Laos of human rights abuses.",
    "rights_freedoms": "Peru criticised Chile over press freedom.",
    "repression": "Chile condemned the crackdown by Peruvian police.",
    "gender": "Norway praised Kenya for gender equality.",
    "lgbt": "Norway criticised Uganda over its law against homosexuality.",
    "religion_ethnicity": "Laos condemned the attack on a Norwegian church.",
    "inequality": "Kenyan workers accused the government of widening inequality.",
    "human_security": "Peru sent drinking water to Chile.",
    "health": "Norway sent vaccines to Kenya.",
    "migration": "Norway deported three Kenyan refugees.",
    "asylum": "Peru granted asylum to Chilean general Juan Soto.",
    "disasters": "Norway sent aid to Laos after the earthquake.",
    "environment": "Chile accused Peru of pollution of the river.",
    "natural_resource": "Peru accused Chile of seizing a copper mine.",
    "technology": "Norway accused Laos of stealing semiconductor plans.",
    "terrorism": "Kenya accused Uganda of terrorism.",
    "cbrn": "Norway accused Laos of testing a nuclear weapon.",
    "cyber": "Norway accused Laos of a cyberattack.",
    "misinformation": "Kenya accused Uganda of spreading propaganda.",
    "crime": "Peruvian police arrested two Chilean gangsters.",
    "corruption": "Police arrested Peruvian minister Luis Condori over bribery.",
    "illegal_drugs": "Police arrested two Peruvian farmers over cocaine.",
    "trafficking": "Kenyan police arrested three Ugandan smugglers.",
    "reparations": "Peru demanded reparations from Chile.",
}


@pytest.mark.parametrize("context", load_plover().contexts)
def test_an_event_has_the_context_its_sentence_speaks_of(reader: Reader, context: str) -> None:
    events = reader.read(TOLD[context]).events
    assert events
    assert all(context in event.contexts for event in events)


def test_words_of_no_context_give_none(reader: Reader) -> None:
    (event,) = reader.read("Norway praised Kenya on Monday.").events
    assert event.contexts == ()


def test_a_context_belongs_to_the_sentence_it_is_told_in(reader: Reader) -> None:
    first, second = reader.read("Norway praised Kenya on Monday. Peruvian judges criticised Chile.").events
    assert "legal" not in first.contexts
    assert "legal" in second.contexts
