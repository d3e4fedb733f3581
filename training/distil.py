"""One student learns what several teachers agree on."""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from training.batches import Batch, Repeats, SentenceSet, repeated_rows, shuffled_batches
from training.loop import Lesson, Loss
from training.losses import SoftTargets, gold_loss, taught_loss, teach
from training.network import Network, Scores


class Lessons:
    """The teachers' opinions on every variant of every sentence, asked once and kept on the device in half floats.

    Batches are put together once per variant: the student meets a sentence in as many different batches as there
    are variants.
    """

    def __init__(
        self,
        teachers: list[Network],
        sentences: SentenceSet,
        variants: int,
        pieces: int,
        repeats: Repeats,
        seed: int = 0,
    ) -> None:
        """Asks the teachers.

        Args:
            teachers: their probabilities are averaged.
            sentences: as in `VariantFeed`.
            variants: how many encodings of each sentence there are.
            pieces: pieces per batch, padding counted.
            repeats: see `repeated_rows`.
            seed: for the composition of the batches.
        """
        random = np.random.default_rng(seed)
        size = len(sentences) // variants
        for teacher in teachers:
            teacher.eval()
        self._variants: list[list[tuple[Batch, SoftTargets]]] = []
        for variant in range(variants):
            rows = size * variant + repeated_rows(sentences.sources[:size], repeats)
            lessons = []
            for chosen in shuffled_batches(sentences.piece_counts[rows], pieces, random):
                batch = sentences.batch(rows[chosen])
                with torch.autocast(batch.pieces.device.type, torch.bfloat16):
                    lessons.append((batch, teach(teachers, batch).half()))
            self._variants.append(lessons)
        self.steps = len(self._variants[0])

    def epoch(self, random: np.random.Generator) -> Iterator[Lesson]:
        """Yields the batches of one variant in random order."""
        lessons = self._variants[int(random.integers(len(self._variants)))]
        for number in random.permutation(len(lessons)):
            batch, targets = lessons[number]
            yield batch, targets.float()


def mixed_loss(name_masks: Tensor, gold_share: float) -> Loss:
    """Returns the loss of a student: `gold_share` of what the corpora say, the rest of what the teachers say."""

    def loss(network: Network, scores: Scores, lesson: Lesson) -> Tensor:
        batch, targets = lesson
        if targets is None:
            return gold_loss(network, scores, batch, name_masks)
        taught = taught_loss(network, scores, batch, targets)
        if not gold_share:
            return taught
        return gold_share * gold_loss(network, scores, batch, name_masks) + (1 - gold_share) * taught

    return loss
