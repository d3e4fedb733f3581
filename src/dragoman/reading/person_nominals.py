"""Nominals that take up a person or sources: "the Egyptian president", "the minister", "the sources"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.chains import Chain, compatible
from dragoman.reading.clauses import is_passive
from dragoman.reading.metonymy import speaks
from dragoman.reading.phrases import NATIONAL, Phrase, TitleUse
from dragoman.reading.scene import Scene
from dragoman.reading.tree import case, children

_END = 4  # words from a verb of speech to the end of a sentence that it ends
_PARENTS = frozenset({"father", "grandfather", "grandmother", "mother"})
_BYNAMES = frozenset(
    {"firebrand", "laureate", "magnate", "maverick", "statesman", "stateswoman", "strongman", "tycoon", "veteran"}
)
_REACH_OF_AGE = 3  # sentences after which "the 52-year-old" is nobody told of before
_REACH_OF_NAME = 2  # sentences in which who was told of without a name is named
_ANY_LEADER = frozenset({"leader", "ruler", "strongman"})


class PersonNominals(Scene):
    """Finds the person or the sources that a nominal means; ``_holders`` lists chains by the titles they carry."""

    _holders: dict[str, list[int]]
    _sources: list[int]
    _by_noun: dict[str, list[int]]

    def _same_sources(self, phrase: Phrase) -> int:
        """What "the sources" are: the last sources of the same number, by the same noun if there are such."""
        if not phrase.definite:
            return -1
        best = -1
        for chain in reversed(self._sources):
            known = self._chains.chains[chain]
            if (
                known is None
                or known.plural != phrase.plural
                or (known.country and phrase.country and known.country != phrase.country)
            ):
                continue
            if phrase.noun in known.nouns:
                return chain
            if best < 0 and phrase.noun == "source":
                best = chain
        return best

    def _same_person(self, phrase: Phrase) -> int:
        """The most salient person who holds the title a nominal names: "the Egyptian president", "the minister"."""
        if not phrase.definite and (said_before := self._said_before(phrase)) >= 0:
            return said_before
        if phrase.noun == NATIONAL:
            return self._of_nation(phrase)
        if phrase.kin is None and phrase.noun == "old" and "year" in phrase.modifiers:
            return self._of_age(phrase)
        if phrase.definite and _is_byname(phrase):
            return self._of_age(phrase)
        if phrase.kin is not None or not phrase.titles:
            return -1
        if phrase.owner >= 0 and self._owner_chain(phrase) < 0:
            return -1
        use = phrase.titles[-1]
        best = self._most_salient(self._holders_of(use), phrase, use)
        if best >= 0 or not use.title.alike:
            return best
        alike = {number for words in use.title.alike for number in self._holders.get(words, ())}
        fitting = {self._most_salient([number], phrase, use) for number in alike} - {-1}
        return fitting.pop() if len(fitting) == 1 else -1

    def _of_nation(self, phrase: Phrase) -> int:
        """The most salient person of a country, else one whose country no word tells; or -1."""
        without = -1
        for _, number in self._salience.ranked():
            known = self._chains.chains[number] if number >= 0 else None
            if known is None or known.kind != "person" or not known.names or self._shares_clause(known, phrase):
                continue
            if known.country == phrase.country:
                return number
            without = number if without < 0 and known.country is None else without
        return without

    def _shares_clause(self, known: Chain, phrase: Phrase) -> bool:
        """Whether a person stands beside a phrase under one verb, and so is somebody else."""
        return any(self._phrases[index].head.head is phrase.head.head for index in known.phrases if index < self._now)

    def _of_age(self, phrase: Phrase) -> int:
        """Who is "the 52-year-old": the last person of that age, or else one whose age no word tells; or -1.

        Without an age, whoever was named last.
        """
        years = next((word for word in phrase.modifiers if word.isdecimal()), "")
        without = -1
        for index in range(self._now - 1, -1, -1):
            other = self._phrases[index]
            if phrase.head.sentence - other.head.sentence > _REACH_OF_AGE:
                break
            number = self._chains.of[index]
            if other.kind != "person" or not other.name or number < 0 or other.head.dep == "nmod:poss":
                continue
            told = self._age_behind(other)
            if not years or told == years:
                return number
            without = number if without < 0 and not told else without
        return without

    def _age_behind(self, phrase: Phrase) -> str:
        """The age behind a name, between commas: "Ana Prado, *52*, …"; "" for none."""
        behind = [word.text for word in self._tree.words[phrase.last : phrase.last + 3]]
        closed = len(behind) > 2 and behind[0] == "," and behind[2] in (",", ".")
        return behind[1] if closed and behind[1].isdecimal() else ""

    def _told_without_name(self, index: int) -> int:
        """Who something befell a sentence or two before, as is told of a name with an age at once; or -1.

        News names in its second sentence whom its first calls "a Kenyan lawyer": "Peter Oduor, 48, was seized …".
        """
        phrase, named = self._phrases[index], self._chains[self._chains.of[index]]
        here, first = phrase.head.sentence, self._tree.sentences[phrase.head.sentence].first
        if phrase.first != first or named.kind != "person" or named.first != index or named.titles:
            return -1
        if " " not in phrase.name or not self._age_behind(phrase) or not _befallen(phrase):
            return -1
        found = set()
        for other in range(index - 1, -1, -1):
            before = self._phrases[other]
            if here - before.head.sentence > _REACH_OF_NAME:
                break
            number = self._chains.of[other]
            if before.kind == "person" and before.name:
                return -1
            if before.form == "nominal" and before.kind == "person" and number >= 0 and not before.plural:
                found |= {number} if _befallen(before) and not before.definite and before.owner < 0 else set()
        fitting = [number for number in found if compatible(self._chains[number], named)]
        return fitting[0] if len(found) == len(fitting) == 1 else -1

    def _most_salient(self, holders: Sequence[int], phrase: Phrase, use: TitleUse) -> int:
        """The most salient of some persons whom a nominal with a title can mean, -1 if it can mean none."""
        best, weight = -1, -1.0
        for number in holders:
            chain = self._chains.chains[number]
            if chain is None or chain.kind not in ("person", "sources") or chain.first > self._now:
                continue
            if not self._person_fits(chain, phrase, use):
                continue
            value = self._salience.of(number) + 1.0
            if value > weight:
                best, weight = number, value
        return best

    def _office_told_before(self, index: int) -> int:
        """The holder of an office who spoke in the sentence before somebody who is named without one; or -1.

        Agencies end a paragraph with the office and open the next with the name: "…, Peru's defence minister said.",
        "Ana Prado told reporters …".
        """
        phrase, named = self._phrases[index], self._chains[self._chains.of[index]]
        here, sentences = phrase.head.sentence, self._tree.sentences
        opens = here > 0 and sentences[here].first == phrase.first
        if not opens or sentences[here].paragraph == sentences[here - 1].paragraph:
            return -1
        if named.kind != "person" or named.titles or named.first != index or " " not in phrase.name:
            return -1
        if not speaks(phrase.head, self._vocabulary.metonyms):
            return -1
        for other in range(index - 1, -1, -1):
            before = self._phrases[other]
            if before.head.sentence < here - 1:
                break
            number = self._chains.of[other]
            if number < 0 or not before.titles or not speaks(before.head, self._vocabulary.metonyms):
                continue
            known = self._chains[number]
            verb = before.head.head
            ends = verb is not None and sentences[here - 1].last - verb.i <= _END
            told = not known.names and not known.plural and (before.definite or before.country or before.owner >= 0)
            return number if ends and told and known.kind == "person" and compatible(known, named) else -1
        return -1

    def _holders_of(self, use: TitleUse) -> list[int]:
        """Chains that carry a title of the same word, office or, for "the leader", that leads."""
        keys = [use.title.words, use.title.words.split()[-1]]
        if use.title.office:
            keys.append(f"office {use.title.office}")
        if use.title.words in _ANY_LEADER:
            keys.append("leads")
        return list(dict.fromkeys(number for key in keys for number in self._holders.get(key, ())))

    def _hold(self, chain: int, titles: Sequence[TitleUse]) -> None:
        """Enter a chain under its titles."""
        for use in titles:
            keys = {use.title.words, use.title.words.split()[-1]}
            if use.title.office:
                keys.add(f"office {use.title.office}")
            if use.title.leads:
                keys.add("leads")
            for key in sorted(keys):
                held = self._holders.setdefault(key, [])
                if not held or held[-1] != chain:
                    held.append(chain)

    def _said_before(self, phrase: Phrase) -> int:
        """The chain of the same words without an article, as headlines repeat them."""
        words = [word.lower for word in self._tree.words[phrase.first : phrase.last]]
        for number in self._by_noun.get(phrase.noun, ()):
            chain = self._chains.chains[number]
            if chain is None:
                continue
            for index in chain.phrases:
                other = self._phrases[index]
                if [word.lower for word in self._tree.words[other.first : other.last]] == words:
                    return number
        return -1

    def _person_fits(self, chain: Chain, phrase: Phrase, use: TitleUse) -> bool:
        if chain.country and phrase.country and chain.country != phrase.country:
            return False
        if chain.gender and phrase.gender and chain.gender != phrase.gender:
            return False
        if chain.plural:
            return False
        if phrase.owner >= 0 and phrase.country is None:
            # "its president", "the U.N. observer": the owner must be what the other leads or belongs to
            owner = self._owner_chain(phrase)
            if owner < 0 or not holds(chain.titles, use):
                return False
            return self._owned_by(chain, owner) or (chain.leads in (owner, -1) and self._shares_country(chain, owner))
        if holds(chain.titles, use):
            return phrase.definite or bool(phrase.country)
        return False

    def _shares_country(self, chain: Chain, owner: int) -> bool:
        return chain.country is not None and chain.country == self._chains[owner].country


def _befallen(phrase: Phrase) -> bool:
    """Whether something is done to who a phrase tells of: subject of a passive, or object."""
    return phrase.head.dep in ("nsubj:pass", "obj") or (
        phrase.head.relation == "nsubj" and phrase.head.head is not None and is_passive(phrase.head.head)
    )


def holds(titles: Sequence[TitleUse], use: TitleUse) -> bool:
    """Whether who has some titles can be meant by one: the defence minister is nobody else's "minister" of finance."""
    if not any(same_title(known, use) for known in titles):
        return False
    fields = [known.domains for known in titles if known.domains and known.title.words == use.title.words]
    return not use.domains or not fields or any(set(use.domains) & set(domains) for domains in fields)


def same_title(known: TitleUse, use: TitleUse) -> bool:
    """Whether two uses of titles can be one person's: "the minister" for a security minister, not a foreign one."""
    if known.deputy != use.deputy and use.title.words not in ("deputy",):
        return False
    if use.domains and known.domains and not set(use.domains) & set(known.domains):
        return False
    if known.title.words == use.title.words:
        return True
    if use.title.office and use.title.office == known.title.office:
        return True
    if use.title.words in known.title.alike:
        return True
    if known.title.address or use.title.address:
        return known.title.words.split()[-1] == use.title.words.split()[-1]
    if use.title.words in _ANY_LEADER and known.title.leads:
        return True
    return not use.domains and known.title.words.endswith(" " + use.title.words)


def _is_byname(phrase: Phrase) -> bool:
    """Whether a noun only calls somebody by another word who was named: "the father of three", "the laureate"."""
    parent = phrase.head.lemma in _PARENTS
    several = parent and any(case(one) == "of" and one.pos == "NUM" for one in children(phrase.head, "nmod"))
    return several or phrase.head.lemma in _BYNAMES
