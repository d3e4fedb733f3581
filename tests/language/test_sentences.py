"""Where sentences end."""

import pytest
from spacy.language import Language

ONE_SENTENCE = [
    "Gen. Haftar met U.N. envoys.",
    "Mr. Smith of St. Paul won the No. 2 seat.",
    "The U.S. Senate voted on Tuesday.",
    "Prices rose 3.5 percent, i.e. more than expected.",
    "John F. Kennedy spoke.",
]
TWO_SENTENCES = [
    ("“We will not go.” He left.", "“We will not go.”"),
    ("They fled… Nobody followed.", "They fled…"),
    ("Who fired first? Nobody knows.", "Who fired first?"),
    ('He said: "It is over." Then he left.', 'He said: "It is over."'),
    ("The talks ended (for now). They resume on Monday.", "The talks ended (for now)."),
    ("It was in Washington, D.C. The meeting ended.", "It was in Washington, D.C."),
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_abbreviations_do_not_end_a_sentence(nlp: Language, text: str) -> None:
    assert len(list(nlp(text).sents)) == 1


@pytest.mark.parametrize(("text", "first"), TWO_SENTENCES, ids=[first for _, first in TWO_SENTENCES])
def test_stops_end_a_sentence(nlp: Language, text: str, first: str) -> None:
    assert [sentence.text for sentence in nlp(text).sents] == [first, text[len(first) + 1 :]]


@pytest.mark.parametrize("day", ["March 8", "May 3", "Nov. 8", "Dec. 31"])
@pytest.mark.parametrize("following", ["President Pardo was absent.", "Rebels burned a truck.", "Two envoys came."])
def test_a_day_ends_a_sentence(nlp: Language, day: str, following: str) -> None:
    text = f"The crossings were closed on {day}. {following}"
    assert [sentence.text for sentence in nlp(text).sents][1:] == [following]


def test_the_number_of_an_item_ends_none(nlp: Language) -> None:
    sentences = [sentence.text.strip() for sentence in nlp("Demands:\n\n1. Free the men.\n\n2. Open the roads.").sents]
    assert sentences[-1] == "2. Open the roads."


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\r\n\r\n"], ids=repr)
def test_blank_line_always_ends_a_sentence(nlp: Language, gap: str) -> None:
    """Even after a word that nothing ends, and before a small letter."""
    doc = nlp(f"Troops move on{gap}and nobody stops them.")
    assert [sentence.text.strip() for sentence in doc.sents] == ["Troops move on", "and nobody stops them."]


def test_heading_without_stop(nlp: Language) -> None:
    """A headline on its own line is a sentence."""
    doc = nlp("Two Killed in Border Clash\nThe army said on Monday that two men were killed.")
    assert next(sentence.text.strip() for sentence in doc.sents) == "Two Killed in Border Clash"


@pytest.mark.parametrize("text", ["``We stay,'' she said.", "She called it ``a farce''.", "(``Nonsense,'' he said.)"])
def test_quotation_marks_of_old_wires_are_words_of_their_own(nlp: Language, text: str) -> None:
    assert [word.text for word in nlp(text) if word.text[0] in "`'"] == ["``", "''"]
