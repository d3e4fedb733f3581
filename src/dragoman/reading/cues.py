"""Cues: every reporting word of a report with its source, its content and whom it was told, by the tree alone."""

from __future__ import annotations

from dragoman.lexicon.reporting import Cue, Frame, Reporting
from dragoman.reading.clauses import doer, is_passive, surface_subject
from dragoman.reading.contents import Contents, is_medium, that_clause
from dragoman.reading.draft import Cast, WordSpan
from dragoman.reading.found import Found, is_within
from dragoman.reading.frames import Frames
from dragoman.reading.quotation import Quotation
from dragoman.reading.reach import Reach, gather, subtract, unite
from dragoman.reading.speakers import NEGATIONS, Speakers, is_intended
from dragoman.reading.tree import Tree, Word, case, child, children, has_to

_LONGEST_HEADLINE_SOURCE = 5  # words
_MOST_CUES = 40  # cues of one sentence that are looked at together; more do not occur in prose
_LONGEST_STEP = 6  # words between a cue and "citing"
_LONGEST_TAIL = 60  # words of a cue's other dependents that are looked through for an outlet
_ADDITIONS = frozenset({"adding", "saying"})
_CARRIED = frozenset({"to", "with", "on", "by", "in", "via", "through"})
_CARRIERS = frozenset({"in", "by", "from", "on"})
_ACCOUNTS = frozenset({"words", "view", "opinion", "account", "telling", "reckoning"})
_POINTING = frozenset({"the", "this", "that"})


class CueFinder:
    """Finds the cues of one report."""

    def __init__(
        self,
        tree: Tree,
        cast: Cast,
        lexicon: Reporting,
        reach: Reach,
        quotations: list[Quotation],
        headlines: frozenset[int],
    ) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.reach = reach
        self.headlines = headlines
        self.speakers = Speakers(cast, lexicon)
        self.contents = Contents(tree, lexicon, reach, quotations)
        self.frames = Frames(self.speakers, self.contents, reach)
        self.found: list[Found] = []
        self.by_word: dict[int, Found] = {}
        self.taken: set[int] = set()  # words that are part of another cue
        self.phrases: list[tuple[Found, WordSpan]] = []  # "according to X" at the edge of a sentence

    def find(self) -> list[Found]:
        """Every attribution with a cue of its own."""
        verbs, nouns, adverbs = self.lexicon.verbs, self.lexicon.nouns, self.lexicon.adverbs
        stances = self.lexicon.stances
        for word in self.tree.words:
            form = word.lower
            if form in verbs and word.pos == "VERB":
                if word.i not in self.taken:
                    self._verb(word, verbs[form])
            elif form in _ACCOUNTS and word.pos == "NOUN" and self._by_account(word):
                continue
            elif word.pos == "NOUN" and (form in nouns or form in stances):
                if not (form in nouns and self._noun(word, nouns[form])) and form in stances:
                    self._stance(word, stances[form])
            elif form == "according":
                self._according(word)
            elif form in adverbs and word.pos == "ADV":
                self._adverb(word, adverbs[form])
        for index in self.headlines:
            self._headline(index)
        self._settle_citations()
        self._settle_phrases()
        self._settle_additions()
        return self.found

    def _add(self, found: Found) -> None:
        self.found.append(found)
        if found.word is not None:
            self.by_word.setdefault(found.word.i, found)

    # ------------------------------------------------------------------------------------------ verbs

    def _verb(self, word: Word, cues: tuple[Cue, ...]) -> None:
        """Try the cues of a verb in table order, and the frames of each; the first that fits is taken."""
        if word.relation in ("amod", "compound", "case", "mark", "aux"):
            return
        particles = (
            {one.lower for one in word.children if one.i > word.i} if any(cue.particle for cue in cues) else set()
        )
        has_particle = any(one.dep == "compound:prt" for one in word.children)
        fitting = [cue for cue in cues if (cue.particle in particles if cue.particle else not has_particle)]
        for cue in fitting:
            for frame in cue.frames:
                if frame in ("clause", "passive", "undergone") or not is_intended(word):
                    found = self._read(frame, word, cue)
                    if found is not None:
                        self._complete(found, word)
                        return
        spoken = next((cue for cue in fitting if "clause" in cue.frames), None)
        found = None if spoken is None else self.frames.read_quotation(word, spoken)
        if found is not None:
            self._complete(found, word)

    def _read(self, frame: Frame, word: Word, cue: Cue) -> Found | None:
        """Read a verb in a frame."""
        if frame == "quoting":
            return self._quoting(word, cue)
        return self._citing(word, cue) if frame == "citing" else self.frames.read(frame, word, cue)

    def _complete(self, found: Found, word: Word) -> None:
        """Add an attribution with its verb's words and those who were told."""
        found.cue_words = found.cue_words or _cue_words(word)
        found.told += self._told(word, found)
        self._add(found)

    def _quoting(self, word: Word, cue: Cue) -> Found | None:
        """In "X quoted Y as saying …" and "Y was quoted by X as saying …" Y is the source, X what it came through."""
        saying = self._saying(word)
        passive = is_passive(word)
        source = surface_subject(word) if passive else child(word, "obj")
        if saying is None or source is None:
            return None
        content = self.contents.clausal(saying, self.lexicon.verbs[saying.lower][0])
        held = child(saying, "obj", "xcomp")
        quotation = None if content else self.contents.quotation(saying)
        if quotation is not None:
            content = [quotation]
        elif not content and held is not None:
            content = self.reach.spans(held)
        if not content:
            return None
        self.taken.add(saying.i)
        as_saying = (saying.i - 1, saying.i + 1)
        quoter = doer(word) if passive else surface_subject(word)
        if passive:
            told = [] if quoter is None else [quoter]
            return Found(cue, word, source, content, unite([*_cue_words(word), as_saying]), told)
        outer = None
        if quoter is not None:
            wider = unite([*self.reach.spans(source), *self.reach.spans(saying), *content])
            outer = Found(cue, word, quoter, wider, _cue_words(word))
            self._add(outer)
        return Found(cue, saying, source, content, [as_saying], under=outer)

    def _saying(self, word: Word) -> Word | None:
        """The participle of "quoted … as saying": by its place, since parsers hang it on many a word."""
        sentence = self.tree.sentences[word.sentence]
        for one in self.tree.words[word.i + 1 : sentence.last - 1]:
            following = self.tree.words[one.i + 1]
            if one.lower == "as" and following.lower.endswith("ing") and following.lower in self.lexicon.verbs:
                return following
        return None

    def _citing(self, word: Word, cue: Cue) -> Found | None:
        """The further source of "…, citing Y"; its content is settled when all cues are known."""
        target = child(word, "obj")
        if target is None or not word.lower.endswith("ing") or word.head is None or not self.speakers.speaks(target):
            return None
        return Found(cue, word, target, []) if word.relation in ("advcl", "parataxis", "conj", "acl") else None

    def _settle_citations(self) -> None:
        """Give each "citing Y" the content of the cue it goes with, and take the phrase out of that content."""
        for place, found in enumerate(self.found):
            if found.content or found.word is None or found.word.head is None:
                continue
            phrase = (self.reach.first[found.word.i], self.reach.last[found.word.i])
            outer = self._cue_before(found.word) or self.by_word.get(found.word.head.i)
            if outer is None or not outer.content:
                found.content = self.reach.spans(found.word.head, without=[found.word])
                continue
            content = list(outer.content)
            for other in self.found[max(0, place - _MOST_CUES) : place]:
                if other is outer or (other.word is not None and is_within(other.word.i, content)):
                    other.content = subtract(other.content, phrase)
            found.content, found.under = list(outer.content), outer
        self.found = [found for found in self.found if found.content]

    def _cue_before(self, word: Word) -> Found | None:
        """The attribution whose cue stands right before a word: "…, the agency said, citing …"."""
        for index in range(word.i - 1, max(word.i - _LONGEST_STEP, self.tree.sentences[word.sentence].first) - 1, -1):
            if index in self.by_word and self.by_word[index].source is not None:
                return self.by_word[index]
        return None

    def _told(self, word: Word, found: Found) -> list[Word]:
        """Words that may name the outlet a content came through: addressees, and what carried or saw the words."""
        told: list[Word] = []
        stack = [one for one in word.children if one.relation in ("iobj", "obj", "obl", "advcl", "xcomp", "nmod")]
        if found.source is not None:
            stack = [one for one in stack if one is not found.source]
            stack += [one for one in found.source.children if one.relation in ("acl", "nmod")]
        for _ in range(_LONGEST_TAIL):
            if not stack:
                break
            current = stack.pop()
            if is_within(current.i, found.content):
                continue
            if current.pos in ("PROPN", "NOUN") and (current.relation in ("iobj", "obj") or case(current) in _CARRIED):
                told.append(current)
            stack += [
                one for one in current.children if one.relation in ("obl", "nmod", "obj", "acl", "advcl", "appos")
            ]
        return told

    # ------------------------------------------------------------------------------------------ other cues

    def _stance(self, word: Word, cue: Cue) -> None:
        """Read "X's support for …", "X's decision to …": whose attitude a noun is, and to what."""
        source = self.speakers.holder(word)
        if source is None:
            return
        for one in word.children:
            marked = one.relation == "nmod" and one.dep != "nmod:poss" and case(one) in cue.prepositions
            if one.i > word.i and one is not source and (marked or (one.relation == "acl" and has_to(one))):
                self._add(Found(cue, word, source, self.reach.spans(one), [(word.i, word.i + 1)]))
                return

    def _noun(self, word: Word, cue: Cue) -> bool:
        """Read "X's claim that …": a that-clause on a noun of speech or thought; whether there is one."""
        clause = that_clause(word)
        if clause is None:
            return False
        if word.head is not None and word.head.i in self.by_word and is_medium(word):
            return True  # "said in a statement that …": the verb has told whose it is
        source = self.speakers.owner(word)
        if source is None and cue.kind == "evidential" and any(one.lower in _POINTING for one in word.children):
            return True  # "the report that …" is one the reader knows of; whose it is the text has said
        self._add(Found(cue, word, source, self.reach.spans(clause), [(word.i, word.i + 1)]))
        return True

    def _according(self, word: Word) -> None:
        """Read "according to X": the clause around it is X's; all of the sentence if it stands at its edge."""
        marks = word.relation in ("case", "mark")
        nominal = word.head if marks else child(word, "obl", "nmod", "obj")
        if nominal is None or nominal.i < word.i:
            return
        last = max([word.i, *(one.i for one in word.children if one.relation == "fixed")])
        self._beside(nominal if marks else word, nominal, (word.i, last + 1))

    def _by_account(self, word: Word) -> bool:
        """Read "in the words of X", "in X's view", "by X's account": the clause around the phrase is X's."""
        governor = word.head
        if case(word) not in ("in", "by") or governor is None or that_clause(word) is not None:
            return False
        for one in word.children:
            if one.dep == "nmod:poss" or (one.relation == "nmod" and case(one) == "of"):
                # "By his own account, the general fled": the general's.
                source = surface_subject(governor) if one.pos == "PRON" and word.i < governor.i else one
                if source is not None and self.speakers.speaks(source):
                    self._beside(word, source, (word.i, word.i + 1))
                    return True
        return False

    def _beside(self, phrase: Word, source: Word, cue: WordSpan) -> None:
        """Add the attribution of the clause that a phrase such as "according to X" stands beside."""
        governor = phrase.head
        if governor is None:
            return
        sentence = self.tree.sentences[phrase.sentence]
        at_edge = self.reach.first[phrase.i] <= sentence.first + 1 or self.reach.last[phrase.i] >= sentence.last - 2
        root = self.tree.words[sentence.root]
        top = _clause_of(governor)
        told = self._told_before(root) if phrase.i < root.i else None
        if told is not None:
            # "According to X, the talks failed, TASS says": the agency tells what X says.
            top, at_edge = told, False
        if at_edge and not self.reach.covers(phrase, root.i):
            top = root
        word = self.tree.words[cue[0]]
        found = Found(self.lexicon.verbs["say"][0], word, source, self.reach.spans(top, without=[phrase]), [cue])
        # "a report in The Lake Times": who carried what is cited.
        found.told = [one for one in source.children if one.relation == "nmod" and case(one) in _CARRIERS]
        self._add(found)
        if at_edge:
            self.phrases.append((found, (self.reach.first[phrase.i], self.reach.last[phrase.i])))

    def _told_before(self, word: Word) -> Word | None:
        """The clause that stands whole before the cue it is the content of."""
        if word.lower not in self.lexicon.verbs or word.pos != "VERB":
            return None
        return next((one for one in children(word, "ccomp") if self.reach.last[one.i] <= word.i), None)

    def _settle_phrases(self) -> None:
        """Take a phrase at the edge of its sentence out of the contents it lies over, wherever the parser hung it."""
        in_sentence: dict[int, list[Found]] = {}
        for found in self.found:
            if found.word is not None:
                in_sentence.setdefault(found.word.sentence, []).append(found)
        for phrase, span in self.phrases:
            for found in in_sentence.get(self.tree.words[span[0]].sentence, ())[:_MOST_CUES]:
                if found is not phrase and found.word is not None and is_within(found.word.i, phrase.content):
                    found.content = subtract(found.content, span)
        self.found = [found for found in self.found if found.content]

    def _settle_additions(self) -> None:
        """Give "…, adding that …" to the speaker of the sentence where the parser hung it on what was said."""
        for found in self.found:
            word = found.word
            if word is None or word.lower not in _ADDITIONS or word.relation != "advcl" or word.head is None:
                continue
            said = word.head
            outer = self.by_word.get(said.head.i) if said.relation == "ccomp" and said.head is not None else None
            if outer is None or said.i in self.by_word or self.tree.words[word.i - 1].text != ",":
                continue
            found.source = outer.source
            outer.content = (
                subtract(outer.content, (self.reach.first[word.i], self.reach.last[word.i])) or outer.content
            )

    def _adverb(self, word: Word, cue: Cue) -> None:
        """Read "reportedly": its clause is said by somebody unnamed. A headline's is left to the text below it."""
        governor = word.head
        if governor is None or word.sentence in self.headlines or governor.pos in ("ADV", "PUNCT"):
            return
        self._add(Found(cue, word, None, self.reach.spans(governor, without=[word]), [(word.i, word.i + 1)]))

    def _headline(self, index: int) -> None:
        """Read "Rebels may free hostages – officials": who says what a headline tells stands after a dash."""
        sentence = self.tree.sentences[index]
        words = self.tree.words[sentence.first : sentence.last]
        dashes = (at for at in range(len(words) - 1, 2, -1) if words[at].text.strip("$") in ("-", "–", "—", "--"))
        dash = next(dashes, None)
        if dash is None or (words[dash].start == words[dash - 1].end and words[dash - 1].pos != "SYM"):
            return
        tail = [word for word in words[dash + 1 :] if word.pos != "PUNCT"]
        if not 0 < len(tail) <= _LONGEST_HEADLINE_SOURCE or any(
            one.pos in ("VERB", "AUX", "ADV", "NUM") for one in tail
        ):
            return
        heads = (one for one in tail if one.head is None or one.head not in tail)
        source = next(heads, tail[-1])
        if self.speakers.speaks(source) or source.mention_type in ("", "abstract"):
            mark, say = words[dash], self.lexicon.verbs["say"][0]
            self._add(Found(say, mark, source, [(sentence.first, mark.i)], [(mark.i, mark.i + 1)]))


def _cue_words(word: Word) -> list[WordSpan]:
    """A verb with its auxiliaries, negation and particle."""
    parts = [
        one.i
        for one in word.children
        if one.relation == "aux" or one.dep == "compound:prt" or (one.lower in NEGATIONS and one.relation == "advmod")
    ]
    return gather([word.i, *parts])


def _clause_of(word: Word) -> Word:
    """The head of the clause a word stands in."""
    current = word
    while current.head is not None and current.pos not in ("VERB", "AUX") and child(current, "cop", "nsubj") is None:
        current = current.head
    return current
