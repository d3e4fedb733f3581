"""One annotated sentence, whatever corpus it comes from; what a corpus does not annotate is None."""

from dataclasses import dataclass, field

NAME_TYPES = (
    "PERSON",
    "ORG",
    "LOC",
    "NORP",
    "EVENT",
    "DATE",
    "WEAPON",
    "VEHICLE",
    "MONEY",
    "QUANTITY",
    "MISC",
)
"""What a name can be. NORP: nationality, religious or political group. MISC: works, products, documents."""

ANY_TYPE = frozenset(NAME_TYPES)

TEXT = "text"
"""The source of sentences without labels."""

SOURCES = ("ewt", "gum", "wikigold", "re3d", TEXT)
"""The corpora. Each has habits of its own in what it calls a name; the shipped model keeps those of the first, and text
without labels is read with them."""

MENTION_TYPES = (
    "none",
    "person",
    "organization",
    "place",
    "event",
    "time",
    "object",
    "abstract",
    "animal",
    "plant",
    "substance",
)
"""GUM's types of what a nominal phrase refers to; `none` for words that head no phrase."""


@dataclass(frozen=True, slots=True)
class NameTag:
    """What is known of one word's place among the names.

    `position` is "B" (first word of a name), "I" (a later one), "O" (outside) or "?" (unknown). `types` are the
    types it may have: one where the corpus says which, several where its label is coarser than ours. For "O" they
    are the types that the corpus does not annotate: the word may still begin or continue one of those.
    """

    position: str
    types: frozenset[str] = frozenset()


UNKNOWN_NAME = NameTag("?")


@dataclass(slots=True, kw_only=True)
class Sentence:
    """Words with their annotations; every list has one entry per word.

    Attributes:
        words: the surface forms.
        spaces: whether white space follows each word in the text.
        upos, feats, lemmas: UD part of speech, features (`_` for none) and lemma.
        heads: 0 for the root, else the head's position counted from 1.
        relations: UD relations with their subtypes.
        names: what is known of the names.
        mentions: for each word, the type of the phrase that it heads, or `none`.
        paragraph: True when a new paragraph starts with this sentence.
        source: the corpus, one of `SOURCES`.
    """

    words: list[str]
    spaces: list[bool] = field(default_factory=list)
    upos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[NameTag] | None = None
    mentions: list[str] | None = None
    identifier: str = ""
    paragraph: bool = False
    source: str = SOURCES[0]

    def __len__(self) -> int:
        return len(self.words)


def name_tags(spans: list[tuple[int, int, frozenset[str]]], size: int, annotated: frozenset[str]) -> list[NameTag]:
    """Returns the tags of a sentence whose names are `spans`, in a corpus that annotates the types `annotated`.

    Args:
        spans: `(start, end, types)` of each name, end exclusive, not overlapping.
        size: number of words.
        annotated: types of which the corpus leaves none out.
    """
    outside = NameTag("O", ANY_TYPE - annotated)
    tags = [outside] * size
    for start, end, types in spans:
        tags[start:end] = [NameTag("I", types)] * (end - start)
        tags[start] = NameTag("B", types)
    return tags
