"""Slips of the parser that the grammar alone can mend: the event has its parties."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("It was Kenya that accused Norway of hiding the wreck.", "Kenya", "Norway"),
        (
            "Peruvian soldiers, who Serbian rebels killed in the hills, were young.",
            "Serbian rebels",
            "Peruvian soldiers",
        ),
        ("Police arrest three men in Lima.", "Police", "three men"),
        ("President Ana Rivas called Chile a bully.", "President Ana Rivas", "Chile"),
        ("The militia fired rockets towards Gulu.", "The militia", "Gulu"),
        ("Chad accused the Catalan authorities of theft.", "Chad", "the Catalan authorities"),
        ("Kenyan envoy Peter Ruto visited Benghazi on Friday.", "Kenyan envoy Peter Ruto", "Benghazi"),
        ("The envoy said ten men had died, and urged Peru to open the road.", "The envoy", "Peru"),
        ("Chad reported an attempt by Sudanese rebels to kidnap two Kenyan nurses.", "Sudanese rebels", "two Kenyan"),
        ("Kenya deports Vietnamese workers", "Kenya", "Vietnamese workers"),
        ("The market will close if Egyptian rebels free Brazilian workers.", "Egyptian rebels", "Brazilian workers"),
    ],
)
def test_a_party_is_found_where_the_parser_slips(reader: Reader, text: str, actor: str, recipient: str) -> None:
    record = reader.read(text)
    (event,) = record.events
    assert [record.text[slice(*span)] for span in event.actor_spans] == [actor]
    assert next(record.text[slice(*span)] for span in event.recipient_spans).startswith(recipient)


def test_the_name_before_said_is_the_voice(reader: Reader) -> None:
    record = reader.read("Kenya expelled Foreign Minister Elena Vargas, Nepalese lawmaker Ram Adhikari said.")
    (event,) = record.events
    speaker = next(voice.actor for voice in record.voices if voice.id == event.voice[-1])
    assert next(actor.name for actor in record.actors if actor.id == speaker) == "Ram Adhikari"


def test_the_condition_belongs_to_would(reader: Reader) -> None:
    (event,) = reader.read("Peru would urge Vietnam to reopen the bridge if the market closed.").events
    assert (event.factuality.status, event.factuality.conditional) == ("hypothetical", True)
