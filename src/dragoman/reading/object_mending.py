"""Objects and phrases that the parser hangs elsewhere than on their verb: "set free 52 men", "stay away from work"."""

from __future__ import annotations

from dragoman.reading.tree import Word, child, children, move

# Verbs that bring their object into a state told right behind them, and the words for it ("set *free* ten men").
STATES = {
    "set": frozenset({"ablaze", "adrift", "afire", "aflame", "alight", "free"}),
    "let": frozenset({"free", "go", "loose"}),
    "blow": frozenset({"apart"}),
    "shoot": frozenset({"dead"}),
}


# Words that only point the way of a verb, whose phrase is the verb's own ("stay *away* from work").
WAYS = frozenset({"away", "back", "down", "free", "home", "off", "out", "over", "up"})


def mend_object(verb: Word, words: list[Word]) -> None:
    """Mend the objects of one verb in place."""
    _counted(verb)
    _in_state(verb, words)
    _beyond_particle(verb)
    _outcome(verb)


def _counted(verb: Word) -> None:
    """As in "They stripped 12 exiled priests of their posts": a number before the object counts it."""
    objects = children(verb, "obj", "iobj")
    if len(objects) != 2:
        return
    number, thing = objects
    if number.pos == "NUM" and not number.children and thing.pos in ("NOUN", "PROPN") and number.i < thing.i:
        move(number, thing, "nummod")
        thing.relate("obj")


def _in_state(verb: Word, words: list[Word]) -> None:
    """As in "Gunmen set ablaze a market": what follows the state is the object, and the state is none of its own."""
    state = words[verb.i + 1] if verb.i + 1 < len(words) else None
    if state is None or state.lower not in STATES.get(verb.lemma, ()):
        return
    thing = child(verb, "obj")
    if thing is None and state.head is verb:
        behind = [*children(verb, "xcomp", "nsubj"), *children(state, "obj", "nsubj")]
        thing = next((one for one in behind if one.i > state.i and one.pos in ("NOUN", "PROPN", "PRON")), None)
    if thing is None or thing is state:
        return
    if state.head is thing:
        move(state, verb, "xcomp")
    if thing.head is not verb or thing.relation != "obj":
        move(thing, verb, "obj")


def _beyond_particle(verb: Word) -> None:
    """As in "The nurses stayed away from work": the phrase behind a word that points the way is the verb's."""
    for way in children(verb, "advmod", "xcomp", "compound"):
        if way.lower in WAYS and way.i > verb.i:
            for phrase in children(way, "obl"):
                move(phrase, verb, "obl")


def _outcome(verb: Word) -> None:
    """As in "The raid resulted in nine nurses killed": the participle behind those it ended for tells of them."""
    victims = next((one for one in children(verb, "obl") if one.mention_type == "person"), None)
    told = next((one for one in children(verb, "advcl") if victims is not None and one.i == victims.i + 1), None)
    if victims is not None and told is not None and told.feats.get("VerbForm") == "Part":
        move(told, victims, "acl")
