"""Bodies that only the title of their spokesman names, and who are "it" in what he says."""

from __future__ import annotations

from dragoman.reading.phrases import Phrase
from dragoman.reading.pronoun_clauses import who_says
from dragoman.reading.scene import Scene


class SpokenFor(Scene):
    """Finds the body whose spokesman speaks; ``_by_noun`` lists chains by the nouns they were told of by."""

    _by_noun: dict[str, list[int]]

    def _is_body_spoken_for(self, index: int) -> bool:
        """Let "it" be the body that a spokesman speaks for, where his title tells: "an *army* spokesman said it …"."""
        bodies = self._vocabulary.organizations.bodies
        speaker = self._at.get(word.i, -1) if (word := who_says(self._phrases[index].head)) is not None else -1
        if speaker < 0 or not any(use.title.speaks for use in self._phrases[speaker].titles):
            return False
        told = self._phrases[speaker]
        noun = next((one for one in _endings(told) if (body := bodies.get(one)) is not None and body.state), "")
        if not noun:
            return False
        known = [one for one in self._by_noun.get(noun, ()) if self._chains.chains[one] is not None]
        phrase = self._phrases[index]
        if known:
            self._chains.join(index, known[-1])
        else:
            spoken = self._chains.of[speaker]
            country = told.country or (self._chains[spoken].country if spoken >= 0 else None) or self._country_here()
            if country is None:
                return False
            body = bodies[noun]
            phrase.kind, phrase.country, phrase.sectors = body.kind, country, body.sectors
            key = ("country", country) if body.kind == "government" else (noun, country)
            self._chains.set_key(self._chains.start(index), key)
        phrase.kind = self._chains[self._chains.of[index]].kind
        return True


def _endings(spokesman: Phrase) -> list[str]:
    """What may be the body in the words before "spokesman", the longest first: "chief foreign ministry" …."""
    words = [word for word in spokesman.modifiers if word != spokesman.head.lower]
    return [" ".join(words[at:]) for at in range(len(words))]
