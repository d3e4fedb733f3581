"""What the actor layers need of the lexicon."""

from __future__ import annotations

from typing import Protocol

from dragoman.lexicon.kin import Kin
from dragoman.lexicon.metonyms import Metonyms
from dragoman.lexicon.organizations import Organizations
from dragoman.lexicon.persons import Persons
from dragoman.lexicon.titles import Titles


class ActorWords(Protocol):
    """The five themes; the whole ``Lexicon`` has them, a test may bring its own."""

    @property
    def titles(self) -> Titles:
        """Titles and offices."""

    @property
    def kin(self) -> Kin:
        """Kin words."""

    @property
    def organizations(self) -> Organizations:
        """Nouns of bodies and groups."""

    @property
    def persons(self) -> Persons:
        """Words of personal names."""

    @property
    def metonyms(self) -> Metonyms:
        """Where a place stands for its government."""
