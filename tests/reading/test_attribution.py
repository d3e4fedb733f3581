"""Attribution: sources, cues and contents, how they nest, and whose word each word of a report is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman import Reader
from dragoman.errors import ReportError
from dragoman.ingest import read_text
from dragoman.reading import draft
from dragoman.reading.attribution import hear
from dragoman.reading.cast import build_cast
from dragoman.reading.draft import Attribution, Cast, WordSpan
from dragoman.reading.tree import Tree


@dataclass
class Heard:
    """A report's testimony with what is needed to look at it."""

    tree: Tree
    cast: Cast
    testimony: draft.Testimony

    def words(self, spans: tuple[WordSpan, ...]) -> str:
        """The text of some word spans."""
        return " … ".join(self.tree.text[slice(*self.tree.span(first, last))] for first, last in spans)

    def of(self, words: str) -> Attribution:
        """The innermost attribution whose content holds some words."""
        start = self.tree.text.index(words)
        index = next(word.i for word in self.tree.words if word.end > start)
        holding = [one for one in self.testimony.attributions if any(a <= index < b for a, b in one.content)]
        return min(reversed(holding), key=lambda one: sum(b - a for a, b in one.content))

    def chain(self, words: str) -> list[str]:
        """The voice chain of some words: each voice by its actor's name, else by its kind."""
        start = self.tree.text.index(words)
        index = next(word.i for word in self.tree.words if word.end > start)
        voices = self.testimony.voices
        chain = [voices[one] for one in voices[self.testimony.voice_of[index]].chain]
        return [one.kind if one.actor is None else self.cast.actors[one.actor].name for one in chain]


@pytest.fixture(scope="session")
def listen(reader: Reader) -> Callable[..., Heard]:
    """Text → what is heard in it."""

    def listen(text: str, outlet: str | None = None) -> Heard:
        report = read_text(text, outlet=outlet)
        tree = reader.analyse(report)
        cast = build_cast(tree, report, reader.lexicon)
        return Heard(tree, cast, hear(tree, cast, report, reader.lexicon.reporting))

    return listen


Listen = Callable[..., Heard]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry said that the border was closed.", "The ministry", "that the border was closed"),
        ("The border was closed, the ministry said.", "the ministry", "The border was closed"),
        ("The rebels, a spokesman said, left the town.", "a spokesman", "The rebels, … , left the town"),
        ("“We will stay,” said the envoy.", "the envoy", "“We will stay,”"),
        ("The army left the town, according to the governor.", "the governor", "The army left the town"),
        ("According to the governor, the army left the town.", "the governor", "the army left the town"),
        ("As the governor said, the army left the town.", "the governor", "the army left the town"),
    ],
)
def test_source_and_content_in_every_order(listen: Listen, text: str, source: str, content: str) -> None:
    heard = listen(text)
    (found,) = heard.testimony.attributions
    assert heard.words(found.source) == source
    assert heard.words(found.content).replace(", …", " …").replace("… ,", "…") == content.replace(", …", " …").replace(
        "… ,", "…"
    )


@pytest.mark.parametrize("medium", ["in a statement", "in a letter", "in a report"])
def test_what_is_said_in_a_statement_is_its_speakers(listen: Listen, medium: str) -> None:
    heard = listen(f"Otieno Bwire, a senior party official, said {medium} that the group would leave unless it rained.")
    assert heard.words(heard.of("leave").source).startswith("Otieno Bwire")
    assert len(heard.testimony.attributions) == 1


def test_quotation_runs_on_over_sentences(listen: Listen) -> None:
    heard = listen("“Talks go on,” the envoy told reporters. “Nothing is settled. We need time.”")
    assert len(heard.testimony.attributions) == 1
    assert heard.of("We need time") is heard.of("Talks go on")


def test_quotation_without_a_cue_belongs_to_the_speaker_before(listen: Listen) -> None:
    heard = listen("“The talks failed,” envoy Ana Quispe said.\n\n“Nobody wants another war in the hills.”")
    assert heard.chain("Nobody wants") == heard.chain("The talks failed")


def test_colon_opens_the_quotation_of_the_next_sentence(listen: Listen) -> None:
    heard = listen("Minister Juan Rojas added:\n\n“The army will never leave the capital.”")
    assert heard.chain("The army will")[-1] == "Juan Rojas"


@pytest.mark.parametrize(
    "text",
    ['He praised its "pivotal role”, the envoy said.', "“He left, the envoy said.", '""“”', "‘He left’, said Ana."],
)
def test_unpaired_marks_break_nothing(listen: Listen, text: str) -> None:
    heard = listen(text)
    assert len(heard.testimony.voice_of) == len(heard.tree.words)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("In the words of Ana Rojas, the talks are dead.", "talks are dead", "Ana Rojas"),
        ("In the view of Ana Rojas, the truce has failed.", "truce has failed", "Ana Rojas"),
        ("In Ana Rojas’s opinion, the truce has failed.", "truce has failed", "Ana Rojas’s"),
        ("“The talks are dead,” Ana Rojas shot back.", "talks are dead", "Ana Rojas"),
    ],
)
def test_phrases_and_particles_that_report(listen: Listen, text: str, words: str, source: str) -> None:
    heard = listen(text)
    assert heard.words(heard.of(words).source) == source
    assert heard.chain(words) == ["self", "Ana Rojas"]


def test_a_report_in_an_outlet_comes_through_it(listen: Listen) -> None:
    heard = listen("The border was closed, according to a report in The Lake Times.")
    voices = heard.testimony.voices
    assert [voices[one].kind for one in voices[heard.of("border").voice].chain] == ["self", "outlet", "document"]


@pytest.mark.parametrize(
    "text", ["The envoy took that view of the plan in May.", "The town lies in the view of the hills."]
)
def test_a_view_alone_reports_nothing(listen: Listen, text: str) -> None:
    assert not listen(text).testimony.attributions


def test_contents_nest(listen: Listen) -> None:
    heard = listen("Al Jazeera reported that the minister had said that the rebels were gone.")
    assert heard.chain("the rebels were gone") == ["self", "Al Jazeera", heard.chain("the rebels were gone")[-1]]
    inner = heard.of("the rebels were gone")
    assert inner.inside is not None
    assert heard.words(heard.testimony.attributions[inner.inside].source) == "Al Jazeera"


def test_act_of_speech_stands_in_the_content_outside_it(listen: Listen) -> None:
    heard = listen("A ministry statement said President Rosa Huaman denied that the army had fired.")
    assert heard.chain("denied")[1:] == heard.chain("President Rosa")[1:]
    assert heard.chain("the army had fired")[-1] == "Rosa Huaman"
    assert heard.of("the army had fired").act
    assert heard.of("the army had fired").stance == "denial"


def test_sources_keep_the_outlet_they_told(listen: Listen) -> None:
    text = (
        "Talks stall\n\nAndean Affairs – Agencies\n"
        "Senior Peruvian sources told La República that the talks had stalled. "
        "The sources added that Chile had not answered."
    )
    heard = listen(text)
    chain = heard.chain("the talks had stalled")
    assert chain[:2] == ["self", "La República"]
    assert heard.chain("Chile had not answered") == chain


def test_telling_the_reports_own_outlet_is_no_relay(listen: Listen) -> None:
    heard = listen("Kenyan officials told Reuters that the road was closed.", outlet="Reuters")
    assert len(heard.chain("the road was closed")) == 2


def test_anonymous_sources_come_through_the_credited_outlet(listen: Listen) -> None:
    heard = listen("Sources said that the road was closed by the army.\n\nSource: Sudan Tribune")
    voices = heard.testimony.voices
    assert [voices[one].kind for one in voices[heard.of("the road was closed").voice].chain] == [
        "self",
        "outlet",
        "anonymous",
    ]


RELAYED = ["self", "outlet", "person"]


@pytest.mark.parametrize(
    ("text", "words", "kinds"),
    [
        ("Interfax quoted General Pavel Ivanov as saying that all was calm.", "all was calm", RELAYED),
        ("General Pavel Ivanov was quoted by Interfax as saying that all was calm.", "all was calm", RELAYED),
        (
            "Al Jazeera reported that the bus was hit, citing officials.",
            "the bus was hit",
            ["self", "outlet", "anonymous"],
        ),
        ("A statement said the border was closed.", "the border was closed", ["self", "statement"]),
        ("The rebels are believed to have fled.", "have fled", ["self", "anonymous"]),
        ("The rebels reportedly fled to the hills.", "fled", ["self", "anonymous"]),
        ("A report by the United Nations found that both sides looted.", "both sides looted", ["self", "document"]),
    ],
)
def test_kinds_of_voices(listen: Listen, text: str, words: str, kinds: list[str]) -> None:
    voices = (heard := listen(text)).testimony.voices
    assert [voices[one].kind for one in voices[heard.of(words).voice].chain] == kinds


def test_citation_goes_with_the_cue_before_it(listen: Listen) -> None:
    text = (
        "The talks had ended, Al Jazeera said, citing a statement by the Kenyan presidency. "
        "The army would leave, the statement said."
    )
    heard = listen(text)
    voices = heard.testimony.voices
    assert [voices[one].kind for one in voices[heard.of("The talks had ended").voice].chain] == [
        "self",
        "outlet",
        "statement",
    ]
    assert heard.of("The army would leave").voice == heard.of("The talks had ended").voice


@pytest.mark.parametrize("pronoun", ["he", "she", "they"])
def test_pronoun_inside_a_content_is_its_speaker(listen: Listen, pronoun: str) -> None:
    heard = listen(
        f"President Rosa Huaman met envoys. A U.N. official said {pronoun} hoped the hostages could be freed."
    )
    assert heard.chain("could be freed") == heard.chain(f"{pronoun} hoped")


def test_speaker_is_not_the_one_named_in_the_content(listen: Listen) -> None:
    text = "“Minister Ana Rojas has been seized,” spokesman Juan Mendes said. She was abducted. He said Rojas was well."
    heard = listen(text)
    assert heard.chain("was well") == heard.chain("has been seized")


def test_clause_joined_without_that_is_the_reports_own(listen: Listen) -> None:
    text = "The agency said it was leaving the capital, and U.N. staff fled the country on Saturday."
    assert listen(text).chain("fled") == ["self"]


def test_addition_is_the_speakers(listen: Listen) -> None:
    heard = listen("Minister Ana Rojas said that the rebels had fled, adding that the road was open.")
    assert heard.chain("the road was open") == heard.chain("the rebels had fled")
    assert heard.of("the road was open") is not heard.of("the rebels had fled")


def test_quoted_part_of_an_infinitive_is_not_all_of_it(listen: Listen) -> None:
    heard = listen("Minister Ana Rojas vowed to punish “all those who broke the rules of war”.")
    assert heard.words(heard.of("punish").content).startswith("to punish")


def test_occasion_is_no_part_of_what_is_expressed(listen: Listen) -> None:
    heard = listen("President Rosa Huaman reiterated support for the truce during talks with Chile.")
    assert heard.chain("talks") == ["self"]
    assert heard.chain("truce") != ["self"]


def test_one_voice_for_one_source(listen: Listen) -> None:
    heard = listen("A statement said the border was closed. The road was open, the statement added.")
    assert heard.of("the border was closed").voice == heard.of("The road was open").voice


def test_a_statement_that_a_line_announces_is_its_speakers(listen: Listen) -> None:
    told = "This report shows how they used gas.\n\nWe are appalled by the attacks on Gulu."
    heard = listen(f"Foreign Secretary Ana Osei said:\n\n{told}")
    assert heard.chain("appalled") == heard.chain("used gas")[:2] != ["self"]
    issued = "General Ana Osei issued the following statement today:"
    heard = listen(f"{issued}\n\n“We mourn the loss of Tom Otieno.”\n\n“We will fight on.”\n\nHe died on Sunday.")
    assert heard.chain("mourn") == heard.chain("fight on") != ["self"]
    assert heard.chain("died") == ["self"]


def test_a_line_that_announces_a_list_gives_nobody_the_rest(listen: Listen) -> None:
    heard = listen("Officials said there were three reasons:\n\nThe border was shut.\n\nThe army had left the town.")
    assert heard.chain("army had left") == ["self"]


def test_sources_go_on_telling_within_a_paragraph(listen: Listen) -> None:
    told = "The sources said the visit had gone badly. During the visit, the envoy was warned of the consequences."
    own = "In this light, the visit appears to carry a message."
    heard = listen(f"{told} {own}\n\nThe visit was the second of the year.")
    assert heard.chain("the envoy was warned") == heard.chain("the visit had gone badly")
    assert heard.of("the envoy was warned").cue_word == -1
    assert heard.chain("the visit appears") == ["self"]
    assert heard.chain("The visit was the second") == ["self"]


@pytest.mark.parametrize(
    "text",
    [
        "The road links Lima to the coast.",
        "The minister declined to say whether the army had left.",
        "Libya remains divided between two rival governments.",
        "The firm quoted a price for the boats.",
    ],
)
def test_no_attribution_where_nothing_is_said(listen: Listen, text: str) -> None:
    assert not listen(text).testimony.attributions


# fmt: off
PIECES = (
    "The minister said", "“", "”", '"', "«", "»", "„", "‹", "``", "''", "KERRY:", "Q:", "A:", "\n\nOtieno:",
    "on condition of anonymity",
 "that the army left", "according to", "the sources", "told Reuters", ",", ".",
    "\n\n", "citing Peru", "reportedly", "It also fled", "as saying", "was quoted", "’", "‘", ":", "we", "claimed",
    "the report that he", "???", "علي",
)
# fmt: on


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25))
@example(pieces=["according to", "claimed", "citing Peru"])
def test_testimony_holds_together_for_any_text(listen: Listen, pieces: list[str]) -> None:
    try:
        heard = listen(" ".join(pieces))
    except ReportError:
        return
    testimony, count = heard.testimony, len(heard.tree.words)
    assert len(testimony.voice_of) == count
    for index, voice in enumerate(testimony.voices):
        assert voice.chain[0] == 0
        assert voice.chain[-1] == index
    for one in testimony.attributions:
        assert all(0 <= first < last <= count for first, last in (*one.source, *one.cue, *one.content))
        seen = set()
        while one.inside is not None:
            assert one.inside not in seen
            seen.add(one.inside)
            one = testimony.attributions[one.inside]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Norway plans to reopen its embassy.", "Norway", "to reopen its embassy"),
        ("The envoy urged the rebels to leave.", "The envoy", "the rebels to leave"),
        ("Peru opposes the new dam.", "Peru", "the new dam"),
        ("The new dam was rejected by Peru.", "Peru", "new dam"),
        ("A ban opposed by Norway took effect.", "Norway", "ban"),
        ("The envoy is expected to sign the deal.", "", "to sign the deal"),
        ("Norway’s support for the truce is firm.", "Norway’s", "for the truce"),
        ("The envoy called for the rebels to leave.", "The envoy", "for the rebels to leave"),
        ("The union campaigned against the new dam.", "The union", "against the new dam"),
    ],
)
def test_an_attitude_is_its_holders_but_the_words_stay_the_reports(
    listen: Listen, text: str, source: str, content: str
) -> None:
    heard = listen(text, outlet="Lake Post")
    found = heard.of(content.split()[-1])
    assert (heard.words(found.source), content in heard.words(found.content)) == (source, True)
    assert heard.chain(content.split()[-1]) == ["self"]


def test_an_attitude_within_a_speech_is_inside_it(listen: Listen) -> None:
    heard = listen("The minister said Norway plans to reopen its embassy.")
    (speech, attitude) = heard.testimony.attributions
    assert heard.testimony.attributions[attitude.inside or 0] is speech
    assert attitude.inside == 0


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            "«The vote was a “farce” from the start,» Ana Rojas said. The road is open.",
            "«The vote was a “farce” from the start,»",
        ),
        (
            "“It was a ‘farce’ in Lima,” Ana Rojas said. The road is open.",
            "“It was a ‘farce’ in Lima,”",
        ),
        ("„The vote was a farce,“ Ana Rojas said. The road is open.", "„The vote was a farce"),
        ('“The vote was a "farce" from the start,” Ana Rojas said.', '“The vote was a "farce" from the start,”'),
        ('“The vote was a farce," Ana Rojas said. The road is open.', '“The vote was a farce,"'),
        ('"The vote was a farce", Ana Rojas said. The road is open.', '"The vote was a farce"'),
    ],
)
def test_marks_of_every_kind(listen: Listen, text: str, inside: str) -> None:
    heard = listen(text)
    found = heard.of("farce")
    assert heard.words(found.source) == "Ana Rojas"
    assert heard.words(found.content) == inside


TRANSCRIPT = """Foreign Minister Ana Rojas met reporters on Monday.

QUESTION: Will the truce hold?

MINISTER ROJAS: It will hold. The rebels have left the hills.

QUESTION: Did the army fire first?

MINISTER ROJAS (via interpreter): The army did not fire.
"""


def test_turns_of_a_transcript_are_their_speakers(listen: Listen) -> None:
    heard = listen(TRANSCRIPT)
    assert heard.chain("The rebels have left")[-1] == "Ana Rojas"
    assert heard.chain("The army did not fire") == heard.chain("The rebels have left")
    assert heard.chain("Did the army") == ["self", "anonymous"]
    assert heard.words(heard.of("The army did not").source) == "MINISTER ROJAS"
    assert heard.chain("met reporters") == ["self"]


def test_answers_of_an_interview_are_of_whom_it_is_about(listen: Listen) -> None:
    text = "An interview with President Ana Rojas of Peru.\n\nQ: Will you leave?\n\nA: I will leave in May."
    heard = listen(text + "\n\nThe army will stay out.\n\nQ. And Chile?\n\nA. Chile closed the border.")
    assert heard.chain("I will leave")[-1] == "Ana Rojas"
    assert heard.chain("The army will stay")[-1] == "Ana Rojas"
    assert heard.chain("Chile closed")[-1] == "Ana Rojas"
    assert heard.chain("And Chile") == ["self", "anonymous"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru: Three soldiers were killed on Monday.\n\nThe road was closed.",
        "The plan has three parts: a truce, an exchange and a vote.\n\nThe road was closed.",
        "Three people were killed in Lima on Monday. Read more: the war in the hills.",
    ],
)
def test_a_colon_alone_makes_no_turn(listen: Listen, text: str) -> None:
    assert not listen(text).testimony.attributions


def test_name_before_a_quotation_is_its_speaker(listen: Listen) -> None:
    heard = listen("Ana Rojas: “The army will leave the capital.”\n\nThe road was closed.")
    assert heard.chain("The army will leave") == ["self", "Ana Rojas"]
    assert heard.chain("The road was closed") == ["self"]


@pytest.mark.parametrize(
    ("text", "words", "count", "office", "unnamed"),
    [
        (
            "A senior army officer, who asked not to be named because he feared reprisals, said the town fell.",
            "the town fell", 1, "senior army officer", "who asked not to be named because he feared reprisals",
        ),
        (
            "Two Western diplomats said on condition of anonymity that the talks had failed.",
            "the talks had failed", 2, "Western diplomats", "on condition of anonymity",
        ),
        (
            "“The talks have failed,” said an official, speaking on condition of anonymity because of the rules.",
            "The talks have failed", 1, "official", "speaking on condition of anonymity because of the rules",
        ),
        (
            "Officials said the road was closed. They declined to be identified because they feared reprisals.",
            "the road was closed", None, "Officials", "They declined to be identified because they feared reprisals",
        ),
        ("Several residents said the town had fallen.", "the town had fallen", None, "residents", None),
    ],
)  # fmt: skip
def test_unnamed_voices_are_described(
    listen: Listen, text: str, words: str, count: int | None, office: str, unnamed: str | None
) -> None:
    heard = listen(text)
    voice = heard.testimony.voices[heard.of(words).voice]
    assert (voice.kind, voice.count, voice.office) == ("anonymous", count, office)
    assert (None if voice.unnamed is None else heard.words((voice.unnamed,))) == unnamed


def test_why_a_source_is_unnamed_is_no_part_of_what_it_says(listen: Listen) -> None:
    text = "“The talks have failed,” said an official, speaking on condition of anonymity because of the rules."
    assert listen(text).chain("anonymity") == ["self"]


def test_an_outlet_is_named_only_if_the_text_has_its_name(listen: Listen) -> None:
    for text, named in (
        ("Kenya closed the border, local media reported.", False),
        ("Kenya closed the border, the Lima Times reported.", True),
    ):
        voices = listen(text).testimony.voices
        assert [voice.named for voice in voices if voice.kind == "outlet"] == [named]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("``", "''"), ("``", '"')])
def test_quotations_are_read_alike_whatever_their_marks(listen: Listen, opening: str, closing: str) -> None:
    heard = listen(
        f"{opening}Peru will not leave the camp,{closing} General Otieno said. {opening}It is ours,{closing} he added."
    )
    assert heard.words(heard.of("leave").content) == f"{opening}Peru will not leave the camp,{closing}"
    assert heard.chain("leave") == heard.chain("ours")
    assert "General Otieno" in heard.chain("ours")[-1] or "Otieno" in heard.chain("ours")[-1]
