"""Which words of two names stand for each other."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ontology.name_likeness import PAIRED, lax_likeness, word_likeness

_JOINED_LEAST = 0.9  # of a word and the words it would be made of
_LONGEST_RUN = 3  # words written together as one


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of one name (or several, run together) and one of the other, with their first places.

    ``words`` is how many the longer side is.
    """

    one: str
    two: str
    at_one: int
    at_two: int
    likeness: float
    reason: str
    words: int = 1


@dataclass(frozen=True, slots=True)
class Pairing:
    """``pairs`` in the order of the first name; ``left_one`` and ``left_two`` have no partner."""

    pairs: tuple[WordPair, ...]
    left_one: tuple[str, ...]
    left_two: tuple[str, ...]


def pair_words(one: tuple[str, ...], two: tuple[str, ...], *, lax: bool = False) -> Pairing:
    """Pairs words best first; then words written together here and apart there; then initials written together.

    A word that only repeats one that has found its partner ("Sergey Sergey Shoigu") is no word left over, unless the
    other name has another word in its stead. ``lax`` if a script that bends foreign names is met.
    """
    alike = lax_likeness if lax else word_likeness
    free_one, free_two = set(range(len(one))), set(range(len(two)))
    pairs = _runs(one, two, free_one, free_two)
    near = sorted(
        (-likeness, abs(i - j), i + j, i, j)
        for i in free_one
        for j in free_two
        if (likeness := alike(one[i], two[j])[0]) >= PAIRED
    )
    for _, _, _, i, j in near:
        if i in free_one and j in free_two:
            free_one.remove(i)
            free_two.remove(j)
            pairs.append(WordPair(one[i], two[j], i, j, *alike(one[i], two[j])))
    left_one, left_two = tuple(one[i] for i in sorted(free_one)), tuple(two[j] for j in sorted(free_two))
    if not left_two:
        left_one = tuple(word for word in left_one if word not in {pair.one for pair in pairs})
    if not left_one:
        left_two = tuple(word for word in left_two if word not in {pair.two for pair in pairs})
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair.at_one)), left_one, left_two)


def _runs(one: tuple[str, ...], two: tuple[str, ...], free_one: set[int], free_two: set[int]) -> list[WordPair]:
    """Takes words written together in one name and apart in the other, and initials written together."""
    pairs = [
        WordPair(one[i], "".join(run), i, start, likeness, reason, len(run))
        for i, start, run, likeness, reason in _runs_of(one, two, free_one, free_two)
    ]
    pairs += [
        WordPair("".join(run), two[j], start, j, likeness, reason, len(run))
        for j, start, run, likeness, reason in _runs_of(two, one, free_two, free_one)
    ]
    return pairs


def _runs_of(
    whole: tuple[str, ...], parts: tuple[str, ...], free: set[int], free_parts: set[int]
) -> list[tuple[int, int, tuple[str, ...], float, str]]:
    found = []
    for i in sorted(free):
        for start, run in _candidates(parts, whole[i]):
            places = range(start, start + len(run))
            if not free_parts.issuperset(places):
                continue
            likeness, reason = _run_likeness(whole[i], run)
            if likeness:
                found.append((i, start, run, likeness, reason))
                free.remove(i)
                free_parts.difference_update(places)
                break
    return found


def _candidates(parts: tuple[str, ...], word: str) -> list[tuple[int, tuple[str, ...]]]:
    if len(word) < 2:
        return []
    return [
        (start, parts[start : start + width])
        for width in range(2, min(_LONGEST_RUN, len(parts)) + 1)
        for start in range(len(parts) - width + 1)
        if parts[start][0] == word[0]
    ]


def _run_likeness(word: str, run: tuple[str, ...]) -> tuple[float, str]:
    apart = " ".join(run)
    if word == "".join(part[0] for part in run) and all(len(part) > 1 for part in run):
        return 0.8, f"“{word}” are the initials of “{apart}”"
    if len({len(part) == 1 for part in run}) > 1:
        return 0.0, ""  # an initial belongs to no word beside it
    if abs(sum(map(len, run)) - len(word)) > 1:
        return 0.0, ""
    likeness, _ = word_likeness(word, "".join(run))
    return (likeness, f"“{word}” is “{apart}” written together") if likeness >= _JOINED_LEAST else (0.0, "")
