"""Ties: standing relations between actors, from offices, kin words, and the words of ``lexicon/ties.toml``."""

from __future__ import annotations

from dragoman.lexicon.bundle import Lexicon
from dragoman.lexicon.ties import TieWords
from dragoman.lexicon.titles import Title
from dragoman.reading.clauses import doer, is_passive, obliques, surface_subject, undergoer
from dragoman.reading.draft import Cast, Role, Testimony, Tie, WordSpan
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.tree import Tree, Word, case, child, children
from dragoman.record import TieKind

NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "hardly", "longer"})
_ORIGINS, _WHOLES = frozenset({"from", "of"}), frozenset({"of"})
_NOUNS_ABOVE = 4  # nouns one under the other that are looked at for whose a war or a strike is
# What can be led, joined or controlled.
BODIES = frozenset({"organization", "armed-group", "government", "outlet"})


def find_ties(tree: Tree, cast: Cast, testimony: Testimony, binder: Binder, lexicon: Lexicon) -> list[Tie]:
    """The ties of a report in text order, each pair and kind once."""
    words = lexicon.ties
    found: list[Tie] = [*_offices(cast, testimony, lexicon)]
    for word in tree.words:
        if word.pos == "VERB":
            found.extend(_verb(word, words, binder, testimony))
        elif word.pos == "ADJ":
            found.extend(_adjective(word, words, binder, testimony))
        elif word.pos == "NOUN":
            found.extend(_noun(word, words, binder, testimony))
            found.extend(_belonging(word, binder, testimony))
            if word.lemma in words.side_lemmas:
                found.extend(_side(word, words, binder, testimony))
            if word.lower in lexicon.kin.words:
                found.extend(_kin(word, binder, testimony))
    found.sort(key=lambda tie: (tie.span, tie.kind))
    unique: dict[tuple[int, TieKind, int], Tie] = {}
    for tie in found:
        unique.setdefault((tie.source, tie.kind, tie.target), tie)
    return list(unique.values())


def _ties(sources: list[Filler], kind: TieKind, targets: list[Filler], anchor: Word, testimony: Testimony) -> list[Tie]:
    """One tie for every pair of a source and another target."""
    voice = testimony.voices[testimony.voice_of[anchor.i]].chain
    span: WordSpan = (anchor.i, anchor.i + 1)
    return [
        Tie(source.actor, kind, target.actor, span, voice)
        for source in sources
        for target in targets
        if source.actor != target.actor
    ]


def _verb(verb: Word, words: TieWords, binder: Binder, testimony: Testimony) -> list[Tie]:
    """As in "Y leads X", "X, led by Y", "X appointed by Y", "Y controls Z"."""
    entry = words.verbs.get(verb.lemma)
    if entry is None or verb.relation in ("amod", "compound"):
        return []
    kind, preposition, turned = entry
    sources = binder.parties(doer(verb), behind=False, destination=True)
    if preposition:
        targets = [filler for word in obliques(verb, preposition) for filler in binder.parties(word, behind=False)]
    else:
        targets = binder.parties(undergoer(verb), behind=False, destination=kind == "controls")
    if any(dependent.lower in NEGATIONS for dependent in verb.children):
        return []
    if kind == "leads" or verb.lemma == "join":
        targets = [filler for filler in targets if binder.cast.actors[filler.actor].kind in BODIES]
    if not preposition and not is_passive(verb) and not child(verb, "obj"):
        return []
    return _ties(targets, kind, sources, verb, testimony) if turned else _ties(sources, kind, targets, verb, testimony)


def _described(word: Word) -> Word | None:
    """What an adjective or predicative noun is said of: its subject, the noun it follows, or its apposition's head."""
    subject = child(word, "nsubj")
    if subject is not None:
        return surface_subject(word)
    if word.relation in ("amod", "acl", "appos") and word.head is not None:
        return word.head
    return None


def _adjective(word: Word, words: TieWords, binder: Binder, testimony: Testimony) -> list[Tie]:
    """As in "forces loyal to Y"."""
    for nominal in children(word, "obl", "nmod"):
        kind = words.adjectives.get((word.lemma, case(nominal)))
        if kind is not None:
            sources = binder.parties(_described(word), behind=False)
            return _ties(sources, kind, binder.parties(nominal, behind=False, destination=True), word, testimony)
    return []


def _noun(word: Word, words: TieWords, binder: Binder, testimony: Testimony) -> list[Tie]:
    """As in "X, an ally of Y", "X is Y's ally"."""
    if word.lemma not in words.noun_lemmas:
        return []
    described = _described(word)
    if described is None or any(dependent.lower in NEGATIONS for dependent in word.children):
        return []
    sources = binder.parties(described, behind=False)
    for nominal in children(word, "nmod"):
        if nominal.dep == "nmod:poss":
            kind: TieKind | None = words.noun_lemmas[word.lemma]
        else:
            kind = words.nouns.get((word.lemma, case(nominal)))
        if kind is not None:
            return _ties(sources, kind, binder.parties(nominal, behind=False, destination=True), word, testimony)
    return []


def _belonging(word: Word, binder: Binder, testimony: Testimony) -> list[Tie]:
    """As in "soldiers from the 3rd Battalion", "ministers of the League", "X fought as part of Y"."""
    marks = _ORIGINS
    members: list[Filler] = []
    if word.lemma == "part" and case(word) == "as" and word.head is not None:
        marks = _WHOLES
        members = binder.parties(doer(word.head) if word.head.pos == "VERB" else word.head, behind=False)
    elif word.mention_type == "person" and word.feats.get("Number") == "Plur":
        members = binder.parties(word, behind=False)
    if not members:
        return []
    bodies = [
        filler
        for nominal in children(word, "nmod")
        if case(nominal) in marks
        for filler in binder.parties(nominal, behind=False)
        if binder.cast.actors[filler.actor].kind in BODIES
    ]
    return _ties(members, "member of", bodies, word, testimony)


def _side(word: Word, words: TieWords, binder: Binder, testimony: Testimony) -> list[Tie]:
    """As in "the army's war on Y", "X launched strikes against Y's bases", "X acted in support of Y"."""
    for nominal in children(word, "nmod", "obl"):
        kind = words.sides.get((word.lemma, case(nominal)))
        if kind is not None:
            against = kind == "fights"  # what is fought may be a thing of theirs; who is supported is named
            return _ties(_waging(word, binder), kind, binder.parties(nominal, behind=against), word, testimony)
    return []


def _waging(noun: Word, binder: Binder) -> list[Filler]:
    """Whose a noun is: by its own words, by the nouns above it ("their part in the war"), or the verb's doer."""
    current = noun
    for _ in range(_NOUNS_ABOVE):
        own = [*binder.possessor(current), *binder.modifiers(current)]
        above = current.head
        if own or above is None:
            return own
        if above.pos == "VERB" and current.relation in ("obj", "obl"):
            denied = any(dependent.lower in NEGATIONS for dependent in above.children)
            return [] if denied else binder.parties(doer(above))
        if above.pos != "NOUN" or current.relation != "nmod":
            return []
        current = above
    return []


def _kin(word: Word, binder: Binder, testimony: Testimony) -> list[Tie]:
    """As in "his sons Khaled and Saddam", "Rizvon's brother Bakhrom", "X, the brother of Y"."""
    owner = child(word, "nmod:poss")
    relatives = [inner for inner in children(word, "nmod") if case(inner) == "of"]
    elders = (
        binder.possessor(word) if owner is not None else [f for w in relatives for f in binder.parties(w, behind=False)]
    )
    if not elders:
        return []
    named = [f for inner in children(word, "appos", "flat", "compound") for f in binder.parties(inner, behind=False)]
    own = binder.parties(word, behind=False)
    described = _described(word)
    said_of = binder.parties(described, behind=False) if described is not None else []
    persons = [f for f in [*named, *own, *said_of] if binder.cast.actors[f.actor].kind == "person"]
    return _ties(list(dict.fromkeys(persons)), "kin of", elders, word, testimony)


def _offices(cast: Cast, testimony: Testimony, lexicon: Lexicon) -> list[Tie]:
    """Holders of offices: who leads, speaks for or belongs to the body that the office is of."""
    found: list[Tie] = []
    for index, actor in enumerate(cast.actors):
        for role in actor.roles:
            title = _title(role.title, lexicon)
            target = _body(role, index, cast)
            if target is None or title is None:
                continue
            leads = title.leads and not _deputised(role.title, lexicon)
            if leads and cast.actors[target].kind in ("country", "government"):
                # Egypt's intelligence chief and Egypt's foreign minister lead a part of it.
                leads = title.sectors[:1] == ("GOV",) and role.title.lower().split() == title.words.split()
            if not (leads or title.leads or title.speaks or title.sectors or _deputised(role.title, lexicon)):
                continue  # "ally", "rival", "successor" say what somebody is to a body, not that he belongs to it
            kind: TieKind = "leads" if leads else "represents" if title.speaks else "member of"
            voice = testimony.voices[testimony.voice_of[role.span[0]]].chain
            found.append(Tie(index, kind, target, role.span, voice))
    return found


def _title(written: str, lexicon: Lexicon) -> Title | None:
    """The title as the lexicon has it, without the words before it that only modify it."""
    words = written.lower().split()
    for first in range(len(words)):
        found = lexicon.titles.titles.get(" ".join(words[first:]))
        if found is not None:
            return found
    return None


def _deputised(title: str, lexicon: Lexicon) -> bool:
    """True if the title is not the first of its body or no longer held ("deputy head", "former president")."""
    return any(lexicon.titles.modifiers.get(word) in ("deputy", "former") for word in title.lower().split())


def _body(role: Role, holder: int, cast: Cast) -> int | None:
    """What a role's words say it is of: an organization or armed group before a government, that before a country."""
    named = [target for word in range(*role.span) if (target := cast.actor_at(word)) is not None and target != holder]
    for kinds in (BODIES - {"government"}, BODIES, {"country"}):
        for target in named:
            if cast.actors[target].kind in kinds:
                return target
    for index, actor in enumerate(cast.actors):
        if role.of is not None and index != holder and role.of in actor.names and actor.kind in {*BODIES, "country"}:
            return index
    return None
