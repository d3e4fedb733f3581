"""Reporting cues: which words say that somebody said, wrote or thought something, and where its content stands.

The table is ``reporting.toml``, whose head explains the fields. A word is looked up by its form, not by its lemma: the
loader inflects every verb and noun, so that a slip of the lemmatizer costs no attribution.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import rtoml

from dragoman.errors import LexiconError
from dragoman.lexicon.outlets import Outlets, load_outlets

CueKind = Literal["speech", "writing", "thought", "evidential", "attitude"]
Frame = Literal[
    "clause",
    "infinitive",
    "object",
    "inner",
    "as",
    "named",
    "rest",
    "quoting",
    "citing",
    "passive",
    "topic",
    "directed",
    "undergone",
]
Stance = Literal["", "factive", "hedge", "denial"]

_KEYS = frozenset(
    {"id", "verbs", "nouns", "adverbs", "kind", "frames", "prepositions", "speaker", "stance", "act", "addressee"}
    | {"examples", "near_misses"}
)
_VOWELS = "aeiou"
# Verbs stressed on a short last syllable, which double their last letter.
_DOUBLING = frozenset({"admit", "quip", "blog", "refer", "rebut", "submit", "put", "set", "let", "bet", "plan"})


@dataclass(frozen=True, slots=True)
class CueExample:
    """A sentence, and words of the source and of the content it must give; ``source`` is "" where nobody is named."""

    text: str
    source: str
    content: str


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the table; ``particle`` is what must follow the verb ("out" of "point out") or ""."""

    id: str
    kind: CueKind
    frames: tuple[Frame, ...]
    prepositions: frozenset[str]
    speaker: bool
    stance: Stance
    act: bool
    addressee: bool
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as written, with its evidence, for the test that reads every example."""

    id: str
    words: tuple[str, ...]
    examples: tuple[CueExample, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Words by which a sentence goes on with the telling before it (the first three), or steps back from it."""

    anaphors: frozenset[str]
    openings: frozenset[str]
    adverbs: frozenset[str]
    hedges: frozenset[str]
    steps_back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reporting:
    """The cues by form, and what sources are called.

    ``verbs`` maps a lower-case form to the cues it may be, in table order; ``nouns``, ``stances`` (the nouns of
    attitudes) and ``adverbs`` to one.
    ``statements``, ``documents``, ``anonymous`` and ``tellers`` hold forms of nouns, singular and plural; ``issuers``
    maps an adjective to a noun, ``anonymity`` the first word of a phrase that says somebody is not named to such
    phrases; ``numbers`` are the numerals from one on.
    """

    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Cue]
    stances: dict[str, Cue]
    adverbs: dict[str, Cue]
    statements: frozenset[str]
    documents: frozenset[str]
    anonymous: frozenset[str]
    tellers: frozenset[str]
    issuers: dict[str, str]
    anonymity: dict[str, tuple[tuple[str, ...], ...]]
    numbers: tuple[str, ...]
    links: Links
    outlets: Outlets
    entries: tuple[Entry, ...]


@functools.cache
def load_reporting() -> Reporting:
    """The packaged table.

    Raises:
        LexiconError: if the table breaks its schema; names every fault.
    """
    path = Path(__file__).with_name("reporting.toml")
    return parse_reporting(rtoml.loads(path.read_text(encoding="utf-8")), path.name)


def parse_reporting(table: dict[str, Any], source: str) -> Reporting:
    """The table of a parsed TOML document.

    Raises:
        LexiconError: if it breaks the schema; names every fault.
    """
    faults = [f"unknown key {key!r}" for key in table if key not in ("cue", "irregular", "sources", "links")]
    rows = table.get("cue", [])
    faults += [fault for row in rows for fault in _faults(row)]
    ids = [row.get("id") for row in rows]
    faults += [
        f"{name}: the id stands there twice" for name in sorted({str(name) for name in ids if ids.count(name) > 1})
    ]
    irregular: dict[str, list[str]] = table.get("irregular", {})
    verbs: dict[str, list[Cue]] = {}
    nouns: dict[str, Cue] = {}
    stances: dict[str, Cue] = {}
    adverbs: dict[str, Cue] = {}
    if not faults:
        for row in rows:
            faults += _index(row, irregular, verbs, stances if row["kind"] == "attitude" else nouns, adverbs)
    if faults:
        raise LexiconError(source, faults)
    sources, links = table["sources"], table["links"]
    return Reporting(
        verbs={form: tuple(found) for form, found in verbs.items()},
        nouns=nouns,
        stances=stances,
        adverbs=adverbs,
        statements=_noun_forms(sources["statement"]),
        documents=_noun_forms(sources["document"]),
        anonymous=_noun_forms(sources["anonymous"]),
        tellers=_noun_forms(sources["teller"]),
        issuers=dict(sources["issuer"]),
        anonymity=_by_first_word(sources["anonymity"]),
        numbers=tuple(sources["numbers"]),
        links=Links(
            frozenset(links["anaphors"]),
            frozenset(links["openings"]),
            frozenset(links["adverbs"]),
            frozenset(links["hedges"]),
            tuple(links["steps_back"]),
        ),
        outlets=load_outlets(),
        entries=tuple(
            Entry(
                row["id"],
                (*row.get("verbs", ()), *row.get("nouns", ()), *row.get("adverbs", ())),
                tuple(CueExample(**example) for example in row["examples"]),
                tuple(row.get("near_misses", ())),
            )
            for row in rows
        ),
    )


def verb_forms(lemma: str, irregular: dict[str, list[str]]) -> Iterator[str]:
    """The forms of an English verb: base, third person, participle in -ing, past forms."""
    yield lemma
    stem, doubled = lemma, lemma + lemma[-1] if lemma in _DOUBLING else lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem = lemma[:-1] + "i"
        yield stem + "es"
    else:
        yield lemma + "s"
    mute_e = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
    yield (lemma[:-1] if mute_e else doubled) + "ing"
    if lemma in irregular:
        yield from irregular[lemma]
    else:
        yield lemma + "d" if lemma.endswith("e") else (stem if stem != lemma else doubled) + "ed"


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as words, by the first of them."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        table[words[0]] = (*table.get(words[0], ()), words)
    return table


def _noun_forms(lemmas: list[str]) -> frozenset[str]:
    """The singular and plural forms of English nouns."""
    return frozenset(form for lemma in lemmas for form in noun_forms(lemma))


def noun_forms(lemma: str) -> tuple[str, str]:
    """The singular and plural of an English noun."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies"
    return lemma, lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh")) else "s")


def _index(
    row: dict[str, Any],
    irregular: dict[str, list[str]],
    verbs: dict[str, list[Cue]],
    nouns: dict[str, Cue],
    adverbs: dict[str, Cue],
) -> list[str]:
    """Add an entry's forms to the look-ups; a noun or adverb in two entries is a fault."""
    faults: list[str] = []
    for written in row.get("verbs", ()):
        lemma, _, particle = written.partition(" ")
        cue = _cue(row, particle)
        for form in dict.fromkeys(verb_forms(lemma, irregular)):
            verbs.setdefault(form, []).append(cue)
    for lemma in row.get("nouns", ()):
        for form in noun_forms(lemma):
            if form in nouns:
                faults.append(f"{row['id']}: {lemma!r} is also in {nouns[form].id}")
            nouns[form] = _cue(row)
    for form in row.get("adverbs", ()):
        if form in adverbs:
            faults.append(f"{row['id']}: {form!r} is also in {adverbs[form].id}")
        adverbs[form] = _cue(row)
    return faults


def _cue(row: dict[str, Any], particle: str = "") -> Cue:
    """The compiled entry."""
    return Cue(
        row["id"],
        row["kind"],
        tuple(row.get("frames", ())),
        frozenset(row.get("prepositions", ())),
        row.get("speaker", False),
        row.get("stance", ""),
        row.get("act", False),
        row.get("addressee", False),
        particle,
    )


def _faults(row: dict[str, Any]) -> list[str]:
    """What is wrong with one entry."""
    name = row.get("id", "an entry without id")
    faults = [f"{name}: unknown key {key!r}" for key in sorted(set(row) - _KEYS)]
    if row.get("kind") not in get_args(CueKind):
        faults.append(f"{name}: kind must be one of {', '.join(get_args(CueKind))}")
    if row.get("stance", "") not in get_args(Stance):
        faults.append(f"{name}: stance must be one of factive, hedge, denial")
    faults += [f"{name}: unknown frame {frame!r}" for frame in row.get("frames", ()) if frame not in get_args(Frame)]
    if bool(row.get("verbs")) != bool(row.get("frames")):
        faults.append(f"{name}: verbs need frames, and only verbs")
    stance = row.get("kind") == "attitude" and bool(row.get("nouns"))
    if ("topic" in row.get("frames", ()) or stance) != bool(row.get("prepositions")):
        faults.append(f"{name}: the frame topic and nouns of attitude need prepositions, and nothing else does")
    if not (row.get("verbs") or row.get("nouns") or row.get("adverbs")):
        faults.append(f"{name}: no verbs, nouns or adverbs")
    for key in ("verbs", "nouns", "adverbs"):
        words = row.get(key, [])
        faults += [f"{name}: {word!r} stands there twice" for word in sorted({w for w in words if words.count(w) > 1})]
        faults += [f"{name}: {word!r} must be lower-case" for word in words if word != word.lower()]
    if not row.get("examples"):
        faults.append(f"{name}: needs at least one example")
    for example in row.get("examples", ()):
        if set(example) != {"text", "source", "content"}:
            faults.append(f"{name}: an example needs text, source and content")
        elif example["source"] not in example["text"] or example["content"] not in example["text"]:
            faults.append(f"{name}: source and content must stand in {example['text']!r}")
    return faults
