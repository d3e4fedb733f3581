"""WikiEvents: its types read in PLOVER, its text laid out, and what counts as found with the right participants."""

from __future__ import annotations

from dragoman.record import Mention
from evals.wikievents import Kind, build, candidates, figures, filled, kind_of, listing, load_table, score
from tests.evals.records import CAST, TEXT, event, record, span

TABLE = {
    "Conflict.Attack": Kind(("ASSAULT",), ("Attacker",), ("Target",)),
    "Life.Die": Kind(("ASSAULT",), ("Killer",), ("Victim",), beside="Conflict.Attack"),
    "Contact.Contact.Meet": Kind(("CONSULT",), ("Participant",), ("Participant",)),
}


def mention(words: str, owner: str) -> Mention:
    place = span(words)
    return Mention(
        id=f"m{place[0]}", start=place[0], end=place[1], head=place, form="named", kind="person", actor=owner
    )


MENTIONS = (
    mention("Ada Bolt", "a3"),
    mention("Kurt Rand", "a4"),
    mention("Ruritania", "a1"),
    mention("Freedonia", "a2"),
)


def document(*events):
    """The hand-made report as one sentence of the corpus; ``events`` are (type, trigger, {role: words})."""
    tokens, start = [], 0
    for word in TEXT.split(" "):
        tokens.append([word, start, start + len(word)])
        start += len(word) + 1
    first = {word.strip(",."): index for index, (word, *_) in reversed(list(enumerate(tokens)))}
    people = sorted({words for _, _, roles in events for words in roles.values()})
    return build(
        {
            "doc_id": "d",
            "sentences": [[tokens, TEXT]],
            "entity_mentions": [
                {"id": name, "entity_type": "PER", "start": first[name], "end": first[name] + 1} for name in people
            ],
            "event_mentions": [
                {
                    "event_type": kind,
                    "trigger": {"start": first[trigger], "end": first[trigger] + 1},
                    "arguments": [{"entity_id": name, "role": role} for role, name in roles.items()],
                }
                for kind, trigger, roles in events
            ],
        },
        TABLE,
    )


def test_a_type_without_an_entry_of_its_own_takes_that_of_the_type_above():
    assert kind_of("Conflict.Attack.DetonateExplode", TABLE) is TABLE["Conflict.Attack"]
    assert kind_of("Contact.Contact.Broadcast", TABLE) is None


def test_the_packaged_table_names_plover_types_only():
    from dragoman.ontology.plover import load_plover

    assert {kind for entry in load_table().values() for kind in entry.types} <= set(load_plover().types)


def test_deaths_count_only_where_the_text_tells_of_attacks():
    assert not document(("Life.Die.Unspecified", "met", {"Victim": "Rand"})).happenings
    assert len(document(("Life.Die", "met", {}), ("Conflict.Attack", "warned", {})).happenings) == 2


def test_sentences_whose_line_break_was_lost_stand_apart():
    rows = [[[["One", 7, 10], [".", 10, 11]], "One."], [[["Two", 11, 14]], "Two"]]
    made = build({"doc_id": "d", "sentences": rows, "entity_mentions": [], "event_mentions": []}, TABLE)
    assert made.text == "One.\n\nTwo"


def test_each_party_must_stand_on_its_side_and_those_of_a_meeting_on_either():
    attack = document(("Conflict.Attack", "warned", {"Attacker": "Ruritania", "Target": "Freedonia"})).happenings[0]
    turned = record(event("e1", "ASSAULT", "warned", actors=("a2",), recipients=("a1",)), mentions=MENTIONS)
    assert filled(attack, turned.events[0], turned) == [False, False]
    meeting = document(("Contact.Contact.Meet", "met", {"Participant": "Rand"})).happenings[0]
    met = record(event("e1", "CONSULT", "met", actors=("a4",), recipients=("a3",)), mentions=MENTIONS)
    assert filled(meeting, met.events[0], met) == [True]


def test_an_event_on_the_trigger_goes_before_one_elsewhere_in_the_sentence():
    gold = document(("Conflict.Attack", "warned", {})).happenings[0]
    read = record(event("e1", "ASSAULT", "met"), event("e2", "ASSAULT", "warned"), event("e3", "AID", "warned"))
    assert [one.id for one in candidates(gold, read)] == ["e2"]
    assert [one.id for one in candidates(gold, record(event("e1", "ASSAULT", "met")))] == ["e1"]


def test_figures_and_listing_tell_what_was_missed():
    made = document(
        ("Conflict.Attack", "warned", {"Attacker": "Ruritania", "Target": "Freedonia"}),
        ("Contact.Contact.Meet", "met", {"Participant": "Rand"}),
    )
    read = record(event("e1", "ASSAULT", "warned", recipients=()), cast=CAST, mentions=MENTIONS)
    found = figures(score(made, read))
    assert (found["events"], found["found"], found["with_participants"]) == (2, 0.5, 0.0)
    assert (found["actors_found"], found["recipients_found"], found["on_gold"]) == (1.0, 0.0, 1.0)
    lines = "\n".join(listing(made, read))
    assert "without ['Freedonia,']: Conflict.Attack 'warned'" in lines
    assert "missed: Contact.Contact.Meet 'met'" in lines
