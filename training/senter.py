"""Trains the sentence splitter: logistic regression over the features of candidate boundaries."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import torch
from torch.nn import functional

from dragoman.language.senter import Senter, candidates, features
from training.augment import curl_quotes, drop_final_stop
from training.sentences import Sentence
from training.texts import Text, running_text, tokenised


def varied_texts(documents: Sequence[list[Sentence]], random: Random) -> list[Text]:
    """Returns each document as it is and as news sites print it: curly quotes, one line a paragraph, headlines."""
    texts = []
    for document in documents:
        texts.append(tokenised(*running_text(document)))
        changed = [curl_quotes(sentence) for sentence in document]
        changed = [
            drop_final_stop(s) if following.paragraph and random.random() < 0.3 else s
            for s, following in zip(changed, [*changed[1:], changed[0]], strict=True)
        ]
        texts.append(tokenised(*running_text(changed, paragraph_gap="\n")))
        texts.append(_wrapped(tokenised(*running_text(document)), random.choice((60, 72, 80))))
    return texts


def _wrapped(text: Text, width: int) -> Text:
    """Breaks lines at `width` characters, in place of blanks, so that no offset moves."""
    characters = list(text.text)
    line_start = last_blank = 0
    for position, character in enumerate(characters):
        if character == "\n":
            line_start = position + 1
        elif character == " ":
            last_blank = position
        if position - line_start >= width and last_blank > line_start:
            characters[last_blank] = "\n"
            line_start = last_blank + 1
    return Text("".join(characters), text.sentence_starts, text.words, text.starts)


def train_senter(texts: Iterable[Text], steps: int = 300, decay: float = 3e-5, least: int = 2) -> Senter:
    """Returns the splitter that explains where the sentences of `texts` start."""
    rows: list[list[str]] = []
    gold: list[float] = []
    for text in texts:
        for position, is_certain in candidates(text.text, text.words, text.starts):
            if not is_certain:
                rows.append(features(text.text, text.words, text.starts, position))
                gold.append(float(text.starts[position] in text.sentence_starts))
    counts = Counter(feature for row in rows for feature in row)
    numbers = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= least), 1)}
    width = max(map(len, rows))
    index = torch.tensor([[numbers.get(f, 0) for f in row] + [0] * (width - len(row)) for row in rows])
    wanted = torch.tensor(gold)
    weights = torch.zeros(len(numbers) + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=steps, history_size=10, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = (weights * _not_first(len(weights)))[index].sum(1)
        value = functional.binary_cross_entropy_with_logits(scores, wanted) + decay * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    values = weights.detach()
    return Senter({f: round(values[i].item(), 3) for f, i in numbers.items() if abs(values[i]) >= 0.02})


def _not_first(size: int) -> torch.Tensor:
    """Returns ones with a zero in front: row 0 stands for features that are not kept."""
    mask = torch.ones(size)
    mask[0] = 0
    return mask


def save_senter(senter: Senter, path: Path) -> None:
    """Writes the weights as JSON, strongest first within the alphabet of features."""
    weights = dict(sorted(senter.weights.items()))
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
