"""spaCy's English with a tokenizer for news: two more quotation marks, and ranks that keep their full stop."""

from spacy.attrs import ORTH
from spacy.lang.en import English, EnglishDefaults

_RANKS = (
    "Amb.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Fr.", "Hon.", "Insp.", "Lt.", "Maj.", "Pvt.", "Sgt.", "Supt.",
)  # fmt: skip
"""Titles that spaCy's English tokenizer parts from their full stop, which then ends the sentence."""
_EXCEPTIONS = {rank: [{ORTH: rank}] for rank in _RANKS}


class _NewsDefaults(EnglishDefaults):
    prefixes = ("``", *(EnglishDefaults.prefixes or ()))  # they have '' already
    tokenizer_exceptions = EnglishDefaults.tokenizer_exceptions | _EXCEPTIONS


class NewsEnglish(English):  # type: ignore[no-untyped-call]  # spaCy types no __init_subclass__
    """An empty pipeline. All goes in as defaults: a finished tokenizer reads its exceptions anew at each change."""

    Defaults = _NewsDefaults
