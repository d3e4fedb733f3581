"""Contents: the clause or quotation that a verb of saying or thinking reports, wherever it stands."""

from __future__ import annotations

from dragoman.lexicon.reporting import Cue, Reporting
from dragoman.reading.clauses import surface_subject
from dragoman.reading.draft import WordSpan
from dragoman.reading.quotation import Quotation, is_speech
from dragoman.reading.reach import OPENERS, Reach, subtract, unite
from dragoman.reading.speakers import SPEAKING_TYPES
from dragoman.reading.tree import Tree, Word, case, child, children

_SHORT_TAG = 14  # words of a sentence that only names the speaker of the quotation before it
_QUESTIONS = frozenset({"how", "what", "when", "where", "whether", "which", "who", "whom", "why", "if"})
_MEDIUM = frozenset({"in", "through", "via", "on"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN"})


class Contents:
    """Finds what the verbs of one report report."""

    def __init__(self, tree: Tree, lexicon: Reporting, reach: Reach, quotations: list[Quotation]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.reach = reach
        # By sentence: all quotations that begin there, and the utterances that begin or end there.
        self.quoted: dict[int, list[Quotation]] = {}
        self.utterances: dict[int, list[Quotation]] = {}
        for quotation in quotations:
            first, last = tree.words[quotation.first].sentence, tree.words[quotation.last - 1].sentence
            self.quoted.setdefault(first, []).append(quotation)
            if is_speech(tree, quotation):
                for sentence in {first, last}:
                    self.utterances.setdefault(sentence, []).append(quotation)

    def clausal(self, word: Word, cue: Cue) -> list[WordSpan]:
        """The clause a verb reports; no spans if there is none."""
        complement = child(word, "ccomp")
        if complement is not None and not _is_question(complement, cue):
            return self._with_joined(word, complement)
        stray = self._stray_clause(word)
        if stray is not None:
            return self.reach.spans(stray)
        governor = word.head
        if governor is not None and (_is_tag(word) or (complement is None and _is_as_clause(word))):
            return self._around(word, governor)
        beside = child(word, "parataxis")
        if beside is not None and beside.i > word.i and self._is_marked_off(word.i, beside):
            return self.reach.spans(beside)
        return []

    def quotation(self, word: Word) -> WordSpan | None:
        """The utterance a verb stands beside, whatever the parser made of it.

        The nearest in the verb's sentence, or one that ends just before it, or begins after its colon.
        """
        nearest: Quotation | None = None
        for quotation in self.utterances.get(word.sentence, ()):
            if quotation.first <= word.i < quotation.last:
                return None
            if nearest is None or _gap(word.i, quotation) < _gap(word.i, nearest):
                nearest = quotation
        if nearest is not None:
            return self._with_lead(word, nearest), nearest.last
        nearest = self._quotation_before(word)
        return self._after_colon(word) if nearest is None else (nearest.first, nearest.last)

    def shared_clauses(self, word: Word, source: Word) -> list[WordSpan]:
        """Clauses joined to a cue that belong to what it reports.

        Sources and statements do nothing but speak, and "not (only) …, but also …" goes on with the clause that has the
        "not".
        """
        lexicon = self.lexicon
        only_speaks = source.lower in lexicon.statements or source.lower in lexicon.documents
        only_speaks = only_speaks or source.lower in ("source", "sources")
        spans: list[WordSpan] = []
        for one in word.children:
            if one.relation != "conj" or one.pos not in _PREDICATES or self._is_cue(one):
                continue
            if child(one, "nsubj") is None and (
                only_speaks or {"but", "also"} <= {mark.lower for mark in one.children}
            ):
                spans += self.reach.spans(one)
        return spans

    def expression_after(self, word: Word, target: Word) -> WordSpan | None:
        """A quoted expression under a verb and after its object: "called the report “not credible”"."""
        for quotation in self.quoted.get(word.sentence, ()):
            if quotation.first > target.i and quotation.last <= self.reach.last[word.i]:
                return quotation.first, quotation.last
        return None

    def _is_cue(self, word: Word) -> bool:
        return word.pos == "VERB" and word.lower in self.lexicon.verbs

    def _with_joined(self, word: Word, complement: Word) -> list[WordSpan]:
        """The complement's words; further complements of the same verb belong to it."""
        spans = self.reach.spans(complement) + self._fronted(word, complement) + self._trailing(word, complement)
        if not _has_that(complement):
            for one in complement.children:
                if one.relation == "conj" and self._stands_alone(one):
                    spans = subtract(spans, (self.reach.first[one.i], self.reach.last[one.i]))
        for other in word.children:
            if other.relation in ("ccomp", "parataxis") and other.i > complement.i and not self._is_cue(other):
                spans += self.reach.spans(other)
        return unite(spans)

    def _stands_alone(self, clause: Word) -> bool:
        """Whether a clause joined to a content without "that" is the report's own: "X said he would go, and Y left".

        It has a subject of its own and a comma before its conjunction, and it is no reported speech: its tense is not
        shifted back, or it has a cue of its own.
        """
        subject, mark = child(clause, "nsubj"), child(clause, "cc")
        if subject is None or mark is None or subject.pos == "PRON" or _has_that(clause):
            return False
        if mark.i == 0 or self.tree.words[mark.i - 1].text != ",":
            return False
        if self._is_cue(clause):
            return True
        plain = child(clause, "aux", "cop") is None
        return plain and clause.feats.get("VerbForm") == "Fin" and clause.feats.get("Tense") == "Past"

    def _fronted(self, word: Word, complement: Word) -> list[WordSpan]:
        """What stands before a cue set off by commas: in "On Monday, he said, the rebels left" it is content."""
        words = self.tree.words
        subject = child(word, "nsubj")
        if subject is None or complement.i < word.i or words[word.i + 1].text != ",":
            return []
        start = self.reach.first[subject.i]
        if start == 0 or words[start - 1].text != ",":
            return []
        before = [one for one in word.children if one.i < start and one.relation in ("advcl", "obl", "advmod")]
        return [span for one in before for span in self.reach.spans(one)]

    def _trailing(self, word: Word, complement: Word) -> list[WordSpan]:
        """Clauses after a cue that stands behind its content: "the firm did well, he said, until it went bankrupt"."""
        words = self.tree.words
        if complement.i > word.i or words[min(word.i + 1, len(words) - 1)].text != ",":
            return []
        after = [
            one for one in children(word, "advcl") if one.i > word.i and child(one, "nsubj") and child(one, "mark")
        ]
        return [span for one in after for span in self.reach.spans(one)]

    def _stray_clause(self, word: Word) -> Word | None:
        """A that-clause the parser hung on the addressee, the day or the medium: "said in a statement [that …]"."""
        for one in word.children:
            if one.i < word.i or one.relation not in ("iobj", "obj", "obl"):
                continue
            if one.lower in self.lexicon.nouns and not is_medium(one):
                continue
            # "told reporters on condition of anonymity [that …]": a phrase deeper.
            for below in (*one.children, *(inner for phrase in children(one, "nmod") for inner in phrase.children)):
                if below.relation in ("acl", "ccomp", "advcl") and _has_that(below):
                    return below
        return None

    def _around(self, word: Word, governor: Word) -> list[WordSpan]:
        """The clause a tag is hung on, without the tag; at the end of a sentence, all clauses joined before it."""
        top = governor
        if self.reach.last[word.i] >= self.tree.sentences[word.sentence].last - 2:
            while top.relation == "conj" and top.head is not None and top.pos in _PREDICATES:
                top = top.head
        return self.reach.spans(top, without=[word])

    def _is_marked_off(self, after: int, clause: Word) -> bool:
        """Whether a colon or an opening quotation mark stands between a cue and a clause after it."""
        stop = min(self.reach.first[clause.i] + 2, len(self.tree.words))
        return any(one.text == ":" or one.text in OPENERS for one in self.tree.words[after + 1 : stop])

    def _with_lead(self, word: Word, quotation: Quotation) -> int:
        """Where a content begins that only ends in a quotation: [using the tax “is a mistake,”] the professor said."""
        start = self.tree.sentences[word.sentence].first
        lead = self.tree.words[start : quotation.first]
        if word.i < quotation.first or any(self._is_cue(one) or self.reach.covers(one, word.i) for one in lead):
            return quotation.first
        return start

    def _quotation_before(self, word: Word) -> Quotation | None:
        """A quotation that ends right before a short sentence with the cue: “Who knows?” / the envoy asked."""
        sentence = self.tree.sentences[word.sentence]
        is_short = sentence.last - sentence.first <= _SHORT_TAG and word.i - sentence.first <= _SHORT_TAG // 2
        if not word.sentence or not is_short:
            return None
        if self.tree.sentences[word.sentence - 1].paragraph != sentence.paragraph:
            return None
        ending = (one for one in self.utterances.get(word.sentence - 1, ()) if one.last >= sentence.first - 1)
        return next(ending, None)

    def _after_colon(self, word: Word) -> WordSpan | None:
        """What follows a sentence that ends with a colon: the quotation that begins there, else the next sentence."""
        sentences = self.tree.sentences
        if self.tree.words[sentences[word.sentence].last - 1].text != ":" or word.sentence + 1 >= len(sentences):
            return None
        following = sentences[word.sentence + 1]
        for quotation in self.utterances.get(word.sentence + 1, ()):
            if quotation.first <= following.first + 1:
                return quotation.first, quotation.last
        return following.first, following.last


def _has_that(clause: Word) -> bool:
    """Whether "that" opens a clause."""
    return any(mark.lower == "that" and mark.relation == "mark" for mark in clause.children)


def that_clause(noun: Word) -> Word | None:
    """The that-clause after a noun: "the claim [that …]"."""
    clauses = (one for one in noun.children if one.relation in ("acl", "ccomp") and one.i > noun.i and _has_that(one))
    return next(clauses, None)


def is_medium(noun: Word) -> bool:
    """Whether a noun is what something is said in, and says nothing itself: "said in a statement that …"."""
    return noun.relation == "obl" and case(noun) in _MEDIUM


def _gap(index: int, quotation: Quotation) -> int:
    """How many words lie between a word and a quotation."""
    return quotation.first - index if quotation.first > index else index - quotation.last


def _is_question(complement: Word, cue: Cue) -> bool:
    """Whether a clause is an embedded question that tells nothing: "say why", "know whether he left"."""
    if complement.pos in ("ADV", "PRON", "SCONJ", "DET") and not complement.children:
        return True
    asks = any(one.lower in _QUESTIONS and one.i < complement.i for one in complement.children)
    return cue.kind == "thought" and asks


def _is_tag(word: Word) -> bool:
    """Whether a verb is a tag on the clause around it ("…, he said, …"): paratactic, with a subject and no object."""
    if word.relation != "parataxis" or child(word, "nsubj") is None or children(word, "xcomp", "ccomp"):
        return False
    return all(one.mention_type in SPEAKING_TYPES or one.pos in ("PROPN", "PRON") for one in children(word, "obj"))


def _is_as_clause(word: Word) -> bool:
    """Whether a verb's clause is "as X said": it reports the clause it modifies."""
    if word.relation != "advcl" or not any(one.lower == "as" for one in children(word, "mark", "advmod")):
        return False
    return not children(word, "obj", "xcomp") and child(word, "nsubj") is not None and surface_subject(word) is not None
