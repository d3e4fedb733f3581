"""Frames: whom an event without an entry falls on."""

from __future__ import annotations

from dragoman.lexicon.frames import LEARNED, load_frames
from dragoman.ontology.plover import load_plover


def test_every_type_and_mode_has_a_frame() -> None:
    frames = load_frames()
    for event_type, known in load_plover().types.items():
        for mode in ("", *known.modes):
            frame = frames[event_type, mode]
            assert frame.predicate.type == event_type
            assert frame.predicate.modes == ((mode,) if mode else ())
            assert frame.predicate.id == LEARNED + event_type.lower()
            assert 0 < frame.least < 1


def test_a_frame_asks_for_no_words_of_its_own() -> None:
    for frame in load_frames().values():
        entry = frame.predicate
        assert not any((entry.verbs, entry.nouns, entry.adjectives, entry.objects, entry.subjects))
