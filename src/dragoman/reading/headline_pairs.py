"""Headlines that the parser takes apart: a comma for "and", and captives whom somebody frees.

"Israel, Hamas agree truce", "Rebels free abducted nuns".
"""

from __future__ import annotations

from dragoman.reading.tree import Word, child, move

# Verbs of two sides that the parser takes for nouns between them and what they exchange.
_EXCHANGING = frozenset({"exchange", "ink", "strike", "swap", "trade"})
# Words of freeing that the parser takes for an adjective or noun before a participle, and participles of capture.
_FREEING = {"free": "free", "frees": "free", "release": "release", "releases": "release"}
CAPTURING = frozenset({"abduct", "arrest", "capture", "detain", "hijack", "imprison", "jail", "kidnap", "seize"})
_LETTING = frozenset({"free", "hand", "let", "liberate", "release", "return", "swap"})
_SUBJECTS = frozenset({"appos", "compound", "conj", "nsubj"})
_PARTIES = frozenset({"place", "organization", "person", "", "abstract"})
# Nouns that a parser takes for verbs behind what they forbid.
_BANS = frozenset({"ban", "blockade", "boycott", "curb", "embargo", "freeze"})
# How many words the two subjects with the comma between them may have.
_LONGEST = 8
# Verbs behind which "to free men" is something to be done.
_WILLING = frozenset({"agree", "consent", "decide", "offer", "pledge", "promise", "refuse", "vow"})


def join_pair(verb: Word, words: list[Word]) -> None:
    """Let both names before a headline's verb be its subjects, where the parser makes one of them something else."""
    noun = verb.pos == "NOUN" and verb.lemma in _EXCHANGING and verb.relation == "compound"
    if verb.pos != "VERB" and not noun:
        return
    if verb.lower != verb.lemma or child(verb, "aux", "mark", "nsubj:pass", "cc"):
        return  # a plural's present: "reach", not "reaches"
    sides = _sides(verb, words)
    if sides is None:
        return
    first, second = sides
    if noun:
        obj = verb.head
        if obj is None or first.head is not None:
            return
        obj.children.remove(verb)
        verb.pos, verb.head = "VERB", None
        verb.relate("root")
        move(obj, verb, "obj")
    elif first.head is not verb:
        return
    move(first, verb, "nsubj")
    move(second, first, "conj")


def free_whom(adjective: Word, words: list[Word]) -> None:
    """As in "agreed to *free* political prisoners": behind "to" and with an object it is a verb."""
    mark = words[adjective.i - 1] if adjective.i else None
    if adjective.lower != "free" or mark is None or mark.lower != "to":
        return
    whom = adjective.head if adjective.relation == "amod" else None
    promise = None if whom is None or whom.mention_type != "person" else whom.head
    if whom is not None and promise is not None and promise.lemma in _WILLING:
        move(adjective, promise, "xcomp")
        move(whom, adjective, "obj")
    elif child(adjective, "obj") is None:
        return
    adjective.pos, adjective.feats = "VERB", {"VerbForm": "Inf"}
    mark.pos = "PART"
    move(mark, adjective, "mark")


def frees_whom(adjective: Word, words: list[Word]) -> None:
    """As in the headline "Miners *free* minister": between a plural and another person, "free" is what they do."""
    person, doers = adjective.head, words[adjective.i - 1] if adjective.i else None
    if adjective.lower != "free" or person is None or adjective.relation != "amod" or person.head is not None:
        return
    if doers is None or doers.head is not person or doers.feats.get("Number") != "Plur" or child(doers, "case"):
        return
    if person.mention_type != "person" or doers.mention_type not in ("person", "organization"):
        return
    person.children.remove(adjective)
    adjective.head, adjective.pos, adjective.feats = None, "VERB", {"VerbForm": "Fin", "Tense": "Pres"}
    adjective.relate("root")
    behind = [one for one in person.children if one.i > person.i]
    move(person, adjective, "obj")
    move(doers, adjective, "nsubj")
    for one in behind:
        move(one, adjective, "obl" if one.relation == "nmod" else one.dep)


def trade_ban(trade: Word, words: list[Word]) -> None:
    """As in "slaps *trade* embargo on Chad": between a verb and a noun, "trade" is part of what the noun names."""
    thing, verb = words[trade.i + 1] if trade.i + 1 < len(words) else None, trade.head
    if (
        trade.lower != "trade"
        or thing is None
        or verb is None
        or verb.i != trade.i - 1
        or thing.head not in (trade, verb)
    ):
        return
    if trade.relation not in ("xcomp", "ccomp", "conj") or thing.relation != "obj" or verb.pos != "VERB":
        return
    for one in [*trade.children]:
        move(one, verb, one.dep)
    move(trade, thing, "compound")
    trade.pos, thing.mention_type = "NOUN", "abstract"
    if thing.pos == "PROPN" and thing.text.islower():
        thing.pos = "NOUN"


def arms_ban(ban: Word, words: list[Word]) -> None:
    """As in "extend the *arms embargo*": a ban right behind the object is what is meant, and says of what it is."""
    before, verb = words[ban.i - 1] if ban.i else None, ban.head
    if ban.lower not in _BANS or before is None or verb is None or before.head is not verb or before.relation != "obj":
        return
    if ban.relation not in ("xcomp", "ccomp", "advcl") or child(ban, "mark", "aux", "nsubj"):
        return
    for one in [*ban.children]:
        move(one, verb, one.dep)
    ban.pos, ban.feats, ban.mention_type = "NOUN", {"Number": "Sing"}, "abstract"
    ban.relate("obj")
    for one in [*before.children]:
        move(one, ban, one.dep)
    move(before, ban, "compound")


def free_captives(participle: Word, words: list[Word]) -> None:
    """As in "Rebels free abducted nuns": they free them, and what was done to those before is no deed of now."""
    verb = words[participle.i - 1] if participle.i else None
    captives = child(participle, "obj")
    if verb is None or captives is None or participle.lemma not in CAPTURING or verb.lower not in _FREEING:
        return
    if participle.head is not None or child(participle, "aux", "cc") or not verb.i:
        return
    subject = words[verb.i - 1]
    if verb.head not in (subject, participle) or verb.pos == "VERB":
        return
    above = verb.head
    if subject.head is verb:
        subject.relate("nsubj")
    elif above is subject:
        subject.children.remove(verb)
        move(subject, verb, "nsubj")
    if above is participle:
        participle.children.remove(verb)
    verb.pos, verb.lemma, verb.head = "VERB", _FREEING[verb.lower], None
    verb.feats = {"VerbForm": "Fin", "Tense": "Pres"}
    verb.relate("root")
    move(captives, verb, "obj")
    move(participle, captives, "amod")
    for rest in [*participle.children]:
        move(rest, verb, rest.dep)


def taken_before(participle: Word) -> None:
    """As in "The rebels freed 12 kidnapped Zambian nuns": the nuns are freed, and whoever took them did so before."""
    verb, captives = participle.head, child(participle, "obj")
    if verb is None or captives is None or participle.lemma not in CAPTURING or verb.i > participle.i:
        return
    if (
        child(participle, "mark", "aux", "nsubj")
        or not participle.lower.endswith(("ed", "en"))
        or verb.lemma not in _LETTING
    ):
        return
    number = child(verb, "obj")
    if number is not None and (number.pos != "NUM" or number.i != participle.i - 1):
        return
    for rest in [one for one in participle.children if one.i > captives.i]:
        move(rest, verb, rest.dep)
    move(captives, verb, "obj")
    move(participle, captives, "amod")
    if number is not None:
        move(number, captives, "nummod")


def _sides(verb: Word, words: list[Word]) -> tuple[Word, Word] | None:
    """The heads of the names before and after the only comma between the sentence's first word and a verb."""
    start = verb.i
    while start and words[start - 1].sentence == verb.sentence and verb.i - start <= _LONGEST:
        start -= 1
    before = words[start : verb.i]
    commas = [word.i for word in before if word.text == ","]
    if len(before) > _LONGEST or len(commas) != 1 or not start < commas[0] < verb.i - 1:
        return None
    first, second = _head(words[start : commas[0]]), _head(words[commas[0] + 1 : verb.i])
    if first is None or second is None:
        return None
    named = second.pos == "PROPN" or second.feats.get("Number") == "Plur" or second.mention_type == "organization"
    sides = (first, second)
    bare = not any(child(side, "det", "case", "nmod:poss", "nummod") for side in sides)
    fitting = all(side.mention_type in _PARTIES and side.pos in ("NOUN", "PROPN") for side in sides)
    return (first, second) if named and bare and fitting and second.relation in _SUBJECTS else None


def _head(side: list[Word]) -> Word | None:
    """The one word of a stretch that hangs outside it."""
    inside = {word.i for word in side}
    tops = [word for word in side if word.head is None or word.head.i not in inside]
    return tops[0] if len(tops) == 1 else None
