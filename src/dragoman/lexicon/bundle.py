"""The whole lexicon in one object: every theme, and a digest of its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from dragoman.lexicon.composition import Composition, load_composition
from dragoman.lexicon.contexts import Contexts, load_contexts
from dragoman.lexicon.factuality import FactualityWords, load_factuality
from dragoman.lexicon.inflection import verb_forms
from dragoman.lexicon.kin import Kin, load_kin
from dragoman.lexicon.light_verbs import LightVerbs, load_light_verbs
from dragoman.lexicon.metonyms import Metonyms, load_metonyms
from dragoman.lexicon.organizations import Organizations, load_organizations
from dragoman.lexicon.persons import Persons, load_persons
from dragoman.lexicon.predicates import PredicateTable, load_predicates
from dragoman.lexicon.reporting import Reporting, load_reporting
from dragoman.lexicon.ties import TieWords, load_ties
from dragoman.lexicon.titles import Titles, load_titles


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every theme, and a digest of all their data that a record carries.

    ``verb_forms``: inflected form → lemma of every verb that a theme lists.
    """

    composition: Composition
    contexts: Contexts
    factuality: FactualityWords
    kin: Kin
    light_verbs: LightVerbs
    metonyms: Metonyms
    organizations: Organizations
    persons: Persons
    predicates: PredicateTable
    reporting: Reporting
    ties: TieWords
    titles: Titles
    verb_forms: Mapping[str, str]
    digest: str


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """The packaged lexicon with the user's own predicate files before it.

    Args:
        extra: TOML files in the form of ``predicates/*.toml``; an entry with the id of a packaged one replaces it.

    Raises:
        LexiconError: a file breaks its form; every fault of the file is listed.
    """
    predicates, light_verbs, ties = load_predicates(extra), load_light_verbs(), load_ties()
    # Not "found", which is mostly a form of "find".
    listed = {*predicates.verbs, *(verb.split()[0] for verb in light_verbs.groups), *ties.verbs} - {"found"}
    return Lexicon(
        composition=load_composition(),
        contexts=load_contexts(),
        factuality=load_factuality(),
        kin=load_kin(),
        light_verbs=light_verbs,
        metonyms=load_metonyms(),
        organizations=load_organizations(),
        persons=load_persons(),
        predicates=predicates,
        reporting=load_reporting(),
        ties=ties,
        titles=load_titles(),
        verb_forms=verb_forms(listed),
        digest=_digest(extra),
    )


def _digest(extra: Sequence[Path]) -> str:
    """First 16 hex digits of the SHA-256 of every data file of the lexicon and of the user's own, in order of name."""
    digest = sha256()
    folder = files("dragoman.lexicon")
    predicates = folder / "predicates"
    packaged = [*folder.iterdir(), *predicates.iterdir(), *(predicates / "wider").iterdir()]
    for item in sorted((item for item in packaged if item.name.endswith(".toml")), key=lambda item: item.name):
        digest.update(item.name.encode())
        digest.update(item.read_bytes())
    for path in extra:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
