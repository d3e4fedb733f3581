"""Names that the parser takes for a part of the office before them."""

from __future__ import annotations

from dragoman.ontology.countries import load_countries
from dragoman.reading.tree import Word, ancestors, case, child, children, move

# Offices of which what follows "of" is the field.
_OFFICES = frozenset({"minister", "secretary"})
# Offices that somebody holds besides another; a president has none besides.
_SECOND_OFFICES = frozenset({"chairman", "commander", "commissioner", "governor", "leader", "minister", "secretary"})

# Nouns for a land that may be a state of its own kind.
REGIONS = frozenset({"enclave", "entity", "province", "region", "republic", "state", "statelet", "territory"})
# Of these, what a state that few recognise calls itself or is called behind its name ("the Karabakh *republic*").
SELF_STYLED = frozenset({"enclave", "entity", "republic", "statelet"})


def portfolio(person: Word) -> None:
    """As in "Peru's Minister of Interior Jose Lopez left": he left, and the interior is what he is minister of."""
    office = person.head
    if office is None or office.head is None or office.lemma not in _OFFICES or person.pos != "PROPN":
        return
    field = [one for one in children(person, "compound") if one.i < person.i and one.pos in ("NOUN", "PROPN")]
    if case(person) != "of" or not field or not children(person, "flat"):
        return
    matter = field[-1]
    for part in [one for one in person.children if one.i < matter.i]:
        move(part, matter, part.dep)
    _head(person, office, "behind")
    move(matter, office, "nmod")


def officer(person: Word, words: list[Word]) -> None:
    """As in "Norway's Minister of Trade and Energy Ola Borg and Peru's premier met": what goes on behind him is his."""
    office = person.head
    if office is None or office.head is None or person.pos != "PROPN" or person.mention_type != "person":
        return
    field = next((one for one in children(office, "nmod") if case(one) == "of" and one.i < person.i), None)
    close = field is not None and all(word.text != "," for word in words[field.i : person.i])
    if field is None or not close or office.mention_type != "person" or office.text[0].islower():
        return
    _head(person, office, "behind", "case")


def spokesman(name: Word, words: list[Word]) -> None:
    """As in "Spokeswoman for the ministry Ana Rivas said": of two subjects side by side the first is her office."""
    verb = name.head
    if verb is None or name.pos != "PROPN" or name.mention_type != "person":
        return
    office = next((one for one in children(verb, "nsubj") if one.i < name.i and one.mention_type == "person"), None)
    body = None if office is None else next((one for one in children(office, "nmod") if one.i < name.i), None)
    if office is None or body is None or office.pos not in ("NOUN", "PROPN") or case(body) not in ("for", "of"):
        return
    if all(word.text != "," for word in words[body.i : name.i]) and body.mention_type != "person":
        move(office, name, "nmod:desc")


def double_office(name: Word, words: list[Word]) -> None:
    """As in "Chinese Councilor and Foreign Minister Wang Yi": one man of two offices, unless "the" sets one apart."""
    office = name.head
    second = next((one for one in children(name, "nmod:desc") if one.i < name.i), None)
    if office is None or office.head is None or second is None or name.pos != "PROPN":
        return
    if second.lemma not in _SECOND_OFFICES or not children(name, "cc") or len(children(office, "conj")) != 1:
        return
    capitals = office.text[:1].isupper() and second.text[:1].isupper()
    apart = any(word.lower == "the" for word in words[max(0, office.i - 4) : office.i])
    bare = not children(office, "det", "flat", "appos", "nmod:desc") and office.name < 0
    if capitals and bare and not apart and office.mention_type == "person" and office.feats.get("Number") != "Plur":
        _head(name, office, "case")


def joint_title(name: Word, words: list[Word]) -> None:
    """As in "The generals Ana Prado and Luis Mena met": they met, and generals is what both are."""
    title = name.head
    if title is None or title.head is None or name.pos != "PROPN" or name.mention_type != "person":
        return
    if title.pos not in ("NOUN", "PROPN") or title.feats.get("Number") != "Plur" or title.mention_type != "person":
        return
    if children(title, "nmod:poss"):
        return  # "his sons Khaled and Saddam": as a group they are his
    if name.i and words[name.i - 1] is title and any(one.pos == "PROPN" for one in children(name, "conj")):
        _head(name, title, "case")


def opening_place(place: Word) -> None:
    """As in "In Turkey Minister Ellwood met the envoys": that is where he met them, and not whose minister he is."""
    title, mark = place.head, next(iter(children(place, "case")), None)
    if title is None or mark is None or mark.i > place.i or place.i > title.i or place.mention_type != "place":
        return
    verb = next((word for word in ancestors(title) if word.pos == "VERB"), None)
    if verb is not None and mark.lower in ("in", "at", "near", "from"):
        move(place, verb, "obl")


def possessed(noun: Word) -> None:
    """As in "killed gang leader Jimmy Mori's deputy": the deputy is killed, and the leader is whose deputy he is."""
    title = noun.head
    owner = next((one for one in noun.children if one.dep == "nmod:poss" and one.pos == "PROPN"), None)
    if title is None or title.head is None or owner is None or owner.i != title.i + 1 or title.pos != "NOUN":
        return
    _head(noun, title, "det", "case")
    move(title, owner, "nmod:desc")


def _head(name: Word, office: Word, *kept: str) -> None:
    """Let a name stand where its office stood, which then describes it.

    Args:
        name: what the clause is about.
        office: the word that stood for it.
        kept: relations of the office's dependents that become the name's; "behind" for all that follow the name.
    """
    if office.head is None:
        return
    behind = "behind" in kept
    move(name, office.head, office.dep)
    for one in [one for one in office.children if one.relation in kept or (behind and one.i > name.i)]:
        move(one, name, one.dep)
    move(office, name, "nmod:desc")


def full_name(name: Word) -> str:
    """The words of a name that a word is the head of: "South *Ossetia*"."""
    parts = [one for one in name.children if one.relation in ("amod", "compound", "flat")]
    return " ".join(one.text for one in sorted((*parts, name), key=lambda one: one.i))


def breakaway(name: Word) -> None:
    """As in "The breakaway region of Abkhazia asked Russia for help": Abkhazia asked, and not whose region it is.

    So for "the Karabakh republic".
    """
    region = name.head
    marker = child(name, "case")
    if region is None or region.head is None or region.lemma not in REGIONS:
        return
    part = load_countries().part(full_name(name))
    unrecognized = part is not None and part.kind == "unrecognized"
    if name.relation == "compound":
        if unrecognized and region.lemma in SELF_STYLED and name.i < region.i:
            _head(name, region, "case", "det", "amod")
    elif marker is not None and marker.lower == "of" and part and (unrecognized or region.relation == "nsubj"):
        move(marker, region, "fixed")
        _head(name, region, "case")
