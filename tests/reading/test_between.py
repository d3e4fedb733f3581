"""What one actor did to another where both are pointed at."""

from __future__ import annotations

import pytest

from dragoman.errors import OptionError


def ask(reader, text, actor, recipient):
    def span(words):
        start = text.index(words)
        return start, start + len(words)

    return reader.between(text, span(actor), span(recipient))


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "kind"),
    [
        ("Norway accused Laos of fraud.", "Norway", "Laos", "ACCUSE"),
        ("Laos was accused of fraud by Norway.", "Norway", "Laos", "ACCUSE"),
        ("The Kenyan army attacked a village held by Somali rebels.", "The Kenyan army", "Somali rebels", "ASSAULT"),
        ("Peru and Chile signed a treaty.", "Peru", "Chile", "SUPPORT"),
        ("Norway refused to meet the Laotian envoy.", "Norway", "the Laotian envoy", "REJECT"),
        ("Kenya said that Uganda must open the border.", "Kenya", "Uganda", "REQUEST"),
        ("Envoy Lars Dahl phoned Ana Rivas to apologise.", "Lars Dahl", "Ana Rivas", "CONCEDE"),
        ("Envoy Lars Dahl phoned Ana Rivas to discuss fishing.", "Lars Dahl", "Ana Rivas", "CONSULT"),
        ("The dissident began a hunger strike to protest against Chad.", "The dissident", "Chad", "PROTEST"),
        ("President Ana Rivas said the government will extend the curfew in Peru.", "Ana Rivas", "Peru", "THREATEN"),
        ("President Ana Rivas declared a state of siege in the town.", "Ana Rivas", "the town", "COERCE"),
        ("Kenya's refusal was a blow for the Ugandan envoy.", "Kenya's refusal", "the Ugandan envoy", "REJECT"),
    ],
)
def test_the_event_between_two_actors(reader, text, actor, recipient, kind):
    event = ask(reader, text, actor, recipient)
    assert event is not None
    assert event.type == kind
    assert [text[slice(*span)] for span in (*event.actor_spans, *event.recipient_spans)] == [actor, recipient]


def test_the_other_way_round_is_another_question(reader):
    assert ask(reader, "Norway accused Laos of fraud.", "Laos", "Norway") is None


def test_no_predicate_no_answer(reader):
    assert ask(reader, "Norway is larger than Laos.", "Norway", "Laos") is None
    assert ask(reader, "Norway has fjords. Laos has none.", "Norway", "Laos") is None


@pytest.mark.parametrize("spans", [((0, 0), (1, 3)), ((0, 3), (5, 99)), ((0, 3), (0, 3)), ((6, 7), (0, 3))])
def test_spans_without_words_are_refused(reader, spans):
    with pytest.raises(OptionError):
        reader.between("Norway met Laos.", *spans)
