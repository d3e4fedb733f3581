"""The training loop, used for teachers, for the student and for the quantised student alike."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from torch import Tensor, nn

from training.batches import Batch
from training.fake import InputRange
from training.losses import SoftTargets
from training.network import Network, Scores

Lesson = tuple[Batch, SoftTargets | None]
"""Sentences, and what teachers say of them if there are any."""

Loss = Callable[[Network, Scores, Lesson], Tensor]


class Feed(Protocol):
    """Where lessons come from."""

    steps: int
    """Lessons per epoch, about."""

    def epoch(self, random: np.random.Generator) -> Iterator[Lesson]:
        """Yields the lessons of one epoch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to train.

    Attributes:
        epochs: passes over the sentences (over one variant of each).
        encoder_rate, heads_rate: highest learning rates; layers below the top get `layer_decay` of the one above.
        warmup: share of the steps over which the rate rises; it then falls to zero along a cosine.
        average: decay of the moving average of the weights, which is what training returns.
        word_dropout: share of the pieces hidden behind [MASK].
    """

    epochs: int
    encoder_rate: float = 2e-4
    heads_rate: float = 1.5e-3
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warmup: float = 0.08
    average: float = 0.998
    word_dropout: float = 0.05
    seed: int = 0
    half: bool = True


MASK_PIECE = 103


class Trainer:
    """One network on its way; everything needed to stop and go on is in `state()`."""

    def __init__(self, network: Network, feed: Feed, plan: Plan, loss: Loss, log: Path | None = None) -> None:
        """Starts at step 0.

        Args:
            network: trained in place.
            feed: the lessons.
            plan: how long and how fast.
            loss: what to make small.
            log: a JSON-lines file to append to.
        """
        self.network, self.feed, self.plan, self.loss = network, feed, plan, loss
        self._log = log
        self.epoch = self.step = 0
        self.average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self._random = np.random.default_rng(plan.seed)
        self._steps = plan.epochs * feed.steps
        self._optimizer = torch.optim.AdamW(
            parameter_groups(network, plan),
            betas=(0.9, 0.99),
            weight_decay=plan.weight_decay,
            fused=True,
        )
        self._peaks = [group["lr"] for group in self._optimizer.param_groups]

    def run(self, after_epoch: Callable[["Trainer"], None] | None = None, until: float | None = None) -> None:
        """Trains for the epochs that are left; `until` (monotonic seconds) shortens the schedule to end by then.

        The schedule follows the larger of steps done and time spent, so that the rate still falls to zero.
        """
        begun = time.monotonic()
        already = self.step / self._steps
        while self.epoch < self.plan.epochs:
            losses: list[Tensor] = []
            for lesson in self.feed.epoch(self._random):
                progress = self.step / self._steps
                if until is not None:
                    spent = (time.monotonic() - begun) / max(until - begun, 1.0)
                    progress = max(progress, already + spent * (1 - already))
                if progress >= 1:
                    break
                losses.append(self._take_step(lesson, progress))
            self.epoch += 1
            if losses:
                self.log(epoch=self.epoch, step=self.step, loss=round(torch.stack(losses).mean().item(), 4))
            if after_epoch:
                after_epoch(self)
            if not losses or progress >= 1:
                break

    def _take_step(self, lesson: Lesson, progress: float) -> Tensor:
        batch, targets = lesson
        rate = _rate(progress, self.plan.warmup)
        for group, peak in zip(self._optimizer.param_groups, self._peaks, strict=True):
            group["lr"] = peak * rate
        if self.plan.word_dropout:
            hidden = torch.rand(batch.pieces.shape, device=batch.pieces.device) < self.plan.word_dropout
            batch = replace(batch, pieces=batch.pieces.masked_fill(hidden & (batch.shapes > 0), MASK_PIECE))
        with torch.autocast(batch.pieces.device.type, torch.bfloat16, enabled=self.plan.half):
            loss = self.loss(self.network, self.network(batch), (batch, targets))
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimizer.step()
        self.step += 1
        self._follow()
        return loss.detach()

    @torch.no_grad()
    def _follow(self) -> None:
        # Early on the average must not remember the start: (1 + n) / (10 + n) lets it catch up first.
        decay = min(self.plan.average, (1 + self.step) / (10 + self.step))
        ours = [value for value in self.network.state_dict().values() if value.is_floating_point()]
        kept = [value for value in self.average.values() if value.is_floating_point()]
        torch._foreach_lerp_(kept, ours, 1 - decay)

    def averaged(self) -> dict[str, Tensor]:
        """Returns the averaged weights."""
        return {name: value.clone() for name, value in self.average.items()}

    def state(self) -> dict[str, Any]:
        """Returns what `resume` needs."""
        return {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self._optimizer.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "random": self._random.bit_generator.state,
        }

    def resume(self, state: dict[str, Any]) -> None:
        """Goes on from a `state()`."""
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self._optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.step = state["epoch"], state["step"]
        self._random.bit_generator.state = state["random"]

    def log(self, **figures: Any) -> None:
        """Prints the figures as one JSON line and appends it to the log."""
        line = json.dumps(figures)
        print(line, flush=True)
        if self._log:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(line + "\n")


def _rate(progress: float, warmup: float) -> float:
    if progress < warmup:
        return max(progress / warmup, 0.01)
    return float(0.5 * (1 + np.cos(np.pi * min(1.0, (progress - warmup) / (1 - warmup)))))


def parameter_groups(network: Network, plan: Plan) -> list[dict[str, Any]]:
    """Returns AdamW's groups: lower layers slower, the new parts faster, no decay on one-dimensional parameters."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    layers = network.encoder.shape.layers
    ranges = {id(p) for module in network.modules() if isinstance(module, InputRange) for p in module.parameters()}
    for name, parameter in network.named_parameters():
        rate = plan.heads_rate
        if name.startswith("encoder.") and "word_shapes" not in name:
            depth = int(name.split(".")[2]) + 1 if name.startswith("encoder.layers.") else 0
            rate = plan.encoder_rate * plan.layer_decay ** (layers - depth)
        decay = 0.0 if parameter.dim() < 2 or id(parameter) in ranges else plan.weight_decay
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": group, "lr": rate, "weight_decay": decay} for (rate, decay), group in groups.items()]
