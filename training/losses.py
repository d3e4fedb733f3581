"""What the network is trained to make small."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.encode import MISSING
from training.network import TAGGERS, Network, Scores

WEIGHTS = {
    "upos": 1.0,
    "feats": 0.5,
    "scripts": 0.5,
    "names": 1.0,
    "mentions": 0.7,
    "arcs": 1.5,
    "relations": 1.0,
}
"""The tree counts most: everything that reads the output reads the tree."""


def gold_loss(network: Network, scores: Scores, batch: Batch, name_masks: Tensor) -> Tensor:
    """Returns the weighted sum of every head's loss on what the corpora annotate.

    Args:
        network: for the relations, which are scored at the gold heads.
        scores: what it says of the batch.
        batch: with its labels.
        name_masks: `(sets, tags)`, which name tags each number in `batch.names` allows.
    """
    parts = {name: _cross_entropy(scores.taggers[name], getattr(batch, name)) for name in TAGGERS if name != "names"}
    parts["names"] = marginal_loss(scores.taggers["names"], batch.names, name_masks)
    parts["arcs"] = _cross_entropy(scores.arcs, batch.heads)
    parts["relations"] = _cross_entropy(network.relations(scores, batch.heads), batch.relations)
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def marginal_loss(scores: Tensor, sets: Tensor, masks: Tensor) -> Tensor:
    """Returns minus the log of the probability that falls on the allowed tags, averaged over known words.

    A corpus that leaves a type out cannot say that a word is no name of that type: its "outside" allows that type
    too, and the model is free to learn it from the corpora that have it.
    """
    known = sets != MISSING
    allowed = masks[sets.clamp(min=0)]
    logs = scores.log_softmax(-1).masked_fill(~allowed, -1e4).logsumexp(-1)
    return -(logs * known).sum() / known.sum().clamp(min=1)


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    total = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=MISSING, reduction="sum")
    return total / (gold != MISSING).sum().clamp(min=1)


@dataclass(slots=True, kw_only=True)
class SoftTargets:
    """Probabilities that several teachers agree on, and the heads that `relations` are for."""

    taggers: dict[str, Tensor]
    arcs: Tensor
    heads: Tensor
    relations: Tensor

    def half(self) -> "SoftTargets":
        """Returns the same in half floats, for keeping."""
        return self._cast(torch.float16)

    def float(self) -> "SoftTargets":
        """Returns the same in floats, for computing."""
        return self._cast(torch.float32)

    def _cast(self, kind: torch.dtype) -> "SoftTargets":
        return SoftTargets(
            taggers={name: values.to(kind) for name, values in self.taggers.items()},
            arcs=self.arcs.to(kind),
            heads=self.heads,
            relations=self.relations.to(kind),
        )


@torch.no_grad()
def teach(teachers: list[Network], batch: Batch) -> SoftTargets:
    """Returns the mean of the teachers' probabilities.

    Relations are asked for at the gold head where there is one, else at the head the teachers like best.
    """
    said = [teacher(batch) for teacher in teachers]
    arcs = torch.stack([scores.arcs.softmax(-1) for scores in said]).mean(0)
    heads = torch.where(batch.heads == MISSING, arcs.argmax(-1), batch.heads)
    relations = [t.relations(scores, heads).softmax(-1) for t, scores in zip(teachers, said, strict=True)]
    return SoftTargets(
        taggers={name: torch.stack([scores.taggers[name].softmax(-1) for scores in said]).mean(0) for name in TAGGERS},
        arcs=arcs,
        heads=heads,
        relations=torch.stack(relations).mean(0),
    )


def taught_loss(network: Network, scores: Scores, batch: Batch, targets: SoftTargets) -> Tensor:
    """Returns the weighted cross entropy to the teachers' probabilities, over all words."""
    parts = {name: _soft(scores.taggers[name], targets.taggers[name], batch.word_mask) for name in TAGGERS}
    parts["arcs"] = _soft(scores.arcs, targets.arcs, batch.word_mask)
    parts["relations"] = _soft(network.relations(scores, targets.heads), targets.relations, batch.word_mask)
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def _soft(scores: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    losses = -(targets * scores.log_softmax(-1)).sum(-1)
    return (losses * mask).sum() / mask.sum()
