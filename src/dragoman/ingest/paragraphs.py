"""A text's paragraphs, whether blank lines part them, or each is one line, or lines are wrapped at a column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# Wider than any text wrapped by a mail program, a terminal or a typewriter.
_WIDEST_WRAP = 132
# A line this much shorter than the column has not been wrapped: the paragraph ends with it.
_SHORT_LINE = 0.6
_NARROWEST_WRAP = 40
_LINE = re.compile(r"[^\n]+")
_CLOSERS = "\"'”’»)]} \t\u00a0"
FINAL_STOPS = ".!?…。؟۔"


@dataclass(frozen=True, slots=True)
class Block:
    """Code points ``[start, end)`` without white space around them; ``after_blank`` if blank lines stand before it."""

    start: int
    end: int
    after_blank: bool


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a final stop, closing quotation marks and brackets apart."""
    return text.rstrip(_CLOSERS)[-1:] in tuple(FINAL_STOPS)


def paragraphs(text: str) -> list[Block]:
    """The text's paragraphs in order; everything between them is white space."""
    lines = _lines(text)
    column = _wrap_column(text, lines)
    if column is None:
        return lines
    joined: list[Block] = []
    previous: Block | None = None
    for line in lines:
        if previous is not None and not line.after_blank and _runs_on(text, previous, line, column):
            joined[-1] = Block(joined[-1].start, line.end, joined[-1].after_blank)
        else:
            joined.append(line)
        previous = line
    return joined


def _lines(text: str) -> list[Block]:
    """The lines that hold more than white space."""
    lines: list[Block] = []
    end_before = 0
    for found in _LINE.finditer(text):
        line = found.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = found.start() + line.index(stripped)
        after_blank = not lines or text.count("\n", end_before, start) > 1
        end_before = start + len(stripped)
        lines.append(Block(start, end_before, after_blank))
    return lines


def _wrap_column(text: str, lines: list[Block]) -> int | None:
    """The column at which the text is hard-wrapped, None if it is not."""
    pairs = [(one, two) for one, two in pairwise(lines) if not two.after_blank]
    if not pairs:
        return None
    lengths = sorted(one.end - one.start for one, _ in pairs)
    column = lengths[(len(lengths) * 9) // 10]
    if column > _WIDEST_WRAP or column < _NARROWEST_WRAP:
        return None
    running = sum(_starts_low(text, two) and not ends_sentence(text[one.start : one.end]) for one, two in pairs)
    if running:
        return column if running >= 0.4 * len(pairs) else None
    # Two lines of which neither shows it: a title and its body differ in length, the halves of a sentence do not.
    one, two = pairs[0]
    halves = (
        len(lines) == 2 and not ends_sentence(text[one.start : one.end]) and ends_sentence(text[two.start : two.end])
    )
    return column if halves and two.end - two.start <= 1.15 * (one.end - one.start) else None


def _starts_low(text: str, line: Block) -> bool:
    """Whether a line begins as the middle of a sentence does: with a small letter."""
    return text[line.start].islower()


def _runs_on(text: str, line: Block, following: Block, column: int) -> bool:
    """Whether a line of a wrapped text goes on in the next one."""
    if _starts_low(text, following):
        return True
    length = line.end - line.start
    if length < _SHORT_LINE * column:
        return False
    if not ends_sentence(text[line.start : line.end]):
        return True
    first_word = text[following.start : following.end].split(None, 1)[0]
    return length + 1 + len(first_word) > column - 8
