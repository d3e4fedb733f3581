"""The whole model: encoder and heads."""

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from dragoman.language.labels import Labels
from training.batches import Batch
from training.encoder import EncoderShape, PieceEncoder
from training.sentences import SOURCES, TEXT

TAGGERS = ("upos", "feats", "scripts", "names", "mentions")


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkShape:
    """Sizes of the model. `arc` and `relation` are the widths of the two biaffine scorers."""

    encoder: EncoderShape = field(default_factory=EncoderShape)
    arc: int = 256
    relation: int = 96
    dropout: float = 0.25


@dataclass(slots=True, kw_only=True)
class Scores:
    """What the heads say of B sentences of N words.

    Attributes:
        taggers: for each of `TAGGERS`, `(B, N, classes)`.
        arcs: `(B, N, N + 1)`, -1e4 where no head can be.
        dependents, governors: `(B, N, relation)` and `(B, N + 1, relation)`, for `Network.relations`.
    """

    taggers: dict[str, Tensor]
    arcs: Tensor
    dependents: Tensor
    governors: Tensor


class Network(nn.Module):
    """Reads word pieces, gives scores per word."""

    def __init__(self, labels: Labels, shape: NetworkShape | None = None) -> None:
        super().__init__()
        shape = shape or NetworkShape()
        width = shape.encoder.width
        self.encoder = PieceEncoder(shape.encoder)
        self.dropout = nn.Dropout(shape.dropout)
        self.taggers = nn.ModuleDict({name: nn.Linear(width, len(getattr(labels, name))) for name in TAGGERS})
        # What a corpus calls a name beyond what all of them do: "US Army" is one name here and "US" alone there.
        self.name_habits = nn.Parameter(torch.zeros(len(SOURCES), len(labels.names), width))
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_dependent = _half(width, shape.arc, shape.dropout)
        self.arc_governor = _half(width, shape.arc, shape.dropout)
        self.relation_dependent = _half(width, shape.relation, shape.dropout)
        self.relation_governor = _half(width, shape.relation, shape.dropout)
        self.arc_weight = nn.Parameter(torch.empty(shape.arc + 1, shape.arc))
        self.relation_weight = nn.Parameter(torch.empty(len(labels.relations), shape.relation + 1, shape.relation + 1))
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.xavier_uniform_(self.relation_weight)

    def forward(self, batch: Batch) -> Scores:
        """Returns the scores of every head but the relations, which need heads first."""
        hidden = self.encoder(batch.pieces, batch.shapes, batch.piece_mask)
        words = self.dropout((_at(hidden, batch.first) + _at(hidden, batch.last)) / 2)
        with_root = torch.cat([self.root.expand(len(words), 1, -1).to(words.dtype), words], dim=1)
        arcs = _with_one(self.arc_dependent(words)) @ self.arc_weight @ self.arc_governor(with_root).transpose(1, 2)
        taggers = {name: head(words).float() for name, head in self.taggers.items()}
        # Trained, the model reads names as the first corpus has them; so do its teachers, who speak of bare text.
        sources = batch.sources if self.training else torch.zeros_like(batch.sources)
        sources = sources.masked_fill(sources == SOURCES.index(TEXT), 0)
        taggers["names"] = taggers["names"] + torch.einsum("bnw,btw->bnt", words, self.name_habits[sources]).float()
        return Scores(
            taggers=taggers,
            arcs=arcs.float().masked_fill(~possible_heads(batch.word_mask), -1e4),
            dependents=self.relation_dependent(words),
            governors=self.relation_governor(with_root),
        )

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Returns `(B, N, relations)` for the arcs to `heads` `(B, N)`, 0 the root, else position from 1."""
        governors = _with_one(_at(scores.governors, heads.clamp(min=0)))
        left = torch.einsum("bni,rij->bnrj", _with_one(scores.dependents), self.relation_weight)
        return torch.einsum("bnrj,bnj->bnr", left, governors).float()


def possible_heads(word_mask: Tensor) -> Tensor:
    """Returns `(B, N, N + 1)`: True where a head can be, which is the root and every other word."""
    length = word_mask.shape[1]
    heads = torch.cat([torch.ones_like(word_mask[:, :1]), word_mask], dim=1)
    itself = torch.eye(length, length + 1, dtype=torch.bool, device=word_mask.device).roll(1, dims=1)
    return heads[:, None, :] & ~itself


def _half(inputs: int, outputs: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(inputs, outputs), nn.GELU(), nn.Dropout(dropout))


def _at(hidden: Tensor, positions: Tensor) -> Tensor:
    """Picks `(B, N, width)` out of `(B, T, width)`."""
    return hidden.gather(1, positions[..., None].expand(-1, -1, hidden.shape[-1]))


def _with_one(values: Tensor) -> Tensor:
    return torch.cat([values, torch.ones_like(values[..., :1])], dim=-1)
