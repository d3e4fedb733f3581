"""How each report shows two sides dealing with each other: the balance of PLOVER intensities between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from dragoman.casebook.digest import Digests
from dragoman.casebook.model import Pointer, Tone, ToneComparison, Verdict
from dragoman.casebook.scenes import Scene
from dragoman.casebook.tellings import Identities
from dragoman.ontology.countries import load_countries

# Meetings say that two sides talk, not how: they count for neither.
_NEUTRAL = frozenset(("CONSULT",))
_CLEAR_SHARE = 0.67  # share of all intensity from which one side of the balance gives the tone
_Pair = tuple[str, str]


def compare_tones(
    digests: Digests, actor_ids: Mapping[Pointer, str], identities: Identities, names: Mapping[str, str],
    countries: Mapping[str, str | None],
) -> tuple[ToneComparison, ...]:  # fmt: skip
    """Tone between all pairs of sides that two reports show dealing with each other.

    A side is a state with all who speak for it, or any other actor by itself; and, so that a state's dealings with a
    country's other actors are not lost, also two countries with all their actors. What is denied does not count.
    """
    found: dict[_Pair, dict[str, list[tuple[Pointer, float]]]] = {}
    for digest in digests:
        for scene in digest.scenes:
            if scene.status == "negated":
                continue
            for pair in sorted(_pairs(digest.id, scene, actor_ids, identities, countries)):
                entry = (scene.key, scene.intensity if scene.type not in _NEUTRAL else 0.0)
                found.setdefault(pair, {}).setdefault(digest.id, []).append(entry)
    comparisons = [_compare(pair, by_record, names) for pair, by_record in sorted(found.items()) if len(by_record) > 1]
    return tuple(comparison for comparison in comparisons if comparison is not None)


def _pairs(
    record: str,
    scene: Scene,
    actor_ids: Mapping[Pointer, str],
    identities: Identities,
    countries: Mapping[str, str | None],
) -> set[_Pair]:
    pairs: set[_Pair] = set()
    for local in scene.actors:
        for other in scene.recipients:
            one, two = actor_ids.get(Pointer(record, local)), actor_ids.get(Pointer(record, other))
            if one is None or two is None or one == two:
                continue
            sides = _side(one, identities), _side(two, identities)
            home, abroad = countries.get(one), countries.get(two)
            if sides[0] != sides[1]:
                pairs.add((min(sides), max(sides)))
            if home and abroad and home != abroad:
                pairs.add((min(home, abroad), max(home, abroad)))
    return pairs


def _side(actor: str, identities: Identities) -> str:
    """The country code an actor speaks for, or the actor itself."""
    codes = sorted(key for key in identities[actor] if len(key) == 3 and key.isupper())
    return codes[0] if codes else actor


def _compare(
    pair: _Pair, by_record: Mapping[str, list[tuple[Pointer, float]]], names: Mapping[str, str]
) -> ToneComparison | None:
    tones = tuple(_tone(record, by_record[record]) for record in sorted(by_record))
    spoken = [tone for tone in tones if tone.direction != "neutral"]
    if len(spoken) < 2:
        return None
    directions = {tone.direction for tone in spoken}
    verdict: Verdict = (
        "agree" if len(directions) == 1 else "differ" if {"hostile", "friendly"} <= directions else "compatible"
    )
    shown = (_name(pair[0], names), _name(pair[1], names))
    sentence = (
        f"Between {shown[0]} and {shown[1]}: "
        + {
            "agree": f"all reports show {spoken[0].direction} dealings.",
            "differ": "one report shows hostile dealings, another friendly ones.",
            "compatible": "one report shows both, another one side of it.",
        }[verdict]
    )
    return ToneComparison(sides=pair, names=shown, verdict=verdict, tones=tones, sentence=sentence)


def _tone(record: str, entries: Sequence[tuple[Pointer, float]]) -> Tone:
    conflict = round(sum(value for _, value in entries if value < 0), 2)
    cooperation = round(sum(value for _, value in entries if value > 0), 2)
    total = cooperation - conflict
    direction: Literal["hostile", "mixed", "friendly", "neutral"]
    if not total:
        direction = "neutral"
    elif -conflict >= _CLEAR_SHARE * total:
        direction = "hostile"
    else:
        direction = "friendly" if cooperation >= _CLEAR_SHARE * total else "mixed"
    weightiest_first = sorted(entries, key=lambda entry: -abs(entry[1]))  # of one weight in the order of the text
    return Tone(
        record=record,
        direction=direction,
        conflict=conflict,
        cooperation=cooperation,
        events=tuple(sorted({pointer for pointer, _ in entries})),
        hostile=tuple(pointer for pointer, value in weightiest_first if value < 0),
        friendly=tuple(pointer for pointer, value in weightiest_first if value > 0),
    )


def _name(side: str, names: Mapping[str, str]) -> str:
    return names.get(side) or load_countries().name(side) or side
