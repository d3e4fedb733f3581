"""Writes the network as an ONNX graph of integer matrix products for onnxruntime.

The graph is built node by node rather than traced: every matrix product of the encoder is an 8-by-7-bit integer one
with scales fixed in training, and attention is onnxruntime's own fused operator, so that what runs is exactly what
`fake` trained for. The heads stay in 32-bit floats: they are small, and the tree is sensitive to them.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.encoder import Layer
from training.fake import EMBEDDING_LIMIT, INPUT_LEVELS, WEIGHT_LIMIT, IntegerLinear, row_scales
from training.network import TAGGERS, Network

OPSET = 20
CONTRIB = "com.microsoft"
INPUTS = ("pieces", "shapes", "piece_counts", "first", "last", "word_counts", "heads")
OUTPUTS = (*TAGGERS, "arcs", "relations")
SCORED = {"names": "C", "arcs": "H"}
"""Tag numbers `(B, N)` for each tagger but names, whose scores are `(B, N, tags)`; arc scores `(B, N, N + 1)`; relation
numbers `(B, N)`.

`relations` are for the best head of each word, or for `heads` where that input is not negative: a caller that has
repaired a tree asks again with the repaired heads.
"""

NAME_OUTSIDE_BIAS = 1.0
"""Added to the score of "no name": the head finds too many names (UNER EWT dev F1: 0.784 → 0.789)."""

MENTION_NONE_BIAS = -1.5
"""Added to the score of "heads no phrase": a reader can pass over a type, but not guess a missing one (GUM dev: heads
that are given a type 93 → 96 in 100, precision 93 → 90)."""

BIASES = {"names": NAME_OUTSIDE_BIAS, "mentions": MENTION_NONE_BIAS}

Array = NDArray[np.generic]


class Graph:
    """An ONNX graph in the making; `add` returns the name of the new value.

    Constants that are weights of the network bear their names, so that they can be read back.
    """

    def __init__(self, network: nn.Module, prefix: str = "") -> None:
        """Begins a graph of `network`; `prefix` opens the name of everything in it that is not named otherwise."""
        self.nodes: list[onnx.NodeProto] = []
        self._prefix = prefix
        self._weights = {id(weight): prefix + name for name, weight in network.named_parameters()}
        self._constants: dict[str, onnx.TensorProto] = {}
        self._count = 0

    def constant(self, array: Array | Tensor, name: str = "") -> str:
        """Adds an initializer."""
        values = array.detach().cpu().numpy() if isinstance(array, Tensor) else np.asarray(array)
        name = name or self._weights.get(id(array)) or f"{self._prefix}c{len(self._constants)}"
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def name(self, weight: Tensor) -> str:
        """Returns the name of one of the network's weights."""
        return self._weights[id(weight)]

    def add(self, operator: str, inputs: Sequence[str], name: str = "", domain: str = "", **attributes: object) -> str:
        """Adds a node with one output."""
        self._count += 1
        output = name or f"{self._prefix}{operator.lower()}{self._count}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], output, domain=domain, **attributes))
        return output

    def constants(self) -> list[onnx.TensorProto]:
        """Returns the initializers."""
        return list(self._constants.values())

    def integers(self, *values: int) -> str:
        """Adds a constant vector of 64-bit integers."""
        return self.constant(np.array(values, dtype=np.int64))

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        """Returns the finished model."""
        graph = helper.make_graph(self.nodes, "dragoman", inputs, outputs, self.constants())
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="dragoman")


def export(network: Network, path: Path) -> None:
    """Writes `network` to `path`. Its input ranges must have been set (see `fake.InputRange`)."""
    graph = Graph(network)
    with torch.no_grad():
        hidden = _embeddings(graph, network)
        mask = _piece_mask(graph)
        for layer in network.encoder.layers:
            assert isinstance(layer, Layer)
            hidden = add_layer(graph, layer, hidden, mask)
        _heads(graph, network, hidden)
    two = {name: ["B", "T" if name in ("pieces", "shapes") else "N"] for name in INPUTS}
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT32, ["B"] if name.endswith("counts") else two[name])
        for name in INPUTS
    ]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["B", "N", SCORED[name]])
        if name in SCORED
        else helper.make_tensor_value_info(name, TensorProto.INT32, ["B", "N"])
        for name in OUTPUTS
    ]
    onnx.save(graph.model(inputs, outputs), path)


def _embeddings(graph: Graph, network: Network) -> str:
    encoder = network.encoder
    name = graph.name(encoder.pieces.weight)
    scales = row_scales(encoder.pieces.weight, EMBEDDING_LIMIT)
    table = graph.constant((encoder.pieces.weight / scales).round().to(torch.int8), f"{name}.integers")
    rows = graph.add("Cast", [graph.add("Gather", [table, "pieces"])], to=TensorProto.FLOAT)
    pieces = graph.add("Mul", [rows, graph.add("Gather", [graph.constant(scales, f"{name}.scales"), "pieces"])])
    shapes = graph.add("Gather", [graph.constant(encoder.word_shapes.weight), "shapes"])
    length = graph.add("Slice", [graph.add("Shape", ["pieces"]), graph.integers(1), graph.integers(2)], "length")
    table = graph.constant(encoder.positions.weight)
    positions = graph.add("Slice", [table, graph.integers(0), length, graph.integers(0)])
    total = graph.add("Add", [graph.add("Add", [pieces, shapes]), positions])
    return _norm(graph, encoder.norm, total)


def _piece_mask(graph: Graph) -> str:
    """Adds `(B, T)`: 1 for pieces, 0 for padding."""
    return graph.add("Cast", [_range_mask(graph, "length", "piece_counts")], to=TensorProto.INT32)


def _range_mask(graph: Graph, length: str, counts: str) -> str:
    """Adds booleans `(B, length)`: position < count."""
    scalar = graph.add("Squeeze", [length])
    zero, one = (graph.constant(np.array(value, dtype=np.int64)) for value in (0, 1))
    steps = graph.add("Cast", [graph.add("Range", [zero, scalar, one])], to=TensorProto.INT32)
    return graph.add("Less", [steps, graph.add("Unsqueeze", [counts, graph.integers(1)])])


def _norm(graph: Graph, norm: nn.LayerNorm, values: str) -> str:
    weight, bias = graph.constant(norm.weight), graph.constant(norm.bias)
    return graph.add("LayerNormalization", [values, weight, bias], axis=-1, epsilon=norm.eps)


def add_words(graph: Graph, hidden: str) -> str:
    """Adds the vectors of words, `(B, N, width)`: the means of their first and last pieces, `(B, T, width)`."""
    return graph.add("Mul", [
        graph.add("Add", [_pick(graph, hidden, "first"), _pick(graph, hidden, "last")]),
        graph.constant(np.array(0.5, dtype=np.float32)),
    ])  # fmt: skip


def add_layer(graph: Graph, layer: Layer, hidden: str, mask: str) -> str:
    """Adds one layer of the encoder; returns the name of its output, `(B, T, width)` like `hidden`."""
    project = layer.attention.project
    quantised = _quantise(graph, project, hidden)
    size = project.out_features // 3
    parts = [_product(graph, project, quantised, rows=slice(i * size, (i + 1) * size)) for i in range(3)]
    context = graph.add(
        "MultiHeadAttention",
        [*parts, "", mask],
        domain=CONTRIB,
        num_heads=layer.attention.heads,
        mask_filter_value=-1e4,
    )
    mixed = _linear(graph, layer.attention.out, context)
    hidden = _norm_sum(graph, layer.attention_norm, hidden, mixed)
    inner = graph.add("Gelu", [_linear(graph, layer.up, hidden)])
    return _norm_sum(graph, layer.norm, hidden, _linear(graph, layer.down, inner))


def _norm_sum(graph: Graph, norm: nn.LayerNorm, values: str, added: str) -> str:
    # onnxruntime's fused SkipLayerNormalization was 5 % slower here than the two steps.
    return _norm(graph, norm, graph.add("Add", [values, added]))


def _linear(graph: Graph, linear: IntegerLinear, values: str) -> str:
    return _product(graph, linear, _quantise(graph, linear, values), rows=slice(None))


def _quantise(graph: Graph, linear: IntegerLinear, values: str) -> tuple[str, str, str]:
    """Adds the 8-bit form of a layer's input; returns its name and those of its scale and zero point."""
    scale = graph.constant(linear.range.scale.float().clamp(min=1e-6), graph.name(linear.range.scale))
    rounded = linear.range.zero.round().clamp(0, INPUT_LEVELS).to(torch.uint8)
    zero = graph.constant(rounded, graph.name(linear.range.zero))
    return graph.add("QuantizeLinear", [values, scale, zero]), scale, zero


def _product(graph: Graph, linear: IntegerLinear, quantised: tuple[str, str, str], rows: slice) -> str:
    values, scale, zero = quantised
    weight, bias = linear.weight[rows], linear.bias[rows]
    name, part = graph.name(linear.weight), "" if rows.start is None else f".{rows.start // len(weight)}"
    scales = row_scales(weight, WEIGHT_LIMIT)
    integers = graph.constant((weight / scales).round().to(torch.int8).T.contiguous(), f"{name}.integers{part}")
    zeros = graph.constant(np.zeros(len(weight), dtype=np.int8))
    return graph.add(
        "MatMulIntegerToFloat",
        [
            values,
            integers,
            scale,
            graph.constant(scales[:, 0], f"{name}.scales{part}"),
            zero,
            zeros,
            graph.constant(bias, f"{graph.name(linear.bias)}{part}"),
        ],
        domain=CONTRIB,
    )


def _heads(graph: Graph, network: Network, hidden: str) -> None:
    words = add_words(graph, hidden)
    for name in TAGGERS:
        linear = network.taggers[name]
        assert isinstance(linear, nn.Linear)
        weight = linear.weight + network.name_habits[0] if name == "names" else linear.weight
        bias = linear.bias.clone()
        bias[0] += BIASES.get(name, 0.0)
        scores = add_dense(graph, weight, bias, words, f"taggers.{name}")
        if name in SCORED:
            graph.add("Identity", [scores], name)
        else:
            _best(graph, scores, name)
    root = graph.add("Expand", [graph.constant(network.root[None, None], "root"), _root_shape(graph, words)])
    with_root = graph.add("Concat", [root, words], axis=1)
    _arcs(graph, network, words, with_root)
    best = graph.add("ArgMax", ["arcs"], axis=-1, keepdims=0)
    given = graph.add("Cast", ["heads"], to=TensorProto.INT64)
    is_given = graph.add("GreaterOrEqual", [given, graph.constant(np.array(0, dtype=np.int64))])
    heads = graph.add("Where", [is_given, given, best])
    governors = graph.add("GatherND", [_half(graph, network.relation_governor, with_root),
                                       graph.add("Unsqueeze", [heads, graph.integers(2)])], batch_dims=1)  # fmt: skip
    _relations(graph, network, _half(graph, network.relation_dependent, words), governors)


def _root_shape(graph: Graph, words: str) -> str:
    size = graph.add("Slice", [graph.add("Shape", [words]), graph.integers(0), graph.integers(1)])
    return graph.add("Concat", [size, graph.integers(1, 1)], axis=0)


def _pick(graph: Graph, hidden: str, positions: str) -> str:
    """Adds `(B, N, width)` picked from `(B, T, width)`."""
    index = graph.add("Cast", [graph.add("Unsqueeze", [positions, graph.integers(2)])], to=TensorProto.INT64)
    return graph.add("GatherND", [hidden, index], batch_dims=1)


def add_dense(graph: Graph, weight: Tensor, bias: Tensor, values: str, name: str) -> str:
    """Adds a linear map of the last axis, its weight `(out, in)`; `name` opens the names of its constants."""
    product = graph.add("MatMul", [values, graph.constant(weight.T, f"{name}.weight")])
    return graph.add("Add", [product, graph.constant(bias, f"{name}.bias")])


def _best(graph: Graph, scores: str, name: str) -> None:
    graph.add("Cast", [graph.add("ArgMax", [scores], axis=-1, keepdims=0)], name, to=TensorProto.INT32)


def _half(graph: Graph, half: nn.Sequential, values: str) -> str:
    linear = half[0]
    assert isinstance(linear, nn.Linear)
    name = graph.name(linear.weight).removesuffix(".weight")
    return graph.add("Gelu", [add_dense(graph, linear.weight, linear.bias, values, name)])


def _arcs(graph: Graph, network: Network, words: str, with_root: str) -> None:
    weight = network.arc_weight
    dependents = _half(graph, network.arc_dependent, words)
    # The last row of the weight belongs to the constant 1 that training appends to every dependent.
    product = graph.add("MatMul", [dependents, graph.constant(weight[:-1], "arc_weight")])
    left = graph.add("Add", [product, graph.constant(weight[-1], "arc_weight.one")])
    right = graph.add("Transpose", [_half(graph, network.arc_governor, with_root)], perm=[0, 2, 1])
    scores = graph.add("MatMul", [left, right])
    length = graph.add("Slice", [graph.add("Shape", [with_root]), graph.integers(1), graph.integers(2)])
    counts = graph.add("Add", ["word_counts", graph.constant(np.array(1, dtype=np.int32))])
    valid = graph.add("Unsqueeze", [_range_mask(graph, length, counts), graph.integers(1)])
    possible = graph.add("Where", [valid, scores, graph.constant(np.array(-1e4, dtype=np.float32))])
    words_length = graph.add("Slice", [graph.add("Shape", [words]), graph.integers(1), graph.integers(2)])
    zeros = graph.add("ConstantOfShape", [graph.add("Concat", [words_length, length], axis=0)])
    itself = graph.add("EyeLike", [zeros], k=1, dtype=TensorProto.FLOAT)
    penalty = graph.add("Mul", [itself, graph.constant(np.array(-2e4, dtype=np.float32))])
    graph.add("Add", [possible, penalty], "arcs")


def _relations(graph: Graph, network: Network, dependents: str, governors: str) -> None:
    """Adds the biaffine relation scores.

    The constant 1s that training appends to both sides are taken apart into two small products and a bias: what is
    left is one large product whose result is used once.
    """
    weight = network.relation_weight
    labels, width = weight.shape[0], weight.shape[1] - 1
    inner = weight[:, :width, :width].permute(1, 2, 0).reshape(width, width * labels)
    left = graph.add("MatMul", [dependents, graph.constant(inner, "relation_weight")])
    left = graph.add("Reshape", [left, graph.integers(0, 0, width, labels)])
    pairs = graph.add("MatMul", [graph.add("Unsqueeze", [governors, graph.integers(2)]), left])
    of_dependent = add_dense(
        graph, weight[:, :width, width], weight[:, width, width], dependents, "relation_of_dependent"
    )
    of_governor = graph.add("MatMul", [governors, graph.constant(weight[:, width, :width].T, "relation_of_governor")])
    alone = graph.add("Add", [of_dependent, of_governor])
    scores = graph.add("Add", [graph.add("Squeeze", [pairs, graph.integers(2)]), alone])
    _best(graph, scores, "relations")
