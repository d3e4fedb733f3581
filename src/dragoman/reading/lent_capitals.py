"""Capitals that the press uses for an organization that sits there: "Brussels" for the European Union."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.ontology.countries import load_countries
from dragoman.reading.chains import Chains
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import case

# What a capital sends, and no traveller brings.
_TIDINGS = frozenset({"call", "criticism", "demand", "letter", "note", "pressure", "request", "threat", "warning"})


def lend_capitals(phrases: Sequence[Phrase], chains: Chains) -> None:
    """Let "Brussels" act for the European Union where the report tells of that and of no Belgians."""
    countries = load_countries()
    named = (one for one in phrases if one.form == "named" and not countries.guest(one.head.text))
    told = {phrase.country for phrase in named}
    for index, phrase in enumerate(phrases):
        over = phrase.head.head
        said = case(phrase.head) == "from" and over is not None and over.lemma in _TIDINGS
        acts = (phrase.metonym or said) and phrase.country not in told
        guest = countries.guest(phrase.head.text) if acts else None
        if guest is None:
            continue
        bodies = (other for other, one in enumerate(phrases) if one.name and one.kind == "organization")
        body = next((one for one in bodies if countries.organization(phrases[one].name) is guest), -1)
        if body >= 0:
            phrase.kind, phrase.country, phrase.metonym = "organization", None, False
            phrase.name, phrase.sectors = phrases[body].name, phrases[body].sectors
            chains.join(index, chains.start(body))
