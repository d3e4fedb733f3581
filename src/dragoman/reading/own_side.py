"""Who is on whose side: for whom a speaker speaks, and whom he therefore does not accuse or refuse."""

from __future__ import annotations

from dragoman.reading.candidates import Candidate
from dragoman.reading.draft import Actor, Cast

OFFICIAL = frozenset({"GOV", "MIL", "SPY"})
# Those for whom their leader speaks ("Bangura's men").
FOLLOWING = frozenset(
    {"army", "fighters", "forces", "government", "group", "guerrillas", "men", "militia", "movement", "soldiers"}
    | {"troops"}
)
# Those who speak for whom they are told of as being his ("Perry's spokesman").
SPEAKING = frozenset({"attorney", "lawyer", "office", "spokesman", "spokesperson", "spokeswoman"})


def speaks_for(cast: Cast, speaker: int, actor: int) -> bool:
    """True if a speaker is the actor, leads him, is his spokesman, or of the government or forces that act."""
    one, other = cast.actors[speaker], cast.actors[actor]
    followers = other.name.startswith(f"{one.name}'s ") and other.name.split()[-1] in FOLLOWING
    voice = one.name.startswith(f"{other.name}'s ") and one.name.split()[-1] in SPEAKING
    if speaker == actor or followers or voice:
        return True
    official = bool(OFFICIAL.intersection(one.sectors)) and not {"ELI", "OPP"}.intersection(one.sectors)
    if not official or one.country != other.country:
        return False
    forces = other.kind == "armed-group" and bool({"MIL", "COP", "SPY"}.intersection(other.sectors))
    return forces or (other.kind == "government" and one.country is not None)


def spare_own_side(candidate: Candidate, event_type: str, cast: Cast) -> None:
    """Take from a charge or a refusal the speaker's own side, where no word names it: his ministry is with him.

    Nor does a state turn down its minister in what he renews: "the minister renewed *his country's* refusal".
    """
    if event_type not in ("ACCUSE", "REJECT") or candidate.reciprocal:
        return
    own = [cast.actors[filler.actor] for filler in candidate.actors]
    kept = []
    for filler in candidate.recipients:
        other = cast.actors[filler.actor]
        his = any(_is_of(one, other) or _is_of(other, one) for one in own)
        official = other.kind == "person" and not OFFICIAL.isdisjoint(other.sectors)
        state = any(one.kind in ("country", "government") and one.country == other.country for one in own)
        renewed = candidate.trigger.nominal and official and state
        if not (filler.inferred and his) and not renewed:
            kept.append(filler)
    candidate.recipients = kept


def _is_of(one: Actor, other: Actor) -> bool:
    """True for who is told of as another's: "Perry's spokesman", "Ndimira's government"."""
    return one.name.startswith(f"{other.name}'s ")
