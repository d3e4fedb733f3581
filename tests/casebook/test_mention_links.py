"""Mentions of events and actors joined across reports of one story."""

from itertools import permutations

from dragoman.casebook import build_case
from dragoman.casebook.actor_links import actor_mention, link_actor_mentions
from dragoman.casebook.event_links import event_mention, link_event_mentions
from dragoman.casebook.story_words import Stories
from tests.casebook.factory import Report

LIMA = "Gunmen killed the mayor Rosa Condori outside her home in Lima on Monday."
AGAIN = "The murder of mayor Rosa Condori in Lima shocked Peru; police seek the gunmen."
NAIROBI = "Rebels killed a Kenyan colonel in Nairobi, and Peter Otieno blamed Uganda."


def report(record_id, text, *names):
    made = Report(record_id, [text])
    for number, name in enumerate(names):
        made.actor(f"a{number}", name, role=None)
    return made.record()


def records():
    return [
        report("r1", LIMA, "Rosa Condori"),
        report("r2", AGAIN, "Rosa Condori"),
        report("r3", NAIROBI, "Peter Otieno"),
    ]


def spans(record, words):
    start = record.text.index(words)
    return ((start, start + len(words)),)


def linked_events(made, *words):
    ids = build_case(made).actor_ids()
    mentions = [event_mention(record, told, spans(record, told), ids) for record, told in zip(made, words, strict=True)]
    stories = Stories(made).join(record.id for record in made)
    return [[mention.record for mention in group] for group in link_event_mentions(mentions, stories)]


def test_reports_with_the_same_names_and_words_tell_one_story():
    made = records()
    assert Stories(made).join(record.id for record in made) == [["r1", "r2"], ["r3"]]
    assert Stories(made).likeness("r1", "r2") > Stories(made).likeness("r1", "r3")
    assert Stories([]).join([]) == []


def test_a_killing_and_a_murder_of_one_story_are_one_and_of_another_story_two():
    assert linked_events(records(), "killed", "murder", "killed") == [["r1", "r2"], ["r3"]]


def test_other_words_of_one_story_are_other_happenings():
    assert linked_events(records(), "killed", "shocked", "blamed") == [["r1"], ["r2"], ["r3"]]


def test_sayings_are_one_only_if_the_same_people_say_much_the_same():
    said = "Rosa Condori said the bridge in Lima would open on Monday."
    twice = [report("r1", said, "Rosa Condori"), report("r2", said, "Rosa Condori")]
    other = [
        report("r1", said, "Rosa Condori"),
        report("r2", "Police said Rosa Condori left Lima with two aides before the vote.", "Rosa Condori"),
    ]
    assert linked_events(twice, "said", "said") == [["r1", "r2"]]
    assert linked_events(other, "said", "said") == [["r1"], ["r2"]]


def linked_actors(made, *words):
    ids = build_case(made).actor_ids()
    mentions = [actor_mention(record, name, spans(record, name), ids) for record, name in zip(made, words, strict=True)]
    return [
        [mention.record for mention in group]
        for group in link_actor_mentions(mentions, [[record.id for record in made]])
    ]


def test_actors_are_one_by_the_case_or_by_what_they_are_called():
    assert linked_actors(records(), "Rosa Condori", "Rosa Condori", "Peter Otieno") == [["r1", "r2"], ["r3"]]
    assert linked_actors(records()[:2], "Gunmen", "the gunmen") == [["r1", "r2"]]
    assert linked_actors(records()[:2], "Gunmen", "police") == [["r1"], ["r2"]]


def test_an_actor_of_the_case_is_one_in_two_stories():
    made = records()[:2]
    ids = build_case(made).actor_ids()
    mentions = [actor_mention(record, "m", spans(record, "Rosa Condori"), ids) for record in made]
    assert len(link_actor_mentions(mentions, [["r1"], ["r2"]])) == 1


def test_the_order_of_reports_changes_nothing():
    found = set()
    for order in permutations(range(3)):
        made = [records()[place] for place in order]
        words = [("killed", "murder", "killed")[place] for place in order]
        found.add(str(linked_events(made, *words)))
    assert len(found) == 1
