"""Groups that a headline announces, and other nouns for the same people."""

import pytest

HEAD = "{title}\nNAIROBI - {text}"


def actors_of(reader, title, text):
    """Words of all mentions, by actor."""
    record = reader.read(HEAD.format(title=title, text=text), published="2019-03-05", title=title)
    found = {}
    for mention in record.mentions:
        found.setdefault(mention.actor, []).append(record.text[mention.start : mention.end])
    return list(found.values())


def together(groups, *words):
    return any(all(any(word in told for told in group) for word in words) for group in groups)


def test_the_headline_speaks_of_those_the_opening_counts(reader):
    text = "Rebels holding 26 hostages in Isiolo threatened on Sunday to kill one of them. The hostages are well."
    groups = actors_of(reader, "Rebels threaten to kill hostages", text)
    assert any("hostages" in group and "26 hostages" in group and "The hostages" in group for group in groups)


def test_the_headline_speaks_of_nobody_further_down(reader):
    text = "Kenya closed a road. It rained. Police said so on Monday. Near Isiolo rebels seized nine students."
    groups = actors_of(reader, "Students protest in Nairobi", text)
    assert not together(groups, "Students", "nine students")


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("Rebels seized 12 hostages. The captives were taken to a camp.", "12 hostages", "The captives", True),
        ("Rebels seized 12 hostages. They killed two of their captives.", "12 hostages", "their captives", True),
        ("Rebels seized 12 hostages. The Norwegian captives fled.", "12 hostages", "Norwegian captives", False),
        ("Police beat 12 reporters. The demonstrators fled.", "12 reporters", "The demonstrators", False),
        ("The captives are four nurses, a driver and two guards.", "captives", "four nurses", False),
    ],
)  # fmt: skip
def test_another_noun_for_the_same_people(reader, text, one, other, same):
    assert together(actors_of(reader, "News from Isiolo", text), one, other) is same


@pytest.mark.parametrize(
    ("title", "text", "one", "other", "same"),
    [
        ("Rebels release Danish couple", "Rebels freed six people on Monday, among them a Danish couple.",
         "Danish couple", "a Danish couple", True),
        ("Gunmen seize seven nurses", "Gunmen abducted seven people near Isiolo on Sunday.", "seven nurses",
         "seven people", True),
        ("Gunmen seize seven nurses", "Gunmen abducted four people near Isiolo on Sunday.", "seven nurses",
         "four people", False),
        ("Danish doctor flees", "Rebels killed a Swedish doctor on Monday, the army said.", "Danish doctor",
         "a Swedish doctor", False),
    ],
)  # fmt: skip
def test_the_headline_speaks_of_one_couple_and_of_as_many_people(reader, title, text, one, other, same):
    assert together(actors_of(reader, title, text), one, other) is same
