"""Attribution: who is said to have said, thought or written what, how it nests, and whose word each word is."""

from __future__ import annotations

from dragoman.ingest.report import Report
from dragoman.lexicon.reporting import Reporting
from dragoman.reading.announced import find_announced, hear_announced
from dragoman.reading.anonymity import anonymity_marker, describe_unnamed, without_conditions
from dragoman.reading.continuation import goes_on
from dragoman.reading.cues import CueFinder
from dragoman.reading.draft import Attribution, Cast, Testimony, WordSpan
from dragoman.reading.found import Found
from dragoman.reading.quotation import find_quotations
from dragoman.reading.quoted import extend_quotations, without_asides
from dragoman.reading.reach import Reach, subtract, trim
from dragoman.reading.transcript import clear_labels, find_turns, hear_turns
from dragoman.reading.tree import Tree, children
from dragoman.reading.voices import SELF, Voices


def hear(tree: Tree, cast: Cast, report: Report, lexicon: Reporting) -> Testimony:
    """All attributions of a report with their voices.

    Args:
        tree: the report's words.
        cast: its mentions and actors; sources are resolved through it. An outlet that words reached us through and that
            is no actor yet, such as one named only in a credit, is added to its actors.
        report: its outlet and credits begin every chain.
        lexicon: the reporting cues.
    """
    voices = Voices(tree, cast, report, lexicon)
    if not tree.words:
        return Testimony(voices.voices, [], [])
    reach = tree.once(Reach)
    quotations = tree.once(find_quotations)
    founds = CueFinder(tree, cast, lexicon, reach, quotations, headlines(tree, report)).find()
    turns = find_turns(tree)
    if turns:
        spoken, voices.speakers = hear_turns(tree, cast, turns, lexicon.verbs["say"][0])
        founds = clear_labels(tree, turns, [*spoken, *founds])
    if announced := find_announced(tree):
        founds = hear_announced(founds, announced, lexicon.verbs["say"][0])
    founds = without_asides(tree, founds, quotations)
    without_conditions(tree, founds)
    attitudes = [found for found in founds if found.cue is not None and found.cue.kind == "attitude"]
    founds = [found for found in founds if found.cue is None or found.cue.kind != "attitude"]
    extend_quotations(tree, founds, quotations)
    voices.learn_relays(founds)
    nest = _Nest(tree, founds)
    heard = _hear_each(nest, voices, {})
    continued = _continue(tree, nest, heard, voices, lexicon)
    if continued:
        nest = _Nest(tree, founds + [found for found, _ in continued])
        heard = _hear_each(nest, voices, {id(found): voice for found, voice in continued})
    in_order = [(nest.order[place], heard[place]) for place in nest.in_text_order()]
    describe_unnamed(tree, reach, in_order, voices.voices, lexicon)
    testimony = _testimony(tree, reach, nest, heard, voices)
    return _with_attitudes(testimony, attitudes, tree, reach, voices) if attitudes else testimony


class _Nest:
    """Attributions laid over one another, the widest first.

    Attributes:
        order: the attributions, the widest content first.
        inside: for each the place in ``order`` of the one it is inside of, -1 for none; always an earlier one.
        at: for each word the place of the innermost attribution whose content it stands in, -1 for none.
    """

    def __init__(self, tree: Tree, founds: list[Found]) -> None:
        sizes = {id(found): sum(last - first for first, last in found.content) for found in founds}
        # A citation is as wide as what it is read beneath, and comes after it.
        self.order = sorted(founds, key=lambda found: (-sizes[id(found)], found.under is not None))
        self.at = [-1] * len(tree.words)
        self.inside: list[int] = []
        places: dict[int, int] = {}
        for place, found in enumerate(self.order):
            outer = -1 if found.word is None else self.at[found.word.i]
            if found.under is not None:
                outer = places.get(id(found.under), outer)
            self.inside.append(outer)
            places[id(found)] = place
            for first, last in found.content:
                self.at[first:last] = [place] * (last - first)

    def outermost(self, place: int) -> int:
        """The attribution that one is ultimately inside of: itself if it is inside none."""
        while self.inside[place] >= 0:
            place = self.inside[place]
        return place

    def in_text_order(self) -> list[int]:
        """Places by where cue or content first stand in the text."""
        return sorted(range(len(self.order)), key=lambda place: (_start(self.order[place]), place))


def _start(found: Found) -> int:
    """The first word of an attribution's cue or content."""
    return min(span[0] for span in (*found.content, *found.cue_words))


def headlines(tree: Tree, report: Report) -> frozenset[int]:
    """Indices of the sentences that stand in the report's title."""
    titles = [(segment.start, segment.end) for segment in report.segments if segment.kind == "title"]
    if not titles:
        return frozenset()
    stop = max(end for _, end in titles)
    found: list[int] = []
    for index, sentence in enumerate(tree.sentences):
        at = tree.words[sentence.first].start
        if at >= stop:
            break
        if any(start <= at < end for start, end in titles):
            found.append(index)
    return frozenset(found)


def _hear_each(nest: _Nest, voices: Voices, given: dict[int, int]) -> list[int]:
    """The voice of each attribution, outer ones before those inside them; ``given`` has those that are known, by id."""
    heard = [SELF] * len(nest.order)
    done = [False] * len(nest.order)
    for start in nest.in_text_order():
        path = [start]
        while (outer := nest.inside[path[-1]]) >= 0 and not done[outer]:
            path.append(outer)
        for place in reversed(path):
            if done[place]:
                continue
            found = nest.order[place]
            outer = nest.inside[place]
            known = given.get(id(found))
            if known is not None:
                heard[place] = known
            else:
                above = nest.order[outer] if outer >= 0 else None
                heard[place] = voices.of(found, heard[outer] if outer >= 0 else SELF, above)
            voices.remember_statement(found)
            done[place] = True
    return heard


def _continue(tree: Tree, nest: _Nest, heard: list[int], voices: Voices, lexicon: Reporting) -> list[tuple[Found, int]]:
    """Sentences that go on with the telling of the sentence before them, each with the voice it continues."""
    cue_at = {found.word.i: place for place, found in enumerate(nest.order) if found.word is not None}
    continued: list[tuple[Found, int]] = []
    seen: set[str] = set()
    running = SELF
    for index, sentence in enumerate(tree.sentences):
        words = tree.words[sentence.first : sentence.last]
        if index and sentence.paragraph != tree.sentences[index - 1].paragraph:
            running = SELF
        # The main clause is the content of an attribution, or its cue.
        place = nest.at[sentence.root] if nest.at[sentence.root] >= 0 else cue_at.get(sentence.root, -1)
        if place >= 0:
            voice = heard[nest.outermost(place)]
            running = voice if voice in voices.telling else SELF
        elif anonymity_marker(tree, index, lexicon) is not None:
            pass  # "The sources asked not to be named": of the telling, and no part of it
        elif running != SELF and goes_on(words, tree.words[sentence.root], seen, lexicon):
            continued.append((Found(None, None, None, [(sentence.first, sentence.last)]), running))
        else:
            running = SELF
        seen.update(word.lemma for word in words if word.pos in ("NOUN", "PROPN"))
    return continued


def _testimony(tree: Tree, reach: Reach, nest: _Nest, heard: list[int], voices: Voices) -> Testimony:
    """Attributions in text order, and the voice of each word."""
    order = nest.in_text_order()
    position = {place: index for index, place in enumerate(order)}
    attributions = [
        _attribution(
            nest.order[place],
            reach,
            tree,
            heard[place],
            None if nest.inside[place] < 0 else position[nest.inside[place]],
        )
        for place in order
    ]
    return Testimony(voices.voices, attributions, [SELF if place < 0 else heard[place] for place in nest.at])


def _attribution(found: Found, reach: Reach, tree: Tree, voice: int, inside: int | None) -> Attribution:
    """An attribution as the other layers take it."""
    return Attribution(
        source=_source_spans(found, reach, tree),
        cue=tuple(found.cue_words),
        content=tuple(trim(found.content, tree.words)) or tuple(found.content),
        cue_word=-1 if found.word is None else found.word.i,
        voice=voice,
        inside=inside,
        act=found.cue is not None and found.cue.act,
        stance="" if found.cue is None else found.cue.stance,
    )


def _with_attitudes(
    testimony: Testimony, attitudes: list[Found], tree: Tree, reach: Reach, voices: Voices
) -> Testimony:
    """The testimony with what is wanted, planned and judged added; whose word each word is stays as it was."""
    innermost = [-1] * len(tree.words)
    widths = [sum(last - first for first, last in one.content) for one in testimony.attributions]
    for index in sorted(range(len(widths)), key=lambda index: -widths[index]):
        for first, last in testimony.attributions[index].content:
            innermost[first:last] = [index] * (last - first)
    added: list[Attribution] = []
    for found in attitudes:
        if found.word is None:
            continue
        inside = innermost[found.word.i]
        voice = voices.of(found, testimony.voice_of[found.word.i], None)
        added.append(_attribution(found, reach, tree, voice, None if inside < 0 else inside))
    return Testimony(testimony.voices, [*testimony.attributions, *added], testimony.voice_of)


def _source_spans(found: Found, reach: Reach, tree: Tree) -> tuple[WordSpan, ...]:
    """The source's words, without those of cue and content where the parser put these under it."""
    if found.source is None:
        return ()
    spans = reach.spans(found.source) if found.label is None else [found.label]
    prepositions = [(one.i, one.i + 1) for one in children(found.source, "case") if one.i < found.source.i]
    for cut in (*found.cue_words, *found.content, *prepositions):
        spans = subtract(spans, cut)
    return tuple(trim(spans, tree.words))
