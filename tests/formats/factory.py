"""Records made by hand, so that no format needs a model to be tested. Spans are found by the words they hold."""

from __future__ import annotations

from typing import Any

from dragoman.record import (
    Actor,
    Attribution,
    Event,
    EventPlace,
    EventTime,
    Factuality,
    MadeBy,
    Mention,
    ReportRecord,
    Role,
    Tie,
    Voice,
)

MADE_BY = MadeBy(dragoman="0.1.0", model="hand", lexicon="hand")


class Story:
    """A record under construction; every method takes words that stand in the text."""

    def __init__(self, text: str, **head: Any) -> None:
        self.text = text
        self.head = head
        self.mentions: list[Mention] = []
        self.actors: list[Actor] = []
        self.voices: list[Voice] = [Voice(id="v0", kind="self", named=True, chain=("v0",))]
        self.attributions: list[Attribution] = []
        self.events: list[Event] = []
        self.ties: list[Tie] = []

    def span(self, words: str, nth: int = 0) -> tuple[int, int]:
        """The nth occurrence of some words, from 0."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return start, start + len(words)

    def actor(self, name: str, kind: str, country: str | None, *names: str | tuple[str, int], **more: Any) -> str:
        """An actor with a mention for each of its names, its own name first where none is given."""
        actor_id = f"a{len(self.actors) + 1}"
        for used in names or (name,):
            span = self.span(*used) if isinstance(used, tuple) else self.span(used)
            form = "pronoun" if self.text[slice(*span)].lower() in {"he", "they"} else "named"
            mention = Mention(
                id=f"m{len(self.mentions) + 1}",
                start=span[0],
                end=span[1],
                head=span,
                form=form,
                kind=kind,
                actor=actor_id,
            )
            self.mentions.append(mention)
        roles = tuple(Role(title=title, of=of, span=self.span(title)) for title, of in more.pop("roles", ()))
        self.actors.append(Actor(id=actor_id, name=name, kind=kind, country=country, roles=roles, **more))
        return actor_id

    def voice(self, kind: str, actor: str | None, inside: str = "v0", **more: Any) -> str:
        """A voice heard within another."""
        voice_id = f"v{len(self.voices)}"
        chain = next(voice.chain for voice in self.voices if voice.id == inside)
        named = kind != "anonymous"
        self.voices.append(Voice(id=voice_id, kind=kind, actor=actor, named=named, chain=(*chain, voice_id), **more))
        return voice_id

    def says(self, voice: str, source: str, cue: str, content: str) -> None:
        """An attribution."""
        self.attributions.append(
            Attribution(
                id=f"t{len(self.attributions) + 1}",
                source=(self.span(source),),
                cue=(self.span(cue),),
                content=(self.span(content),),
                voice=voice,
            )
        )

    def event(
        self,
        code: str,
        anchor: str | tuple[str, int],
        actors: str,
        recipients: str = "",
        voice: str = "v0",
        intensity: float = 1.0,
        **more: Any,
    ) -> None:
        """An event; ``code`` is "CONSULT visit", actors and recipients are ids with spaces between."""
        kind, *modes = code.split()
        status = more.pop("status", "asserted")
        aspect = more.pop("aspect", "past")
        when = more.pop("when", None)
        time = EventTime(span=self.span(when[0]), value=when[1], from_=when[1], to=when[2]) if when else None
        where = more.pop("where", None)
        place = EventPlace(span=self.span(where), name=where) if where else None
        words = anchor if isinstance(anchor, tuple) else (anchor,)
        chain = next(item.chain for item in self.voices if item.id == voice)
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}", type=kind, modes=tuple(modes), quad=1 if intensity > 0 else 3,
                intensity=intensity, cameo="000", anchor=self.span(*words), actors=tuple(actors.split()),
                recipients=tuple(recipients.split()), time=time, place=place,
                factuality=Factuality(status=status, aspect=aspect), voice=chain, confidence=0.8, rule="hand", **more,
            )
        )  # fmt: skip

    def tie(self, source: str, kind: str, target: str, words: str) -> None:
        """A standing relation."""
        tie_id = f"r{len(self.ties) + 1}"
        self.ties.append(Tie(id=tie_id, from_=source, kind=kind, to=target, span=self.span(words), voice=("v0",)))

    def record(self) -> ReportRecord:
        """The finished record; every line is one sentence."""
        sentences, start = [], 0
        for line in self.text.split("\n"):
            if line:
                sentences.append((start, start + len(line)))
            start += len(line) + 1
        return ReportRecord(
            text=self.text, made_by=MADE_BY, sentences=tuple(sentences), mentions=tuple(self.mentions),
            actors=tuple(self.actors), voices=tuple(self.voices), attributions=tuple(self.attributions),
            events=tuple(self.events), ties=tuple(self.ties), **self.head,
        )  # fmt: skip


def strain_report() -> ReportRecord:
    """One meeting in Cairo as unnamed officials tell it, through a second outlet."""
    story = Story(
        "Egypt leans on Khalifa Haftar over Sudan\n"
        "Nile Ledger – Agencies\n"
        "Senior Egyptian sources told Al-Araby Al-Jadeed that Cairo demanded that Haftar end his backing"
        " of the Rapid Support Forces.\n"
        "The sources said Haftar's visit to Cairo in early December brought sharp Egyptian criticism"
        " of the commander of eastern Libya.\n"
        "They said Haftar was told that ties with Egypt could suffer should he go on.\n"
        "Major General Khaled Hussein, deputy head of the General Intelligence Service, met"
        " Abdul Hamid Dbeibah, prime minister of the"
        " Government of National Unity, in Tripoli on Monday.\n"
        "The Rapid Support Forces are led by Mohamed Hamdan Dagalo.\n"
        "The trip was a clear warning to Haftar.",
        id="strain",
        title="Egypt leans on Khalifa Haftar over Sudan",
        outlet="Nile Ledger",
    )
    haftar = story.actor(
        "Khalifa Haftar",
        "person",
        "LBY",
        "Khalifa Haftar",
        ("Haftar", 1),
        ("Haftar", 2),
        "the commander of eastern Libya",
        ("Haftar", 3),
        "he",
        ("Haftar", 4),
        sectors=("MIL", "REB"),
        roles=(("commander", "eastern Libya"),),
        names=("Khalifa Haftar", "Haftar"),
    )
    egypt = story.actor("Egypt", "government", "EGY", "Egypt", "Cairo", ("Egyptian", 1), ("Egypt", 3), sectors=("GOV",))
    forces = story.actor(
        "Rapid Support Forces",
        "armed-group",
        "SDN",
        "Rapid Support Forces",
        ("Rapid Support Forces", 1),
        sectors=("REB", "PRM"),
    )
    sources = story.actor(
        "senior Egyptian sources", "sources", "EGY", "Senior Egyptian sources", "The sources", "They", anonymous=True
    )
    araby = story.actor("Al-Araby Al-Jadeed", "outlet", None, sectors=("JRN",))
    hussein = story.actor(
        "Khaled Hussein",
        "person",
        "EGY",
        sectors=("SPY",),
        roles=(("deputy head", "the General Intelligence Service"),),
    )
    service = story.actor("General Intelligence Service", "organization", "EGY", sectors=("SPY", "GOV"))
    dbeibah = story.actor(
        "Abdul Hamid Dbeibah",
        "person",
        "LBY",
        sectors=("GOV",),
        roles=(("prime minister", "the Government of National Unity"),),
    )
    unity = story.actor("Government of National Unity", "government", "LBY", sectors=("GOV",))
    dagalo = story.actor("Mohamed Hamdan Dagalo", "person", "SDN", sectors=("REB",))
    paper = story.voice("outlet", araby)
    officials = story.voice("anonymous", sources, paper, country="EGY")
    story.says(
        officials,
        "Senior Egyptian sources",
        "told",
        "Cairo demanded that Haftar end his backing of the Rapid Support Forces",
    )
    story.says(
        officials,
        "The sources",
        "said",
        "Haftar's visit to Cairo in early December brought sharp Egyptian criticism of the commander of eastern Libya",
    )
    story.says(officials, "They", "said", "Haftar was told that ties with Egypt could suffer should he go on")
    story.event("REQUEST change", "leans", egypt, haftar, intensity=-1)
    story.event("REQUEST change", "demanded", egypt, haftar, officials, intensity=-1)
    story.event("SUPPORT", "backing", haftar, forces, officials, intensity=5, aspect="ongoing")
    story.event(
        "CONSULT visit",
        "visit",
        haftar,
        egypt,
        officials,
        intensity=4,
        where="Cairo",
        when=("early December", "XXXX-12-01", "XXXX-12-10"),
    )
    story.event("ACCUSE disapprove", "criticism", egypt, haftar, officials, intensity=-2)
    story.event("THREATEN relations", ("told", 1), egypt, haftar, officials, intensity=-3.5, status="hypothetical")
    story.event(
        "CONSULT", "met", f"{hussein} {dbeibah}", f"{hussein} {dbeibah}", officials, intensity=2.5, where="Tripoli"
    )
    story.event("THREATEN", "warning", egypt, haftar, intensity=-3.5)
    story.tie(dagalo, "leads", forces, "led by")
    story.tie(hussein, "member of", service, "deputy head")
    story.tie(dbeibah, "leads", unity, "prime minister")
    return story.record()


def talks_report() -> ReportRecord:
    """The same meeting as the host's presidency tells it."""
    story = Story(
        "Egyptian President Abdel Fattah el-Sissi on Monday renewed his support for Libya's unity"
        " in talks in Cairo with Khalifa Haftar.\n"
        "Haftar came with his chief of staff, Khaled Khalifa.\n"
        "A presidential statement said Sissi called for the withdrawal of all foreign forces,"
        " and that Haftar thanked Egypt for its aid.\n"
        "Both sides agreed to work for a settlement in Sudan.\n"
        "War between the Sudanese army and the Rapid Support Forces began in April 2023.",
        id="talks",
        title=None,
        outlet=None,
        published="2025-12-08",
    )
    sissi = story.actor(
        "Abdel Fattah el-Sissi",
        "person",
        "EGY",
        "Egyptian President Abdel Fattah el-Sissi",
        ("Sissi", 1),
        sectors=("GOV",),
        roles=(("President", "Egypt"),),
    )
    haftar = story.actor(
        "Khalifa Haftar", "person", "LBY", "Khalifa Haftar", ("Haftar", 1), ("Haftar", 2), sectors=("MIL",)
    )
    staff = story.actor("Khaled Khalifa", "person", "LBY", sectors=("MIL",), roles=(("chief of staff", None),))
    libya = story.actor("Libya", "country", "LBY")
    egypt = story.actor("Egypt", "government", "EGY", ("Egypt", 1))
    presidency = story.actor("the presidency", "organization", "EGY", "A presidential statement")
    army = story.actor("Sudanese army", "armed-group", "SDN", sectors=("MIL",))
    forces = story.actor("Rapid Support Forces", "armed-group", "SDN")
    statement = story.voice("statement", presidency, country="EGY")
    story.says(statement, "A presidential statement", "said", "Sissi called for the withdrawal of all foreign forces")
    story.event(
        "SUPPORT", "renewed his support", sissi, libya, intensity=5, when=("Monday", "2025-12-08", "2025-12-08")
    )
    story.event(
        "CONSULT",
        "talks",
        f"{sissi} {haftar}",
        f"{sissi} {haftar}",
        intensity=2.5,
        where="Cairo",
        when=("Monday", "2025-12-08", "2025-12-08"),
    )
    story.event("REQUEST change", "called for", sissi, "", statement, intensity=-1)
    story.event("SUPPORT", "thanked", haftar, egypt, statement, intensity=5)
    story.event("AGREE", "agreed", f"{sissi} {haftar}", f"{sissi} {haftar}", intensity=2.5)
    story.event(
        "ASSAULT",
        "War",
        f"{army} {forces}",
        f"{army} {forces}",
        intensity=-9,
        aspect="ongoing",
        when=("April 2023", "2023-04-01", "2023-04-30"),
    )
    story.tie(staff, "represents", haftar, "chief of staff")
    return story.record()


def empty_report() -> ReportRecord:
    """A report in which nothing happens."""
    return Story("The weather was fine.", id="empty", title="Weather", outlet="Nile Ledger").record()
