"""Names that the parser takes for a part of the office before them."""

from __future__ import annotations

from dragoman.reading.tree import Word, case, children, move

# Offices of which what follows "of" is the field.
_OFFICES = frozenset({"minister", "secretary"})


def portfolio(person: Word) -> None:
    """As in "Peru's Minister of Interior Jose Lopez left": he left, and the interior is what he is minister of."""
    office = person.head
    if office is None or office.head is None or office.lemma not in _OFFICES or person.pos != "PROPN":
        return
    field = [one for one in children(person, "compound") if one.i < person.i and one.pos in ("NOUN", "PROPN")]
    if case(person) != "of" or not field or not children(person, "flat"):
        return
    matter = field[-1]
    move(person, office.head, office.dep)
    for part in [one for one in person.children if one.i < matter.i]:
        move(part, matter, part.dep)
    for behind in [one for one in office.children if one.i > person.i]:
        move(behind, person, behind.dep)
    move(office, person, "nmod:desc")
    move(matter, office, "nmod")
