"""Ties told by what persons are: their offices, the bodies they come from, and their kin."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon.bundle import Lexicon
from dragoman.lexicon.ties import TieEntry
from dragoman.lexicon.titles import Title
from dragoman.reading.amounts import number_of
from dragoman.reading.clauses import doer, is_passive
from dragoman.reading.draft import Actor, Cast, Role
from dragoman.reading.label_votes import PORTFOLIOS
from dragoman.reading.roles import Filler
from dragoman.reading.tie_claims import BODIES, Claim, Ends, claim, described, maker
from dragoman.reading.tree import Tree, Word, case, child, children, conjuncts
from dragoman.record import TieKind

_ORIGINS, _WHOLES = frozenset({"from", "of", "in", "within", "with"}), frozenset({"of"})
# Of "a commander" a body has several, of "an undisputed leader" one.
_ALONE = frozenset({"absolute", "new", "sole", "supreme", "uncontested", "undisputed"})
_PARTED = frozenset({"organization", "armed-group"})
# Heads of a part of a country.
_LOCAL = frozenset({"administrator", "commissioner", "governor", "mayor", "prefect"})
# Plurals that name no group.
_ANYBODY = frozenset({"figure", "individual", "other", "partner", "people", "person", "somebody", "someone", "thing"})
_NAMED = TieEntry("appointed by", "begins")
_INCLUDES = TieEntry("member of", turned=True)


def offices(ends: Ends, lexicon: Lexicon) -> Iterator[Claim]:
    """Holders of offices: who leads, speaks for or belongs to the body that the office is of."""
    cast, tree = ends.cast, ends.tree
    for index, actor in enumerate(list(cast.actors)):
        for role in actor.roles:
            title = _title(role.title, lexicon)
            target = None if title is None else _body(role, title, index, ends)
            if target is None or title is None:
                continue
            leads = title.leads and not _deputised(role.title, lexicon)
            if leads and not title.sectors and cast.actors[target].kind == "organization":
                # "the Union's foreign policy chief" leads a part of it
                leads = not _has_field(role, title, tree)
            if leads and title.words in _LOCAL and cast.actors[target].kind in ("country", "government"):
                leads = False  # "the governor of Russia's Belgorod region"
            if leads and cast.actors[target].kind in ("country", "government"):
                # Egypt's intelligence chief and Egypt's foreign minister lead a part of it.
                plain = _plain(role.title, lexicon) == title.words.split()
                leads = plain and (title.sectors[:1] == ("GOV",) or _is_whole(role, title, target, cast, tree))
            leads = leads and not _is_inside(role, tree) and not _is_one_of_many(role, tree)
            if not (leads or title.leads or title.speaks or title.sectors or _deputised(role.title, lexicon)):
                continue  # "ally", "rival", "successor" say what somebody is to a body, not that he belongs to it
            kind: TieKind = "leads" if leads else "represents" if title.speaks else "member of"
            head = next((w for w in tree.words[slice(*role.span)] if w.lower == title.words.split()[-1]), None)
            said = head if head is not None and described(head) is not None and head.relation != "appos" else None
            holder = _holder(Filler(index, role.span), said, ends)
            made = None if said is None else maker(said)
            entry = TieEntry(kind, "begins" if made is not None else "")
            yield Claim([holder], entry, [Filler(target, role.span)], role.span, said or head, nominal=made is None)
            if made is not None:
                yield claim([holder], _NAMED, ends.parties(doer(made)) if _has_object(made) else [], made)


def _is_inside(role: Role, tree: Tree) -> bool:
    """Whether an office is one among others in its body: "a commander in the navy"."""
    return any(word.relation == "case" and word.lower in ("in", "within") for word in tree.words[slice(*role.span)])


def _has_field(role: Role, title: Title, tree: Tree) -> bool:
    """Whether a title tells of a part of its body's doings: "foreign policy chief"."""
    head = next((w for w in tree.words[slice(*role.span)] if w.lower == title.words.split()[-1]), None)
    before = [] if head is None else children(head, "compound", "amod")
    return any(one.pos == "NOUN" and one.mention_type not in ("person", "organization") for one in before)


def _is_whole(role: Role, title: Title, target: int, cast: Cast, tree: Tree) -> bool:
    """Whether a title that may be of a part is of the whole: "head of the government", "Peru's leader"."""
    word = next((w for w in tree.words[slice(*role.span)] if w.lower == title.words.split()[-1]), None)
    if word is None or title.sectors:
        return False
    owners = [one for one in children(word, "nmod") if one.dep == "nmod:poss" or case(one) == "of"]
    return any(cast.actor_at(one.i) == target for one in owners)


def _is_one_of_many(role: Role, tree: Tree) -> bool:
    """Whether a body has more than one of the kind: "a commander of X"."""
    for word in tree.words[slice(*role.span)]:
        before = {one.lower for one in children(word, "det", "amod")}
        titled = word.lower in role.title.lower().split()
        if titled and not before.isdisjoint(("a", "an")) and before.isdisjoint(_ALONE):
            return True
    return False


def _has_object(verb: Word) -> bool:
    """Whether somebody makes another something ("elected her president"), and does not become it himself."""
    return is_passive(verb) or child(verb, "obj") is not None


def _holder(own: Filler, said: Word | None, ends: Ends) -> Filler:
    """Who holds an office: the actor, or the one that a sentence says has become it ("appointed X as head of Y")."""
    mentions = ends.cast.actors[own.actor].mentions
    if said is None or any(ends.cast.mentions[one].form == "named" for one in mentions):
        return own
    persons = [f for f in ends.parties(described(said)) if ends.cast.actors[f.actor].kind == "person"]
    return persons[0] if len(persons) == 1 else own


def serves(actor: Actor, lexicon: Lexicon) -> bool:
    """True for who holds offices that are at the head of nothing: "his government" is not led by a foreign minister."""
    titles = [title for role in actor.roles if (title := _title(role.title, lexicon)) is not None]
    return bool(titles) and not any(title.leads for title in titles)


def _title(written: str, lexicon: Lexicon) -> Title | None:
    """The title as the lexicon has it, without the words before it that only modify it."""
    words = written.lower().split()
    for first in range(len(words)):
        found = lexicon.titles.titles.get(" ".join(words[first:]))
        if found is not None:
            return found
    return None


def _plain(written: str, lexicon: Lexicon) -> list[str]:
    """The words of a title without "former" and the like."""
    return [word for word in written.lower().split() if lexicon.titles.modifiers.get(word) not in ("former", "late")]


def _deputised(title: str, lexicon: Lexicon) -> bool:
    """True if the title is not the first of its body ("deputy head")."""
    return any(lexicon.titles.modifiers.get(word) == "deputy" for word in title.lower().split())


def _body(role: Role, title: Title, holder: int, ends: Ends) -> int | None:
    """What a role's words say it is of: an organization or armed group before a government, that before a country."""
    cast, words = ends.cast, role.title.lower().split()
    field = words[:-1] if words[-1:] and words[-1] in PORTFOLIOS else []
    # "ambassador to Peru"; an envoy for Yemen is sent there, a spokesman for Yemen speaks for it.
    sent_to = ("to", "for") if title.speaks and title.sectors else ("to",)
    named = [
        target
        for index in range(*role.span)
        if ends.tree.words[index].lower not in field
        and (target := cast.actor_at(index)) is not None
        and target != holder
        and not _is_sent_to(ends.tree.words[index], cast.actors[target].kind, sent_to)
    ]
    for kinds in (BODIES - {"government"}, BODIES, {"country"}):
        for target in named:
            if cast.actors[target].kind in kinds:
                return target
    sent = any(word.lower in sent_to for word in ends.tree.words[slice(*role.span)])
    return None if sent else _named_body(role.of, holder, cast)


def _is_sent_to(word: Word, kind: str, marks: tuple[str, ...]) -> bool:
    """Whether a word of a role names where its holder is sent: a body is not "for" another, but has its envoys."""
    return case(word) in marks and (case(word) == "to" or kind in ("country", "government"))


def _named_body(name: str | None, holder: int, cast: Cast) -> int | None:
    """The body or country that bears a name."""
    for index, actor in enumerate(cast.actors):
        if name is not None and index != holder and name in actor.names and actor.kind in {*BODIES, "country"}:
            return index
    return None


def belonging(word: Word, ends: Ends, lexicon: Lexicon) -> Iterator[Claim]:
    """As in "soldiers from the 3rd Battalion", "a commander in the navy", "X fought as part of Y"."""
    marks = _ORIGINS
    members: list[Filler] = []
    told: Word | None = None
    if word.lemma == "part" and case(word) == "as" and word.head is not None:
        marks, told = _WHOLES, word
        members = ends.parties(doer(word.head) if word.head.pos == "VERB" else word.head)
    elif word.mention_type == "person" and word.lemma not in lexicon.ties.outsiders and not _is_tied(word, lexicon):
        # "The captives are four workers of X and two guards": neither number is that of all captives.
        whom = None if _count(word) and child(word, "conj") is not None else described(word)
        told = word if whom is not None and word.relation not in ("appos", "amod") else None
        members = (ends.parties(whom) if whom is not None else []) or ends.parties(word)
    if not members:
        return
    for nominal in children(word, "nmod"):
        if case(nominal) not in marks or nominal.dep == "nmod:poss" or _is_company(nominal):
            continue
        named = [one for one in ends.binder.parties(nominal, behind=False) if ends.is_body(one, nominal)]
        bodies = [one for one in named if not _are_people(ends.tree.words[slice(*one.span)], lexicon)]
        # "alumni of Makerere and students of MIT": what stands before "and" is not the second's
        own = members if told is not None or marks is _WHOLES else [one for one in members if one.span[0] < nominal.i]
        if {one.actor for one in own} & {one.actor for one in bodies}:
            continue  # "fighters from the Front and the Guard" are the Front and the Guard
        yield Claim(own, TieEntry("member of"), bodies, (word.i, word.i + 1), told, nominal=True)


def subordinate(word: Word, ends: Ends) -> Iterator[Claim]:
    """As in "the Free Army's Southern Brigade", "the Office of Museums at the Ministry": a body in a body."""
    own = ends.cast.actor_at(word.i)
    if own is None or word.pos != "PROPN" or ends.cast.actors[own].kind not in _PARTED:
        return
    wholes = [
        filler
        for nominal in children(word, "nmod")
        if nominal.pos == "PROPN" and (nominal.dep == "nmod:poss" or case(nominal) in ("at", "within"))
        for filler in ends.binder.parties(nominal, behind=False)
        if ends.cast.actors[filler.actor].kind in _PARTED and ends.is_body(filler, nominal)
    ]
    yield Claim([Filler(own, (word.i, word.i + 1))], TieEntry("member of"), wholes, (word.i, word.i + 1), None)


def _are_people(words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a plural ends in a noun for people, who are no body: "senior officials", "police officers"."""
    last = words[-1]
    return last.pos == "NOUN" and last.feats.get("Number") == "Plur" and last.lemma in lexicon.titles.titles


def _is_company(word: Word) -> bool:
    """Whether a nominal only goes along: "together with its allies"."""
    return any(one.lower in ("together", "along", "alongside") for one in word.children)


def included(word: Word, ends: Ends) -> Iterator[Claim]:
    """As in "the alliance, including X and Y": those whom a nominal names after "including" are its members."""
    for nominal in word.children:
        if nominal.relation in ("nmod", "appos") and case(nominal) == "including":
            if word.lemma in _ANYBODY:
                continue  # "other partners, including the Fund"
            held = [one.i for one in _within(nominal, word)]
            parts = [one for one in ends.parties(nominal) if any(one.span[0] <= at < one.span[1] for at in held)]
            yield Claim(parts, _INCLUDES, ends.parties(word), (nominal.i, nominal.i + 1), None)


def _within(first: Word, group: Word) -> list[Word]:
    """Those of a list that a counted group can hold: of "four men, including a monk, five guards" the monk alone."""
    size = _count(group)
    room = size - 1 if size else None
    held: list[Word] = []
    for one in conjuncts(first):
        if room is not None:
            room -= _count(one) or 1
            if held and room < 0:
                break
        held.append(one)
    return held


def _count(noun: Word) -> int:
    """How many a noun's number says they are; 0 where it says nothing."""
    number = child(noun, "nummod")
    return 0 if number is None else int(number_of(number.lower) or 0)


def _is_tied(word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun of a person tells a tie of its own: a leader, an ally, an uncle."""
    title = lexicon.titles.titles.get(word.lower)
    own = word.lemma in lexicon.ties.noun_lemmas or word.lower in lexicon.kin.words
    return own or (title is not None and (title.leads or title.speaks))


def kin(word: Word, ends: Ends) -> Iterator[Claim]:
    """As in "his sons Khaled and Saddam", "Rizvon's brother Bakhrom", "X, the brother of Y"."""
    binder = ends.binder
    owner = child(word, "nmod:poss")
    relatives = [inner for inner in children(word, "nmod") if case(inner) == "of"]
    elders = (
        binder.possessor(word) if owner is not None else [f for w in relatives for f in binder.parties(w, behind=False)]
    )
    if not elders:
        return
    named = [f for inner in children(word, "appos", "flat", "compound") for f in binder.parties(inner, behind=False)]
    own = binder.parties(word, behind=False)
    whom = described(word)
    said_of = binder.parties(whom, behind=False) if whom is not None else []
    persons = list(dict.fromkeys(f for f in [*named, *own, *said_of] if ends.cast.actors[f.actor].kind == "person"))
    told = word if whom is not None and word.relation != "appos" else None
    yield Claim(persons, TieEntry("kin of"), elders, (word.i, word.i + 1), told, nominal=True)
