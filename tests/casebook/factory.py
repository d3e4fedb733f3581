"""Report records made by hand, small enough to read: what a reader would give, without a reader.

A report is a list of sentences; events name a sentence and the words of their anchor; mentions are found by the names
of the actors. ``strained()`` and ``talks()`` are one meeting told twice, from anonymous officials and from a statement.
"""

import re
from dataclasses import dataclass, field

from dragoman.lexicon.inflection import singular
from dragoman.record import (
    Actor,
    Attribution,
    Event,
    EventPlace,
    EventTime,
    Factuality,
    MadeBy,
    Mention,
    Number,
    ReportRecord,
    Role,
    Tie,
    Voice,
)  # fmt: skip

QUADS = {
    "AGREE": (1, 2.5), "CONSULT": (1, 2.5), "SUPPORT": (1, 5.0), "CONCEDE": (1, 4.5), "COOPERATE": (2, 9.5),
    "AID": (2, 10.0), "RETREAT": (2, 6.5), "REQUEST": (3, 0.0), "ACCUSE": (3, -3.0), "REJECT": (3, -2.0),
    "THREATEN": (3, -3.5), "PROTEST": (4, -5.0), "SANCTION": (4, -6.0), "MOBILIZE": (4, -5.5),
    "COERCE": (4, -7.0), "ASSAULT": (4, -9.0),
}  # fmt: skip


@dataclass
class Report:
    """A report record under construction; ``record()`` makes it."""

    id: str
    sentences: list[str]
    outlet: str | None = None
    published: str | None = None
    actors: list[Actor] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=lambda: [Voice(id="v0", kind="self", named=True, chain=("v0",))])
    ties: list[Tie] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    @property
    def text(self):
        return " ".join(self.sentences)

    def bounds(self, sentence):
        start = sum(len(text) + 1 for text in self.sentences[:sentence])
        return start, start + len(self.sentences[sentence])

    def actor(self, actor_id, *names, kind="person", country=None, sectors=(), role=None, of=None, anonymous=False):
        roles = (Role(title=role, of=of, span=(0, 1)),) if role else ()
        self.actors.append(
            Actor(
                id=actor_id, name=names[0], kind=kind, country=country, sectors=tuple(sectors), names=names,
                roles=roles, anonymous=anonymous,
            )
        )  # fmt: skip
        return self

    def voice(self, voice_id, kind, actor=None, named=True, country=None, chain=()):
        self.voices.append(
            Voice(id=voice_id, kind=kind, actor=actor, named=named, country=country, chain=("v0", *chain, voice_id))
        )
        return self

    def event(
        self, event_id, event_type, sentence, anchor, actors, recipients=(), *, modes=(), time=None, place=None,
        status="asserted", aspect="past", conditional=False, voice="v0",
    ):  # fmt: skip
        low, high = self.bounds(sentence)
        start = self.text.index(anchor, low, high)
        chain = next(item.chain for item in self.voices if item.id == voice)
        quad, intensity = QUADS[event_type]
        self.events.append(
            Event(
                id=event_id, type=event_type, modes=tuple(modes), quad=quad, intensity=intensity, cameo="",
                rule="by hand", anchor=(start, start + len(anchor)), actors=tuple(actors.split()),
                recipients=tuple(recipients.split()) if recipients else (),
                time=EventTime(value=time[0], **{"from": time[1], "to": time[2]}) if time else None,
                place=EventPlace(span=(start, start + 1), name=place[0], country=place[1]) if place else None,
                factuality=Factuality(status=status, aspect=aspect, conditional=conditional), voice=chain,
                confidence=0.9,
            )
        )  # fmt: skip
        return self

    def number(self, words, event, *, low, high, of=None, fate=None):
        """A count in the text; ``of`` as written, its last letter an "s" or not."""
        start = self.text.index(words)
        at = None if of is None else self.text.index(of, start)
        self.numbers.append(
            Number(
                id=f"n{len(self.numbers) + 1}", start=start, end=start + len(words), low=low, high=high,
                value=low if low == high else None, of=None if of is None else singular(of), fate=fate,
                counted=None if at is None else (at, at + len(of)), events=(event,),
            )
        )  # fmt: skip
        return self

    def said(self, voice, cue, content):
        """An attribution to a voice: the words of its cue and of its content."""
        places = [(self.text.index(words), self.text.index(words) + len(words)) for words in (cue, content)]
        self.attributions.append(
            Attribution(
                id=f"t{len(self.attributions) + 1}", source=(), cue=(places[0],), content=(places[1],), voice=voice
            )
        )
        return self

    def tie(self, source, kind, target):
        self.ties.append(
            Tie(
                **{
                    "id": f"r{len(self.ties)}",
                    "from": source,
                    "kind": kind,
                    "to": target,
                    "span": (0, 1),
                    "voice": ("v0",),
                }
            )
        )
        return self

    def record(self):
        return ReportRecord(
            id=self.id, outlet=self.outlet, published=self.published, text=self.text, actors=tuple(self.actors),
            made_by=MadeBy(dragoman="0", model="0", lexicon="0"), mentions=tuple(self._mentions()),
            sentences=tuple(self.bounds(at) for at in range(len(self.sentences))), voices=tuple(self.voices),
            events=tuple(self.events), ties=tuple(self.ties), numbers=tuple(self.numbers),
            attributions=tuple(self.attributions),
        )  # fmt: skip

    def _mentions(self):
        taken = [False] * len(self.text)
        named = sorted(((name, actor) for actor in self.actors for name in actor.names), key=lambda item: -len(item[0]))
        found = []
        for name, actor in named:
            for match in re.finditer(rf"\b{re.escape(name)}\b", self.text):
                start, end = match.span()
                if not any(taken[start:end]):
                    taken[start:end] = [True] * (end - start)
                    found.append((start, end, actor, "named" if name[0].isupper() else "nominal"))
        return [
            Mention(
                id=f"m{at}", start=start, end=end, head=(end - len(self.text[start:end].split()[-1]), end), form=form,
                kind=actor.kind, actor=actor.id,
            )
            for at, (start, end, actor, form) in enumerate(sorted(found, key=lambda item: item[0]))
        ]  # fmt: skip


DECEMBER = ("XXXX-12", "XXXX-12-01", "XXXX-12-10")
EIGHTH = ("2025-12-08", "2025-12-08", "2025-12-08")
CAIRO = ("Cairo", "EGY")


def strained():
    """The meeting as anonymous officials tell it, through two outlets; no date of publication."""
    report = Report(
        "a" * 8,
        [
            "Cairo demanded of Khalifa Haftar an end to support for the Rapid Support Forces (RSF) of Mohamed Dagalo.",
            "Haftar’s visit to Cairo with his sons Khaled and Saddam in early December was tense and met criticism.",
            "During the visit, Haftar was informed of a shift in relations should he go on.",
            "Khaled Hussein, deputy head of the General Intelligence Service, led a visit to western Libya.",
            "He met Prime Minister Abdul Hamid Dbeibeh on Monday.",
            "Haftar’s backing of the RSF goes on.",
        ],
        outlet="Sudan Events",
    )
    report.actor("a1", "Cairo", "Egypt", kind="government", country="EGY", sectors=["GOV"])
    report.actor("a2", "Khalifa Haftar", "Haftar", country="LBY", sectors=["MIL"], role="commander", of="eastern Libya")
    report.actor("a3", "Khaled", country="LBY")
    report.actor("a4", "Saddam", country="LBY")
    report.actor("a5", "Rapid Support Forces", "RSF", kind="armed-group", country="SDN", sectors=["REB"])
    report.actor("a6", "Mohamed Dagalo", "Hemedti", country="SDN", sectors=["REB"])
    report.actor("a7", "Khaled Hussein", "Hussein", country="EGY", sectors=["SPY"], role="deputy head")
    report.actor("a8", "Abdul Hamid Dbeibeh", country="LBY", sectors=["GOV"], role="prime minister")
    report.actor("a9", "Al-Araby Al-Jadeed", kind="outlet", sectors=["JRN"])
    report.actor("a10", "senior Egyptian sources", kind="sources", country="EGY", anonymous=True)
    report.actor("a11", "western Libya", kind="country", country="LBY")
    report.voice("v1", "outlet", "a9").voice("v2", "anonymous", "a10", named=False, country="EGY", chain=("v1",))
    report.tie("a3", "kin of", "a2").tie("a4", "kin of", "a2").tie("a6", "leads", "a5")
    report.event("A1", "REQUEST", 0, "demanded", "a1", "a2", voice="v2")
    report.event("A2", "SUPPORT", 0, "support", "a2", "a5", voice="v2", aspect="ongoing")
    report.event("A5", "CONSULT", 1, "visit", "a2", "a1", modes=["visit"], time=DECEMBER, place=CAIRO, voice="v2")
    report.event("A6", "ACCUSE", 1, "criticism", "a1", "a2", modes=["disapprove"], voice="v2")
    report.event(
        "A8",
        "THREATEN",
        2,
        "informed",
        "a1",
        "a2",
        modes=["relations"],
        voice="v2",
        status="hypothetical",
        conditional=True,
    )
    report.event("A9", "CONSULT", 3, "visit", "a7", "a11", modes=["visit"], place=("western Libya", "LBY"), voice="v2")
    report.event("A10", "CONSULT", 4, "met", "a7", "a8", time=("XXXX-WXX-1", None, None), voice="v2")
    report.event("A7", "SUPPORT", 5, "backing", "a2", "a5", voice="v2", aspect="ongoing")
    return report.record()


def talks():
    """The meeting as the presidency tells it, in a report that names no outlet."""
    report = Report(
        "b" * 8,
        [
            "Egyptian President Abdel Fattah el-Sissi on Monday reiterated full support for Libya during talks "
            "in Cairo with eastern Libyan commander Khalifa Haftar.",
            "Haftar attended the meeting with his deputy, Saddam Khalifa, and his chief of staff, Khaled Khalifa, "
            "while intelligence chief Hassan Rashad was present.",
            "A presidential statement said Sisi called for the withdrawal of all mercenaries.",
            "Haftar expressed appreciation for Egypt’s role.",
            "El-Sissi and Haftar also discussed Sudan.",
            "Both sides agreed on intensifying efforts.",
            "The Rapid Support Forces (RSF) have fought the army since April 2023.",
            "Abdul Hamid Dbeibah governs the west.",
        ],
        published="2025-12-08",
    )
    report.actor(
        "a1", "Abdel Fattah el-Sissi", "Sisi", "El-Sissi", country="EGY", sectors=["GOV"], role="president", of="Egypt"
    )
    report.actor("a2", "Khalifa Haftar", "Haftar", country="LBY", sectors=["MIL"], role="commander", of="eastern Libya")
    report.actor("a3", "Saddam Khalifa", country="LBY", role="deputy")
    report.actor("a4", "Khaled Khalifa", country="LBY", role="chief of staff")
    report.actor("a5", "Hassan Rashad", country="EGY", sectors=["SPY"], role="intelligence chief")
    report.actor("a6", "Libya", kind="country", country="LBY")
    report.actor("a7", "the presidency", kind="organization", country="EGY", sectors=["GOV"])
    report.actor("a8", "Egypt", kind="government", country="EGY", sectors=["GOV"])
    report.actor("a9", "Rapid Support Forces", "RSF", kind="armed-group", country="SDN", sectors=["REB"])
    report.actor("a10", "the army", kind="armed-group", country="SDN", sectors=["MIL"])
    report.actor("a11", "Abdul Hamid Dbeibah", country="LBY", sectors=["GOV"])
    report.voice("v1", "statement", "a7", country="EGY")
    report.event("B1", "SUPPORT", 0, "support", "a1", "a6", time=EIGHTH)
    report.event("B2", "CONSULT", 0, "talks", "a1 a2", "a1 a2", time=EIGHTH, place=CAIRO)
    report.event("B3", "CONSULT", 1, "meeting", "a2", "a5")
    report.event("B4", "REQUEST", 2, "called", "a1", voice="v1")
    report.event("B6", "SUPPORT", 3, "appreciation", "a2", "a8", voice="v1")
    report.event("B9", "CONSULT", 4, "discussed", "a1 a2", "a1 a2", voice="v1")
    report.event("B10", "AGREE", 5, "agreed", "a1 a2", "a1 a2")
    report.event(
        "B11", "ASSAULT", 6, "fought", "a9 a10", "a9 a10", time=("2023-04", "2023-04-01", None), aspect="ongoing"
    )
    return report.record()
