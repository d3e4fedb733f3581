"""Lemmas as edit scripts: what to do to a word to get its dictionary form.

The model predicts a script, not a lemma, so that it can lemmatise words it has never seen. A script is written

- `l0+` lower-case, cut 0 characters from the end, add nothing (`The` → `the`)
- `l3+y` lower-case, cut 3, add `y` (`parties` → `party`)
- `=0+` leave the case as it is (`Haftar`), `c0+` capitalise (`HAFTAR` → `Haftar`)
- `!be` replace the whole word: the irregular ones (`was` → `be`)
"""

from collections.abc import Callable

_CASES: dict[str, Callable[[str], str]] = {"=": str, "l": str.lower, "c": str.capitalize}


def edit_script(word: str, lemma: str) -> str:
    """Returns the script that turns `word` into `lemma`; `apply_script` is its inverse."""
    case = _case_for(word, lemma)
    base = _CASES[case](word)
    shared = 0
    for left, right in zip(base, lemma, strict=False):
        if left != right:
            break
        shared += 1
    if not shared:
        return "!" + lemma
    return f"{case}{len(base) - shared}+{lemma[shared:]}"


def _case_for(word: str, lemma: str) -> str:
    if lemma == lemma.lower():
        return "l"
    return "=" if word[:2] == lemma[:2] else "c"


def apply_script(script: str, word: str) -> str:
    """Returns the lemma of `word` by `script`; the word itself where the script would leave nothing."""
    if script.startswith("!"):
        return script[1:]
    cut, _, ending = script[1:].partition("+")
    base = _CASES[script[0]](word)
    kept = base[: len(base) - int(cut)] if int(cut) <= len(base) else base
    return kept + ending or word
