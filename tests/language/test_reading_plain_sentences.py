"""What the shipped model says of plain sentences."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "dependent", "relation", "head"),
    [
        ("Rebels attacked the town.", "Rebels", "nsubj", "attacked"),
        ("Rebels attacked the town.", "town", "obj", "attacked"),
        ("The town was attacked by rebels on Monday.", "town", "nsubj:pass", "attacked"),
        ("The town was attacked by rebels on Monday.", "was", "aux:pass", "attacked"),
        ("The town was attacked by rebels on Monday.", "rebels", "obl:agent", "attacked"),
        ("The minister said that talks would resume.", "resume", "ccomp", "said"),
        ("The minister said that talks would resume.", "minister", "nsubj", "said"),
        ("Syria’s president arrived in Cairo.", "Syria", "nmod:poss", "president"),
        ("Syria’s president arrived in Cairo.", "Cairo", "obl", "arrived"),
        ("The troops who fled were captured.", "fled", "acl:relcl", "troops"),
    ],
)
def test_relation(nlp: Language, text: str, dependent: str, relation: str, head: str) -> None:
    """Subjects, objects, passives, agents, reported speech and relative clauses hang where UD hangs them."""
    token = word(nlp(text), dependent)
    assert (token.dep_, token.head.text) == (relation, head)


def test_root_is_the_verb(nlp: Language) -> None:
    """The root relation is called `root`, as in UD, and governs itself."""
    root = word(nlp("Rebels attacked the town."), "attacked")
    assert root.dep_ == "root"
    assert root.head == root


def test_names(nlp: Language) -> None:
    """Persons, places and nationalities are names; curly apostrophes are no hindrance."""
    doc = nlp("Egyptian officials met Libya’s Khalifa Haftar in Cairo.")
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {
        ("Egyptian", "NORP"),
        ("Libya", "LOC"),
        ("Khalifa Haftar", "PERSON"),
        ("Cairo", "LOC"),
    }


def test_lemmas_and_features(nlp: Language) -> None:
    """Irregular and regular lemmas, and features as UD writes them."""
    doc = nlp("The parties were holding talks.")
    assert [token.lemma_ for token in doc] == ["the", "party", "be", "hold", "talk", "."]
    assert word(doc, "were").morph.get("Tense") == ["Past"]


def test_mention_types(nlp: Language) -> None:
    """Heads of nominal phrases carry what they refer to, as an attribute and as a plain list."""
    doc = nlp("Two soldiers were killed in the village on Friday.")
    types = dict(zip((token.text for token in doc), doc.user_data["mention_types"], strict=True))
    assert (types["soldiers"], types["village"], types["Friday"]) == ("person", "place", "time")
    assert word(doc, "soldiers")._.mention_type == "person"
    assert types["killed"] == ""
