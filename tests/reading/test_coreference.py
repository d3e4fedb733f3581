"""Coreference: which mentions of a report are one actor, and which must not be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import sides_of

if TYPE_CHECKING:
    from dragoman import Reader
    from tests.reading.conftest import Casting

ReadCast = Callable[[str], "Casting"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("President Yoweri Museveni arrived. Museveni smiled.", ["President Yoweri Museveni", "Museveni"]),
        ("President Abdel Fattah el-Sissi spoke. Sisi left.", ["President Abdel Fattah el-Sissi", "Sisi"]),
        ("The Lake Defence Brigades (LDB) fled. The LDB lost.", ["The Lake Defence Brigades", "LDB", "The LDB"]),
        ("Moses Okello, known as “Simba,” fled. Simba hid.", ["Moses Okello", "Simba"]),
        ("His deputy, Moses Okello, left. Okello was angry.", ["His deputy", "Moses Okello", "Okello"]),
        (
            "Kenyan President William Ruto spoke. The Kenyan president left.",
            ["Kenyan President William Ruto", "The Kenyan president"],
        ),
        (
            "The Ministry of Foreign Affairs protested. The ministry gave no reason.",
            ["The Ministry of Foreign Affairs", "The ministry"],
        ),
        ("Hezbollah fired rockets. The militia denied it.", ["Hezbollah", "The militia"]),
        ("The Lake militia left. The base was empty, the paramilitary said.", ["The Lake militia", "the paramilitary"]),
        ("Nairobi agreed. The Kenyan government signed. Kenya paid.", ["Nairobi", "The Kenyan government", "Kenya"]),
        ("Senior officials said no. The officials left.", ["Senior officials", "The officials"]),
        ("A presidential statement said so. The statement added more.", ["A presidential statement", "The statement"]),
        ("A presidential statement came. No, the presidency said.", ["A presidential statement", "the presidency"]),
        (
            "Pakistan Tehreek-e-Insaf (PTI) protested. Police raided the PTI.",
            ["Pakistan Tehreek-e-Insaf", "PTI", "the PTI"],
        ),
        (
            "Rebels of the Front for Change and Concord attacked an army base.",
            ["Rebels of the Front for Change", "the Front for Change and Concord"],
        ),
        (
            "Rebels seized four observers. The captors belong to a group led by Rizvon Sadirov.",
            ["Rebels", "The captors", "a group"],
        ),
        ("Rebels seized two reporters. The reporters named their captors.", ["Rebels", "their captors"]),
        ("Bakhron Sadirov refused. Later Bakhrom agreed.", ["Bakhron Sadirov", "Bakhrom"]),
        ("Dragan Djilas refused. Đilas said no.", ["Dragan Djilas", "Đilas"]),
        ("President Josphat wa Njorroge left. Njoroge said no.", ["President Josphat wa Njorroge", "Njoroge"]),
        ("Peruvian police fired tear gas. The police said so.", ["Peruvian police", "The police"]),
    ],
)  # fmt: skip
def test_names_titles_and_nouns_of_one_actor_are_joined(read_cast: ReadCast, text: str, mentions: list[str]) -> None:
    assert read_cast(text).same(*mentions)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Mukasa came with his sons Brian and Moses. Major General Brian Kiptoo met him.",
            "Brian", "Major General Brian Kiptoo",
        ),
        ("Maria Lopez and her brother Juan Lopez fled. Lopez wept.", "Maria Lopez", "her brother Juan Lopez"),
        ("Kenya protested. Kenyan sources said it was late.", "Kenya", "Kenyan sources"),
        ("The Kenyan army and the Ugandan army fought.", "The Kenyan army", "the Ugandan army"),
        ("The defence minister left. The foreign minister stayed.", "The defence minister", "The foreign minister"),
        ("President Ruto left. A presidential statement followed.", "President Ruto", "A presidential statement"),
        ("Gunmen killed 40 rebels. The gunmen fled.", "The gunmen", "40 rebels"),
        ("The Ministry of Trade and Industry met Peru and Chile.", "Peru", "Chile"),
        ("The Ministry of Interior and Hamas agreed.", "The Ministry of Interior", "Hamas"),
        (
            "The National Liberation Army left the talks. The army said it was ready.",
            "The National Liberation Army", "The army",
        ),
        (
            "The coalition forces attacked a camp. The leader of anti-coalition forces fled.",
            "The coalition forces", "anti-coalition forces",
        ),
    ],
)  # fmt: skip
def test_different_actors_stay_apart(read_cast: ReadCast, text: str, one: str, other: str) -> None:
    assert not read_cast(text).same(one, other)


@pytest.mark.parametrize(
    ("text", "pronoun", "antecedent"),
    [
        ("William Ruto met Angela Merkel. She thanked him.", "She", "Angela Merkel"),
        ("William Ruto met Angela Merkel. She thanked him.", "him", "William Ruto"),
        ("Ruto told the general that he trusted his army.", "his", "Ruto"),
        ("Two officials spoke to the paper. They asked for calm.", "They", "Two officials"),
        ("Kampala said its army had won.", "its", "Kampala"),
        ("The general, who leads the army, resigned.", "who", "The general"),
        ("“We will fight,” said General Moses Okello.", "We", "General Moses Okello"),
        (
            "Police arrested 100 supporters of Imran Khan after they clashed with security forces.",
            "they",
            "100 supporters of Imran Khan",
        ),
        (
            "Chad denied the charge. A shell hit a market, according to the Peace Institute. It blamed the army.",
            "It",
            "the Peace Institute",
        ),
        ("The army arrested 100 activists after they protested in Yangon.", "they", "100 activists"),
        (
            "General Moses Okello said he was ready. Kampala summoned the envoy, Peter Ruto, and handed him a note.",
            "him",
            "Peter Ruto",
        ),
        ("Norway urged Uganda to halt its support for M23.", "its", "Uganda"),
        ("Norway asked Uganda to back its bid.", "its", "Norway"),
    ],
)
def test_a_pronoun_means_who_it_can_mean(read_cast: ReadCast, text: str, pronoun: str, antecedent: str) -> None:
    assert read_cast(text).same(pronoun, antecedent)


def test_it_may_mean_an_event_and_then_no_actor(read_cast: ReadCast) -> None:
    casting = read_cast(
        "The visit of the Kenyan delegation was short. The visit was not planned. It also coincided with a strike."
    )
    assert casting.actor("the Kenyan delegation").mentions == [
        casting.cast.at[casting.mention("the Kenyan delegation").head]
    ]


def test_both_sides_are_an_actor_with_two_members(read_cast: ReadCast) -> None:
    casting = read_cast("William Ruto and Yoweri Museveni met in Kisumu. Both sides agreed to reopen the border.")
    both = casting.actor("Both sides")
    assert both.kind == "other"
    assert [casting.cast.actors[member].name for member in both.members] == ["William Ruto", "Yoweri Museveni"]


@pytest.mark.parametrize(
    ("text", "both", "members"),
    [
        (
            "Ethiopia and Eritrea exchanged fire on Tuesday. Kenya and Uganda called for calm. The two sides blamed "
            "each other.",
            "The two sides",
            ["Ethiopia", "Eritrea"],
        ),
        (
            "Talks between the government of Ruritania and the Northern Front resumed, Switzerland said. Both sides "
            "accused each other of violating the truce.",
            "Both sides",
            ["government of Ruritania", "Northern Front"],
        ),
    ],
)
def test_both_sides_are_those_who_face_one_another(
    read_cast: ReadCast, text: str, both: str, members: list[str]
) -> None:
    casting = read_cast(text)
    assert [casting.cast.actors[index].name for index in casting.actor(both).members] == members


def test_a_first_person_in_a_transcript_is_who_has_the_word(read_cast: ReadCast) -> None:
    casting = read_cast(
        "Foreign Secretary Jane Osei spoke to reporters.\n\nQUESTION: Did you see the Russian president?\n\n"
        "OSEI: I will meet him. We condemn the attack.\n\nQUESTION: I heard that he left.\n\nOSEI: We do not know."
    )
    assert casting.same("Foreign Secretary Jane Osei", "OSEI", "We")
    assert casting.same("the Russian president", "him")
    first, second = casting.mention("I"), casting.actor("Foreign Secretary Jane Osei")
    assert first.actor is not None
    assert casting.cast.actors[first.actor] is second


def test_who_urges_both_sides_is_none_of_them(read_cast: ReadCast) -> None:
    casting = read_cast(
        "Sudan's army said it had retaken the palace from the Rapid Support Forces. The Rapid Support Forces denied "
        "it. U.S. Secretary of State Marco Rubio urged both sides to talk."
    )
    members = {casting.cast.actors[index].name for index in casting.actor("both sides").members}
    assert members == {"Sudan's army", "Rapid Support Forces"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels of the Front for Change and Concord attacked an army base.", "Front for Change and Concord"),
        ("The Committee to Protect Journalists condemned it.", "Committee to Protect Journalists"),
        ("The Ministry of Trade and Industry met Peru and Chile.", "Ministry of Trade and Industry"),
        ("The Attorney General's Office in Bogota said no.", "Attorney General's Office"),
        ("The International Committee for the Red Cross left.", "International Committee for the Red Cross"),
    ],
)
def test_a_long_name_is_one_actor(read_cast: ReadCast, text: str, name: str) -> None:
    assert name in {actor.name for actor in read_cast(text).cast.actors}


def test_his_country_is_the_country_of_the_person(read_cast: ReadCast) -> None:
    casting = read_cast("Kenyan President William Ruto visited Uganda. Ruto said his country would help.")
    assert casting.actor("his country").country == "KEN"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Jihadists overran a base. France withdrew its forces.", "Jihadists", "its forces"),
        ("France withdrew its forces. Residents said the attackers fled.", "its forces", "the attackers"),
    ],
)
def test_a_countrys_forces_are_no_gunmen(read_cast: ReadCast, text: str, one: str, other: str) -> None:
    assert not read_cast(text).same(one, other)


def test_a_generic_noun_is_not_the_subject_it_works_with(read_cast: ReadCast) -> None:
    casting = read_cast("Norway is working as part of the coalition to defeat the Blue Front.")
    assert not casting.same("Norway", "the coalition")


def test_the_two_men_are_the_two_told_of_as_such(read_cast: ReadCast) -> None:
    told = "Laos ordered two Nepalese diplomats to leave. Minister Rosa Diaz met Ambassador Lars Lund. "
    casting = read_cast(f"{told}Prosecutors said the two men had paid a clerk.")
    assert casting.same("two Nepalese diplomats", "the two men")
    casting = read_cast("Two guards fled. Luis Paz met Juan Soto in Oslo. The two men agreed to a truce.")
    assert not casting.same("Two guards", "The two men")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Lake Liberation Front (LLF) rebels signed. The rebels left in May.", "LLF", "The rebels"),
        ("LLF says no. Rebels of the Front for Justice and Reform (FJR) fled. The FJR lost.", "The FJR", "FJR"),
    ],
)
def test_fighters_are_their_groups(read_cast: ReadCast, text: str, one: str, other: str) -> None:
    assert read_cast(text).same(one, other)


def test_an_army_that_begins_a_sentence_is_no_name(reader: Reader) -> None:
    record = reader.read("The army shelled a market. Army spokesman Luis Paz said troops had left.")
    assert [actor.name.lower() for actor in record.actors].count("army") == 1


def test_gunmen_are_gunmen_told_of_before_rather_than_a_firm(read_cast: ReadCast) -> None:
    casting = read_cast(
        "Pirates boarded a tanker. It was attacked by armed men, Lima-based Neptune Shipping said. "
        "The gunmen opened fire on the bridge."
    )
    assert not casting.same("Lima-based Neptune Shipping", "The gunmen")


def test_a_headlines_number_is_the_texts(reader: Reader) -> None:
    text = "Six civilians killed\n\nKABUL, Sept 8 (AFP) - Shells killed six Afghan civilians, police said."
    record = reader.read(text)
    assert len([actor for actor in record.actors if "civilians" in actor.name]) == 1


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            '"Our forces entered the town," army spokesman Pedro Ruiz said. A nurse said the fighters were there.',
            "Our forces",
            "the fighters",
        ),
        ("The army said it had retaken the town from the Lake Front. The group denied it.", "The army", "The group"),
    ],
)
def test_an_army_is_no_band(read_cast: ReadCast, text: str, one: str, other: str) -> None:
    assert not read_cast(text).same(one, other)


def test_both_camps_are_the_two_told_of(reader: Reader) -> None:
    record = reader.read("Chad and Niger held talks in Oslo. France urged both camps to show restraint.")
    names = {actor.id: actor.name for actor in record.actors}
    assert {names[key] for key in record.events[-1].recipients} == {"Chad", "Niger"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ('"Our forces won," army spokesman Nabil Ali said. The army left Kiru.', "army"),
        ('"Our fighters hold the town," Lake Front spokesman Ali Musa said. The Lake Front left.', "Lake Front"),
    ],
)
def test_our_forces_are_those_the_speaker_serves(reader: Reader, text: str, body: str) -> None:
    record = reader.read(text)
    own = next(mention for mention in record.mentions if mention.start == 1)
    assert next(actor.name for actor in record.actors if actor.id == own.actor) == body


def test_where_a_mission_is_may_be_one_of_both_sides(reader: Reader) -> None:
    record = reader.read(
        "Chad's army and the Lake Front traded fire on Monday near Bol.\n\n"
        "Residents fled across the border into Niger, aid workers said.\n\n"
        "The Lake Front said its men had only answered fire. Its leader accused Chad of breaking the truce.\n\n"
        "A hospital in Bol treated thirty people.\n\n"
        "The United Nations mission in Chad urged both parties to stop. Niger offered to mediate."
    )
    names = {actor.id: actor.name for actor in record.actors}
    (urged,) = (event for event in record.events if event.type == "REQUEST")
    assert {names[actor] for actor in urged.recipients} == {"Chad", "Lake Front"}


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Omar Diarra and Ali Keita fled. They accused Mali.", "ACCUSE", (["Omar Diarra", "Ali Keita"], ["Mali"])),
        ("Police held Ana Rey and Eva Paz, accusing them of theft.", "ACCUSE", (["police"], ["Ana Rey", "Eva Paz"])),
        ("Kenya, Uganda and Rwanda met. They condemned Mali.", "ACCUSE", (["Kenya", "Uganda", "Rwanda"], ["Mali"])),
        ("Rebels seized a cook and a nurse. They later attacked the army.", "ASSAULT", (["rebels"], ["army"])),
        ("Rebels holding ten men, including a cook and a nurse, freed them.", "RETREAT", (["rebels"], ["ten men"])),
    ],
)
def test_they_are_those_named_together(
    reader: Reader, text: str, event: str, sides: tuple[list[str], list[str]]
) -> None:
    assert sides in sides_of(reader.read(text), event)


def test_a_group_that_only_a_pronoun_tells_of_is_named_by_its_members(reader: Reader) -> None:
    record = reader.read("Omar Diarra and Ali Keita fled. They accused the junta of torture.")
    assert "Omar Diarra and Ali Keita" in {actor.name for actor in record.actors if actor.members}


def test_who_speaks_in_an_announced_statement_is_its_first_person(read_cast: ReadCast) -> None:
    text = (
        "General Ana Osei issued this statement:\n\n“Major Tom Otieno died. We mourn him. He was helping our allies.”"
    )
    cast = read_cast(text)
    assert cast.same("We", "General Ana Osei")
    assert cast.same("our", "General Ana Osei")
