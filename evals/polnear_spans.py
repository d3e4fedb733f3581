"""What the reader hears, in PolNeAR's spans: the conventions of the corpus, applied to the reader's attributions.

PolNeAR marks each word once: an attribution inside the content of another is not marked, nor is a sentence that goes on
with a telling without a cue of its own. Its spans keep quotation marks with the content and the comma after an
apposition with the source; a relative pronoun stands for the source in its clause; a cue holds its auxiliaries, the
verbs it hangs on ("continued to call for") and the preposition between it and its content.
"""

from __future__ import annotations

from dragoman.reading.draft import Attribution, Testimony
from dragoman.reading.tree import Tree, Word, case, child, children, descendants

LABELS = ("source", "cue", "content")
# Label, first token, one after the last.
Span = tuple[str, int, int]

_OPENING, _CLOSING = frozenset({"“", "‘", '"', "''"}), frozenset({"”", "’", '"', "''"})
_STRAIGHT = frozenset({'"', "''"})
_STOPS = frozenset({",", ".", "?", "!", "…", "..."})
_RELATIVES = frozenset({"who", "that", "which"})
_MOST_MARKS = 4  # stops and marks at the end of a content, as in '.’”'
_LONGEST_CHAIN = 4  # verbs a cue may hang on
_LONGEST_DAY = 4  # words of "last Thursday morning"
_QUESTIONS = frozenset({"when", "where", "why", "how", "as"})
_CUE_FILLERS = frozenset({"AUX", "PART", "ADV", "VERB"})


def word_labels(tree: Tree, testimony: Testimony) -> list[tuple[str, int]]:
    """The label of each word of a report and the number of its attribution; ("", -1) where nothing is marked."""
    labels = [("", -1)] * len(tree.words)
    sizes = [sum(last - first for first, last in one.content) for one in testimony.attributions]
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number]):
        attribution = testimony.attributions[number]
        if attribution.inside is not None or attribution.cue_word < 0 or labels[attribution.cue_word][0]:
            continue
        content = _content(tree, attribution)
        cue = _cue(tree, attribution, content)
        for label, words in (("content", content - cue), ("source", _source(tree, attribution)), ("cue", cue)):
            for index in words:
                if not labels[index][0] or labels[index][1] == number:
                    labels[index] = (label, number)
    return labels


def render(
    tree: Tree, labels: list[tuple[str, int]], offsets: tuple[tuple[int, int], ...], start: int
) -> tuple[frozenset[Span], int]:
    """The spans of one row of tokens.

    Args:
        tree: the words of the article.
        labels: the label of each.
        offsets: where each token stands in the text.
        start: the first word that may lie in the row.

    Returns:
        The spans, and the first word after the row.
    """
    spans: list[Span] = []
    previous = ("", -1)
    at = start
    for token, (first, last) in enumerate(offsets):
        while at < len(tree.words) and tree.words[at].end <= first:
            at += 1
        here = labels[at] if at < len(tree.words) and tree.words[at].start < last else ("", -1)
        if here[0]:
            if here == previous:
                spans[-1] = (spans[-1][0], spans[-1][1], token + 1)
            else:
                spans.append((here[0], token, token + 1))
        previous = here
    return frozenset(spans), at


def _content(tree: Tree, attribution: Attribution) -> set[int]:
    """The content's words with the quotation marks around its pieces, and the stops between it and a closing mark."""
    words = tree.words
    content: set[int] = set()
    for first, last in attribution.content:
        start, end = first, last
        if start and words[start - 1].text in _OPENING and _is_close(words, start - 1, start):
            start -= 1
        after = end
        while after < len(words) and words[after].text in _STOPS and after - end < 2:
            after += 1
        while _closes(words, after) and after - end < _MOST_MARKS:
            after += 1
            end = after
        content.update(range(start, end))
    return content


def _closes(words: list[Word], place: int) -> bool:
    """Whether a closing mark stands at a place, close to the word before it."""
    return place < len(words) and words[place].text in _CLOSING and _is_close(words, place, place - 1)


def _is_close(words: list[Word], mark: int, beside: int) -> bool:
    """Whether a mark that may open or close, a straight one, stands close to a word beside it."""
    first, last = sorted((mark, beside))
    return words[mark].text not in _STRAIGHT or words[first].end == words[last].start


def _source(tree: Tree, attribution: Attribution) -> set[int]:
    """The source's words: the relative pronoun where there is one, else the nominal with the comma that closes it."""
    pronoun = _relative(tree.words[attribution.cue_word])
    if pronoun is not None and attribution.source:
        return {pronoun.i}
    source: set[int] = set()
    for first, last in attribution.source:
        end = last
        inner = {word.text for word in tree.words[first:last]}
        if "," in inner and end < len(tree.words) and tree.words[end].text == ",":
            end += 1
        source.update(range(first, end))
    return source


def _relative(cue: Word) -> Word | None:
    """The relative pronoun that is the subject of a cue's clause."""
    current: Word | None = cue
    for _ in range(_LONGEST_CHAIN):
        if current is None:
            return None
        subject = child(current, "nsubj", "nsubj:pass")
        if subject is not None:
            return subject if subject.lower in _RELATIVES and subject.pos != "NOUN" else None
        current = current.head if current.relation in ("xcomp", "conj") else None
    return None


def _cue(tree: Tree, attribution: Attribution, content: set[int]) -> set[int]:
    """The cue's words with what PolNeAR counts to it.

    The verbs it hangs on, adverbs before it, the day after it, the colon, the preposition before the content.
    """
    words = tree.words
    cue = {index for first, last in attribution.cue for index in range(first, last)}
    verb = words[attribution.cue_word]
    if verb.pos == "VERB":
        cue |= _verbs_above(tree, verb)
        cue |= _adverbs_between(tree, cue)
    for day in children(verb, "obl", "obl:tmod", "obl:unmarked"):
        last = max((below.i for below in descendants(day)), default=day.i) + 1
        first = min((below.i for below in descendants(day)), default=day.i)
        if first == max(cue) + 1 and day.mention_type == "time" and not case(day) and last - first <= _LONGEST_DAY:
            cue.update(range(first, last))
    following = max(cue) + 1
    if following < len(words) and verb.pos in ("VERB", "NOUN"):
        after = words[following]
        under_cue = after.head is not None and (after.head.head is verb or after.head is verb)
        agent = after.lower == "by" and _is_agent(words, attribution, following)
        if after.text == ":" or agent or (following in content and after.pos == "ADP" and under_cue):
            cue.add(following)
    return cue


def _is_agent(words: list[Word], attribution: Attribution, place: int) -> bool:
    """Whether the source stands right after a preposition: "was rejected by [the senate]"."""
    return any(first == place + 1 for first, _ in attribution.source) and words[place].pos == "ADP"


def _verbs_above(tree: Tree, verb: Word) -> set[int]:
    """The verbs a cue is the infinitive of, from their auxiliaries on: "has continued to [call]"."""
    above: set[int] = set()
    current = verb
    for _ in range(_LONGEST_CHAIN):
        governor = current.head
        if current.relation != "xcomp" or governor is None or governor.pos != "VERB" or governor.i > current.i:
            break
        if any(one.pos not in _CUE_FILLERS for one in tree.words[governor.i : verb.i]):
            break
        current = governor
        above.update(range(current.i, verb.i))
        above.update(one.i for one in current.children if one.relation == "aux" and one.i < current.i)
    return above


def _adverbs_between(tree: Tree, cue: set[int]) -> set[int]:
    """Adverbs of a cue right before it or among its auxiliaries: "has [repeatedly] said"."""
    first, last = min(cue), max(cue)
    adverbs = {index for index in range(first, last) if tree.words[index].pos == "ADV"}
    while first and tree.words[first - 1].pos == "ADV" and tree.words[first - 1].relation == "advmod":
        first -= 1
        head = tree.words[first].head
        if head is None or head.i not in cue or tree.words[first].lower in _QUESTIONS:
            break
        adverbs.add(first)
    return adverbs
