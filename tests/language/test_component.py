"""What holds of every Doc, whatever is in it."""

import subprocess
import sys

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import dragoman.language

# Lone surrogates are replaced before a text comes here.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.lists(
    st.sampled_from(
        ["Rebels", "said", "“", "”", ".", "\n", "\n\n", "  ", "U.N.", "the", "…", "’s", "ABC", "é", "🙂", ","]
    ),
    max_size=60,
).map(" ".join)


def assert_well_formed(doc: Doc) -> None:
    """One root per sentence, heads inside the sentence, sentences that cover the Doc."""
    covered = 0
    for sentence in doc.sents:
        assert sentence.start == covered
        covered = sentence.end
        assert [token.i for token in sentence if token.head == token] == [sentence.root.i]
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)
    assert covered == len(doc)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_gives_trees(nlp: Language, text: str) -> None:
    """Every text is kept whole and every sentence of it is a tree."""
    doc = nlp(text)
    assert doc.text == text
    assert_well_formed(doc)
    assert len(doc.user_data["mention_types"]) == len(doc)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\t \n",
        "...",
        "?!",
        "\u200b",
        "\x00\x07",
        "שלום עולם",
        "🙂🙂",
        "-",
        "a",
        "\n\nHeadline\n\nText.",
    ],
    ids=repr,
)
def test_odd_texts(nlp: Language, text: str) -> None:
    """Nothing, white space, marks, control characters and other scripts are read like anything else."""
    doc = nlp(text)
    assert doc.text == text
    assert_well_formed(doc)


def test_very_long_word(nlp: Language) -> None:
    """A word of ten thousand characters is one word."""
    doc = nlp("See " + "x" * 10_000 + " now.")
    assert [len(token) for token in doc] == [3, 10_000, 3, 1]
    assert_well_formed(doc)


def test_very_long_sentence(nlp: Language) -> None:
    """A sentence beyond the encoder's window stays one sentence with one tree, and loses no word."""
    text = "and then the troops moved on, " * 3_000
    doc = nlp(text)
    assert doc.text == text
    assert len(list(doc.sents)) == 1
    assert_well_formed(doc)


def test_same_doc_whatever_is_read_beside_it(nlp: Language) -> None:
    """A document reads alike alone, in a batch and after others."""
    texts = ["Rebels took Aleppo.", "He said it would rain. " * 30, "TROOPS MOVE", "“No,” she said."]
    alone = [nlp(text).to_bytes(exclude=["user_data"]) for text in texts]
    together = [doc.to_bytes(exclude=["user_data"]) for doc in nlp.pipe(reversed(texts))]
    assert together == alone[::-1]


def test_sentence_starts_that_are_set_are_kept(nlp: Language) -> None:
    """Boundaries that another component has set win over our own."""
    doc = nlp.make_doc("He left. She stayed behind them")
    for token in doc:
        token.is_sent_start = token.text in ("He", "behind")
    doc = nlp.get_pipe("dragoman_language")(doc)
    assert [sentence.text for sentence in doc.sents] == ["He left. She stayed", "behind them"]


def test_spacy_usage_alone() -> None:
    """The component is found by its name in any pipeline, once the package is installed or imported."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("dragoman_language", config={"threads": 1})
    doc = pipeline("Rebels took Aleppo.")
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("LEMMA")


def test_white_space_belongs_to_the_word_before(nlp: Language) -> None:
    """Line breaks are tokens of their own and hang on a word of their sentence."""
    doc = nlp("TROOPS KILLED\n\nTwo soldiers died.")
    blank = next(token for token in doc if token.is_space)
    assert (blank.pos_, blank.head.text) == ("SPACE", "KILLED")


def test_missing_weights_say_what_to_do(tmp_path) -> None:
    """An incomplete folder of weights names the file that is missing."""
    with pytest.raises(FileNotFoundError, match=r"model\.onnx"):
        spacy.blank("en").add_pipe("dragoman_language", config={"folder": str(tmp_path)})


def test_model_version_names_file_and_release() -> None:
    """The version changes with the weights."""
    version, _, digest = dragoman.language.model_version().partition("+")
    assert version
    assert len(digest) == 12


def test_import_stays_light() -> None:
    """Importing the package loads neither spaCy nor onnxruntime."""
    code = "import sys, dragoman.language; assert not {'spacy', 'onnxruntime'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
