"""Reports of several sentences: who is meant by what points back, and of which country and kind those are."""

import pytest

from dragoman import Reader
from tests.reading.codings import told


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        # the two who met, the latter of two, one of several
        (
            "President Macron met Chancellor Scholz in Berlin, and the two agreed to boost trade.",
            ("AGREE", {"Macron", "Scholz"}, {"Macron", "Scholz"}),
        ),
        (
            "President Macron held talks with Chancellor Scholz. The pair signed a pact.",
            ("SUPPORT", {"Macron", "Scholz"}, {"Macron", "Scholz"}),
        ),
        (
            "The Sejm accused the president, and the latter threatened to dissolve it.",
            ("THREATEN", {"president"}, {"Sejm"}),
        ),
        ("Police freed Ana Lopez and Juan Prado; the latter was later rearrested.", ("COERCE", set(), {"Juan Prado"})),
        # a crowd is a side as well
        (
            "Serbian students accused police of beating detainees. The EU urged both sides to show restraint.",
            ("REQUEST", {"EU"}, {"Serbian students", "police"}),
        ),
        # who speaks is not named in what he says
        (
            'Ana Prado asked Deby to leave. If Deby refused, "there will be consequences," she warned.',
            ("THREATEN", {"Ana Prado"}, {"Deby"}),
        ),
        # the body that a spokesman speaks for
        (
            "Rebels attacked Gulu in northern Uganda. An army spokesman said it had killed ten of them.",
            ("ASSAULT", {"army"}, {"rebels"}),
        ),
        # whose deed a relative clause tells
        (
            "The government refused to talk until the Lake Front withdrew from a village it had seized.",
            ("ASSAULT", {"Lake Front"}, set()),
        ),
        # a charge told once more
        (
            "Chad accused Sudan of directing the raid. Aid workers fled. "
            "Sudan rejected the charge that it had armed rebels.",
            ("REJECT", {"Sudan"}, {"Chad"}),
        ),
        # each side's delegation
        (
            "Delegations from the Sudanese government and the FARC signed a truce.",
            (
                "SUPPORT",
                {"delegations from Sudanese government", "delegations from FARC"},
                {"delegations from Sudanese government", "delegations from FARC"},
            ),
        ),
        # done to both
        ("The charter was suspended and the ruling party dissolved.", ("COERCE", set(), {"ruling party"})),
        # it is not somebody
        (
            "It is the second time the junta of Mali has expelled a U.N. envoy since it seized power.",
            ("COERCE", {"Mali"}, set()),
        ),
        # on whom it was laid
        ("The Security Council lifted the embargo imposed on Eritrea.", ("CONCEDE", {"Security Council"}, {"Eritrea"})),
    ],
)
def test_who_is_meant(reader: Reader, text: str, coding: tuple[str, set[str], set[str]]) -> None:
    assert coding in told(reader.read(text))


def test_one_of_several_is_of_them(reader: Reader) -> None:
    record = reader.read("Gunmen kidnapped six teachers near Maiduguri. One was freed on Tuesday.")
    freed = next(event for event in record.events if event.type == "RETREAT")
    (one,) = (actor for actor in record.actors if actor.id in freed.recipients)
    assert (one.kind, one.sectors) == ("person", ("EDU",))


def test_the_dead_do_nothing(reader: Reader) -> None:
    record = reader.read("Two militants were killed in a raid on Friday. The kidnappers fled, the army said.")
    dead = {key for event in record.events for key in event.recipients}
    kidnappers = next(m.actor for m in record.mentions if record.text[m.start : m.end] == "The kidnappers")
    assert kidnappers not in dead


@pytest.mark.parametrize(
    ("text", "name", "country", "sectors"),
    [
        (
            "Nicolas Maduro received Donald Trump's special envoy, Ada Bolt, at the palace in Caracas.",
            "Ada Bolt",
            "USA",
            ("GOV",),
        ),
        ("Police fired gas in Gulu. At least 16 officers were hurt.", "16 officers", None, ("COP",)),
    ],
)
def test_who_they_are(reader: Reader, text: str, name: str, country: str | None, sectors: tuple[str, ...]) -> None:
    actor = next(actor for actor in reader.read(text).actors if actor.name == name)
    assert actor.sectors == sectors
    assert country in (None, actor.country)


def test_an_aside_tells_of_the_name_before_it(reader: Reader) -> None:
    record = reader.read("Fighters from JNIM, an affiliate of al Qaeda, attacked a base.")
    assert ("ASSAULT", {"JNIM"}, {"base"}) in told(record)


def test_a_states_stance_is_no_second_actor(reader: Reader) -> None:
    record = reader.read("Russia, a traditional ally of Serbia, blamed Norway for the unrest.")
    assert [actor.name for actor in record.actors] == ["Russia", "Serbia", "Norway"]
    assert [(tie.kind, record.actors[0].id == tie.from_) for tie in record.ties] == [("allied with", True)]
