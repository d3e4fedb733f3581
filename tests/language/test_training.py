"""The pieces of the recipe that need no training: readers, augmentation, partial labels, batches."""

from pathlib import Path
from random import Random

import pytest

from training.augment import NamePools, as_headline, curl_quotes, swap_names, without
from training.conllu import entity_spans, read_blocks, words_of
from training.gum import read_gum
from training.names import bio_spans, read_wikigold
from training.sentences import NameTag, Sentence, name_tags
from training.texts import running_text

SMOKE = Path(__file__).parents[2] / "training" / "smoke"


@pytest.fixture
def sentences() -> list[Sentence]:
    return list(read_gum(SMOKE))


def test_gum_mentions_are_found_at_their_heads(sentences: list[Sentence]) -> None:
    talks = sentences[1]
    assert {(w, m) for w, m in zip(talks.words, talks.mentions or (), strict=True) if m != "none"} == {
        ("talks", "event"),
        ("Orsa", "person"),
        ("official", "person"),
    }


def test_titles_are_no_part_of_a_name(sentences: list[Sentence]) -> None:
    tags = [tag.position for tag in sentences[1].names or ()]
    assert tags[5:8] == ["?", "B", "I"]


def test_nested_entity_brackets() -> None:
    _, rows = next(iter(read_blocks(SMOKE / "smoke_news-two.conllu")))
    words, _ = words_of(rows)
    assert entity_spans(words) == [(0, 1, "event"), (2, 6, "place"), (5, 6, "place"), (8, 10, "person")]


def test_outside_leaves_open_what_a_corpus_does_not_annotate() -> None:
    tags = name_tags([(0, 2, frozenset({"LOC"}))], 3, annotated=frozenset({"LOC", "PERSON"}))
    assert [tag.position for tag in tags] == ["B", "I", "O"]
    assert "EVENT" in tags[2].types
    assert "PERSON" not in tags[2].types


def test_stray_inside_tag_starts_a_span() -> None:
    assert bio_spans(["I-PER", "I-PER", "O", "B-LOC", "I-ORG"]) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "ORG")]


def test_wikigold_misc_is_any_of_several_types(tmp_path: Path) -> None:
    path = tmp_path / "wikigold.txt"
    path.write_text("Japanese I-MISC\nband O\n\n", encoding="utf-8")
    sentence = next(read_wikigold(path))
    assert sentence.names is not None
    assert sentence.names[0].types >= {"NORP", "EVENT"}


def test_headline_keeps_a_tree(sentences: list[Sentence]) -> None:
    """Articles and the stop go; heads still point at the same words."""
    headline = as_headline(sentences[3])
    assert headline.words == ["Shelling", "Hit", "Port", "of", "Velm", ",", "Killing", "Two", "People"]
    assert headline.heads == [2, 0, 2, 5, 3, 7, 2, 9, 7]


def test_a_name_that_loses_its_first_word_begins_with_the_next() -> None:
    whole = Sentence(
        words=["the", "Front"],
        spaces=[True, True],
        names=[NameTag("B", frozenset({"ORG"})), NameTag("I", frozenset({"ORG"}))],
    )
    assert without(whole, [True, False]).names == [NameTag("B", frozenset({"ORG"}))]


def test_quotes_open_and_close() -> None:
    assert curl_quotes(Sentence(words=['"', "no", '"', "'s"])).words == ["“", "no", "”", "’s"]


def test_names_are_swapped_for_names_of_the_same_kind(sentences: list[Sentence]) -> None:
    pools: NamePools = {("LOC", 1): [("Cairo",)]}
    assert swap_names(sentences[0], Random(0), pools).words == ["Envoys", "met", "rebels", "in", "Cairo", "."]


def test_running_text_knows_where_its_sentences_start(sentences: list[Sentence]) -> None:
    text, starts = running_text(sentences[:3])
    assert {text[start:].split()[0] for start in starts} == {"Envoys", "The", '"We'}
    assert "\n\n" in text


torch = pytest.importorskip("torch")


def test_marginal_loss_asks_only_for_what_is_known() -> None:
    """A tag that the corpus cannot tell from "outside" costs nothing."""
    from training.losses import marginal_loss

    masks = torch.tensor([[True, True, False], [False, False, True]])
    scores = torch.tensor([[[0.0, 9.0, 0.0], [0.0, 0.0, 9.0], [9.0, 0.0, 0.0]]])
    loss = marginal_loss(scores, torch.tensor([[0, 1, -1]]), masks)
    assert loss.item() < 0.001


def test_rounded_weights_are_seven_bit_integers() -> None:
    from training.fake import WEIGHT_LIMIT, round_rows, row_scales

    weight = torch.randn(4, 16)
    integers = round_rows(weight, WEIGHT_LIMIT) / row_scales(weight, WEIGHT_LIMIT)
    assert torch.allclose(integers, integers.round(), atol=1e-4)
    assert integers.abs().max() <= WEIGHT_LIMIT + 1e-4


def test_repeated_rows_weigh_a_corpus() -> None:
    from training.batches import repeated_rows
    from training.sentences import SOURCES

    sources = torch.tensor([SOURCES.index("ewt"), SOURCES.index("gum")]).numpy()
    assert repeated_rows(sources, {"gum": 2}).tolist() == [0, 1, 1]
