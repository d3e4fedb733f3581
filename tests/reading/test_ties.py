"""Ties: who leads, belongs to, is kin of, was appointed by, fights, supports or controls whom, and when."""

from __future__ import annotations

import pytest

from dragoman import Reader

# One sentence a line for every kind and construction: sentence | from | kind | to.
TOLD = """
Kenya's Prime Minister Tom Otieno spoke on Monday. | Tom Otieno | leads | Kenya
The Free Lake Front, led by Ana Paz, spoke on Monday. | Ana Paz | leads | Free Lake Front
Ana Paz is the leader of the Free Lake Front. | Ana Paz | leads | Free Lake Front
Tom Otieno became the leader of the Hill Guard. | Tom Otieno | leads | Hill Guard
President Ana Paz appointed Tom Otieno as head of the Hill Guard. | Tom Otieno | leads | Hill Guard
Ana Paz appointed Tom Otieno commander of the Hill Guard. | Tom Otieno | leads | Hill Guard
General Ana Paz, commander, Northern Command, spoke on Monday. | Ana Paz | leads | Northern Command
The Saudi-led coalition met on Monday. | Saudi Arabia | leads | Saudi-led coalition
The Hill Guard fights under the command of Tom Otieno. | Tom Otieno | leads | Hill Guard
The Paz administration met on Monday. | Paz | leads | Paz administration
Ana Paz, a member of the Free Lake Front, spoke on Monday. | Ana Paz | member of | Free Lake Front
The Free Lake Front, which includes the Hill Guard, spoke. | Hill Guard | member of | Free Lake Front
The Lake Alliance, including Norway and Peru, met. | Peru | member of | Lake Alliance
The Hill Guard, a branch of the Free Lake Front, spoke. | Hill Guard | member of | Free Lake Front
Tom Otieno, who is a member of the Lake Party, left. | Tom Otieno | member of | Lake Party
The Hill Guard belongs to the Free Lake Front. | Hill Guard | member of | Free Lake Front
The Hill Guard is affiliated with the Free Lake Front. | Hill Guard | member of | Free Lake Front
Two soldiers from the Hill Guard left. | two soldiers from the Hill Guard | member of | Hill Guard
Norwegian soldiers, deployed from the Hill Guard, arrived. | Norwegian soldiers | member of | Hill Guard
Tom Otieno was a commander in the Hill Guard. | Tom Otieno | member of | Hill Guard
General Tom Otieno arrived with his son Ben Otieno. | Ben Otieno | kin of | Tom Otieno
Ana Paz, spokeswoman for the Hill Guard, spoke. | Ana Paz | represents | Hill Guard
Ana Paz, a lawyer for Tom Otieno, spoke. | Ana Paz | represents | Tom Otieno
Ana Paz represents the Lake Party. | Ana Paz | represents | Lake Party
Rebels loyal to General Tom Otieno left. | rebels | allied with | Tom Otieno
Norway's ally Peru spoke. | Peru | allied with | Norway
Norway and Sweden are allies. | Norway | allied with | Sweden
The alliance between Norway and Peru holds. | Norway | allied with | Peru
The Free Lake Front pledged allegiance to the Hill Guard. | Free Lake Front | allied with | Hill Guard
Rivals Norway and Peru met. | Norway | rival of | Peru
Peru, Norway's main rival, spoke. | Peru | rival of | Norway
Ana Paz, a Free Lake Front fighter, spoke. | Ana Paz | member of | Free Lake Front
Ana Paz, a Free Lake Front commander in Gulu, spoke. | Ana Paz | member of | Free Lake Front
Ana Paz, the Free Lake Front leader in Kenya, spoke. | Ana Paz | leads | Free Lake Front
General Ana Paz, commander, Combined Joint Northern Command, spoke. | Ana Paz | leads | Combined Joint Northern Command
The Northern Command’s commanding general, Ana Paz, spoke. | Ana Paz | leads | Northern Command
The Lake Alliance, made up in part by the Hill Guard, spoke. | Hill Guard | member of | Lake Alliance
The Lake Coalition to Counter the Hill Guard met. | Lake Coalition | fights | Hill Guard
The fall of Mosul to the Hill Guard surprised Kenya. | Hill Guard | controls | Mosul
The city of Mosul was taken by the Hill Guard. | Hill Guard | controls | Mosul
The army retook Mosul from Hill Guard control. | Hill Guard | controls | Mosul
Peru's ambassador in Chile spoke. | Peru's ambassador in Chile | represents | Peru
The Free Lake Front is fighting the Hill Guard. | Free Lake Front | fights | Hill Guard
Norway launched strikes against the Hill Guard. | Norway | fights | Hill Guard
The Hill Guard is at war with Norway. | Hill Guard | fights | Norway
Fighting between the Hill Guard and the Lake Front continued. | Hill Guard | fights | Lake Front
The Hill Guard is committed to defeating the Lake Front. | Hill Guard | fights | Lake Front
He added, “As you know, the Guard remains committed to carrying out attacks against Peru.” | Guard | fights | Peru
Coalition efforts to defeat the Lake Front continue. | Coalition | fights | Lake Front
Norway backs the Hill Guard in its fight against the Lake Front. | Hill Guard | fights | Lake Front
Ana Paz reiterated support for Norway in the fight against the Lake Front. | Norway | fights | Lake Front
Norway supports the Free Lake Front. | Norway | supports | Free Lake Front
The Lake Front, an Iran-backed militia, spoke. | Iran | supports | Lake Front
The U.S.-backed Hill Guard spoke. | United States | supports | U.S.-backed Hill Guard
Pro-Russian separatists left. | pro-Russian separatists | supports | Russia
Tom Otieno, appointed by the Lake Party, spoke. | Tom Otieno | appointed by | Lake Party
Tom Otieno was named head of the Hill Guard by Ana Paz. | Tom Otieno | appointed by | Ana Paz
Ana Paz's appointment of Tom Otieno angered Peru. | Tom Otieno | appointed by | Ana Paz
The Free Lake Front controls Norway. | Free Lake Front | controls | Norway
The Free Lake Front holds the town of Kyiv. | Free Lake Front | controls | Kyiv
The rebels took control of Aleppo. | rebels | controls | Aleppo
Kyiv is the largest city controlled by the Hill Guard. | Hill Guard | controls | Kyiv
The rebel-held city of Kyiv was shelled. | rebels | controls | Kyiv
The city of Kyiv is under the control of the Hill Guard. | Hill Guard | controls | Kyiv
Kyiv is now under rebel control. | rebels | controls | Kyiv
The campaign to liberate Aleppo from the Hill Guard began. | Hill Guard | controls | Aleppo
The Lake Front retook the village of Aleppo from the Hill Guard. | Lake Front | fights | Hill Guard
The Lake Front attempted to seize the Mercy Hospital from the Hill Guard. | Lake Front | fights | Hill Guard
Peru lost control of Aleppo to the Hill Guard. | Hill Guard | controls | Aleppo
Norway is helping Peru fight the Hill Guard. | Norway | fights | Hill Guard
Norway works with Peru to defeat the Hill Guard. | Peru | fights | Hill Guard
Norway is fighting as part of the Lake Coalition to defeat the Hill Guard. | Lake Coalition | fights | Hill Guard
Clashes between the Hill Guard and the Lake Front went on. | Hill Guard | fights | Lake Front
The Hill Guard clashed with the Lake Front near Kyiv. | Hill Guard | fights | Lake Front
Norway and Peru have fought two wars. | Norway | fights | Peru
The Hill Guard has vowed to crush the Lake Front. | Hill Guard | fights | Lake Front
The Hill Guard wants to overthrow President Ana Paz. | Hill Guard | rival of | Ana Paz
Ana Paz founded the Hill Guard in 1999. | Ana Paz | leads | Hill Guard
The mayor oversees the Lake Committee, which is overseen by Ana Paz. | Ana Paz | leads | Lake Committee
A warlord controlling parts of northern Chad spoke. | warlord | controls | parts of northern Chad
The government of Ana Paz fell in May. | Ana Paz | leads | government of Ana Paz
The forces of Ana Paz took Kyiv. | Ana Paz | leads | forces of Ana Paz
The council named Tom Otieno, head of a transitional government. | Tom Otieno | leads | transitional government
Thousands marched for Peru's ousted leader Ana Paz. | Ana Paz | leads | Peru
The Lake Alliance, made up of Norway and Peru, met. | Peru | member of | Lake Alliance
The Lake Alliance consists of the Hill Guard and the Reed Party. | Reed Party | member of | Lake Alliance
The Hill Guard forms the backbone of the Lake Alliance. | Hill Guard | member of | Lake Alliance
The Hill Guard's Northern Brigade withdrew. | Northern Brigade | member of | Hill Guard
The Office of Archives at the Ministry of Culture closed. | Office of Archives | member of | Ministry of Culture
Tom Otieno defected from the Lake Party to the Reed Party. | Tom Otieno | member of | Lake Party
Tom Otieno defected from the Lake Party to the Reed Party. | Tom Otieno | member of | Reed Party
Tom Otieno was expelled from the Lake Party. | Tom Otieno | member of | Lake Party
Ana Paz, who works for the Lake Committee, left. | Ana Paz | member of | Lake Committee
Ana Paz, a top Hill Guard commander, left. | Ana Paz | member of | Hill Guard
Peru, a Norwegian ally, spoke. | Peru | allied with | Norway
The Hill Guard, which is linked to the Lake Front, spoke. | Hill Guard | allied with | Lake Front
"""

NONE_TOLD = """
The Lake Alliance's foreign policy chief, Ana Paz, spoke. | leads
The governor of Peru's Cusco region spoke. | leads
Ana Paz, a Free Lake Front fighter, spoke. | leads
Tom Otieno welcomed the liberation of Mosul. | controls
The ministers of Peru and Chile discussed the campaign to liberate Mosul from the Hill Guard. | fights
Kenya works with other partners, including Norway. | member of
Tom Otieno met students of Makerere University and officials of the Lake Front. | leads
Tom Otieno met a number of ministers and senior officials. | member of
Tom Otieno is not an ally of Norway. | allied with
Tom Otieno could become the leader of the Hill Guard. | leads
Tom Otieno wants to lead the Hill Guard. | leads
Norway did not launch strikes against the Hill Guard. | fights
If Norway joins the Lake Alliance, Peru will leave. | member of
Norway holds Peru responsible for the raid. | controls
Norway holds talks with Peru. | controls
Norway's ambassador to Peru, Ana Paz, met her Peruvian counterpart. | leads
Foreign Secretary Ana Paz spoke. | member of
Victims of the Hill Guard marched. | member of
Tom Otieno was a commander in the Hill Guard. | leads
The soldiers, together with our allies, attacked the camp. | member of
Their supporters marched in Kyiv. | supports
Norway left Peru out of the talks. | member of
The rebels failed to take control of Aleppo. | controls
The trouble she has in controlling Aleppo is well known. | controls
The rebels captured two soldiers. | controls
The Hill Guard was near parts of northern Peru. | member of
The Hill Guard camps close to the border with Peru. | allied with
A source close to the presidency spoke. | allied with
Soldiers fought with artillery and rocket launchers for hours. | fights
Hundreds of supporters clashed with police. | fights
Norway founded the Lake League with Peru. | leads
Norway opposes Peru's influence in the Lake League. | fights
Police seized drugs from smugglers. | fights
The Lake League's envoy for Peru, Ana Paz, spoke. | leads
"""


def lines(table: str) -> list[list[str]]:
    """The rows of a table."""
    return [[field.strip() for field in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "source", "kind", "target"), lines(TOLD))
def test_a_tie_is_read(reader: Reader, sentence: str, source: str, kind: str, target: str) -> None:
    record = reader.read(sentence)
    name = {actor.id: actor.name for actor in record.actors}
    assert (source, kind, target) in [(name[found.from_], found.kind, name[found.to]) for found in record.ties]


def test_who_is_pressed_to_halt_support_gave_it(reader: Reader) -> None:
    record = reader.read("Lima Pressures Omar Kony to Halt Support for Chadian Militias")
    names = {actor.id: actor.name for actor in record.actors}
    assert [(names[tie.from_], tie.kind) for tie in record.ties] == [("Omar Kony", "supports")]


@pytest.mark.parametrize(("sentence", "kind"), lines(NONE_TOLD))
def test_what_only_looks_like_a_tie_is_none(reader: Reader, sentence: str, kind: str) -> None:
    assert kind not in {tie.kind for tie in reader.read(sentence).ties}


def test_a_counted_group_holds_no_more_than_its_number(reader: Reader) -> None:
    record = reader.read("Rebels seized two workers of the Lake Committee, including a Norwegian, and five guards.")
    names = {actor.id: actor.name for actor in record.actors}
    assert "five guards" not in {names[tie.from_] for tie in record.ties if tie.kind == "member of"}


def test_an_envoy_for_a_country_is_sent_there(reader: Reader) -> None:
    record = reader.read("The U.N. envoy for Yemen, Ana Paz, met the spokesman for Peru, Tom Otieno.")
    names = {actor.id: actor.name for actor in record.actors}
    told = {(names[tie.from_], names[tie.to]) for tie in record.ties if tie.kind == "represents"}
    assert told == {("Ana Paz", "U.N."), ("Tom Otieno", "Peru")}


def test_half_of_an_office_is_no_body(reader: Reader) -> None:
    record = reader.read("Foreign Secretary Ada Bolt met Defense Secretary Mark Cole. She met Home Secretary Jo Reed.")
    assert {actor.kind for actor in record.actors} == {"person"}
    assert {role.of for actor in record.actors for role in actor.roles} == {None}
    record = reader.read("Foreign Secretary Ada Bolt joined Norwegian Secretary of State Mark Cole for talks in Lima.")
    assert "organization" not in {actor.kind for actor in record.actors}
    record = reader.read("Ada Bolt met Party Secretary Lin Tao.")
    assert {role.of for actor in record.actors for role in actor.roles} == {"Party"}


def test_people_are_no_members_of_people(reader: Reader) -> None:
    assert not reader.read("Police wounded ten civilians, including children.").ties


def test_a_deputy_does_not_lead(reader: Reader) -> None:
    record = reader.read("Tom Otieno, deputy head of Kenya's National Security Bureau, spoke on Monday.")
    assert "leads" not in {tie.kind for tie in record.ties}


def test_the_head_of_a_service_does_not_lead_the_country(reader: Reader) -> None:
    record = reader.read("Egypt spoke. Egyptian intelligence chief Hassan Rashad visited Egypt on Monday.")
    assert "leads" not in {tie.kind for tie in record.ties}


def test_an_ambassador_does_not_represent_where_he_is_sent(reader: Reader) -> None:
    record = reader.read("Norway's ambassador to Peru, Ana Paz, spoke.")
    name = {actor.id: actor.name for actor in record.actors}
    assert {(tie.kind, name[tie.to]) for tie in record.ties} == {("represents", "Norway")}


@pytest.mark.parametrize(
    ("sentence", "value", "start", "end"),
    [
        ("Tom Otieno has led the Lake Front since 2014.", "2014", "2014-01-01", None),
        ("Tom Otieno led the Lake Front until 2019.", "2019", None, "2019-12-31"),
        ("Tom Otieno, the former head of the Lake Front, spoke.", "PAST_REF", None, None),
        ("Tom Otieno used to lead the Lake Front.", "PAST_REF", None, None),
        ("Tom Otieno became the leader of the Lake Front in 2019.", "2019", "2019-01-01", None),
        ("Tom Otieno quit the Lake Front in 2019.", "2019", None, "2019-12-31"),
        ("The Lake Front captured the city of Kyiv in June 2014.", "2014-06", "2014-06-01", None),
        ("The Lake Front lost control of Aleppo.", "PAST_REF", None, None),
    ],
)
def test_a_tie_has_the_time_it_held(reader: Reader, sentence: str, value: str, start: str | None, end: str) -> None:
    (tie,) = reader.read(sentence).ties
    assert tie.time is not None
    assert (tie.time.value, tie.time.from_, tie.time.to) == (value, start, end)


def test_a_tie_that_holds_has_no_time_of_its_own(reader: Reader) -> None:
    (tie,) = reader.read(
        "The Lake Front controls the city of Kyiv, Tom Otieno said on Monday.", published="2020-03-03"
    ).ties
    assert tie.time is None


def test_a_tie_has_the_voice_that_tells_it(reader: Reader) -> None:
    record = reader.read("Ana Paz said the Lake Front is backed by Norway. Peru denied that it backs the Hill Guard.")
    name = {voice.id: voice.actor for voice in record.voices}
    paz = next(actor.id for actor in record.actors if actor.name == "Ana Paz")
    assert [name[voice] for voice in record.ties[0].voice] == [None, paz]


def test_fighting_told_twice_is_a_tie_and_told_once_is_none(reader: Reader) -> None:
    once = "The Hill Guard attacked the Lake Front on Monday."
    assert reader.read(once).ties == ()
    (tie,) = reader.read(f"{once} The next day the Lake Front shelled the Hill Guard.").ties
    assert tie.kind == "fights"


def test_a_place_that_is_held_is_an_actor_of_its_own(reader: Reader) -> None:
    record = reader.read("The Hill Guard seized the city of Kyiv. It also seized Aleppo. Shops in Kyiv were closed.")
    places = {actor.name: actor.id for actor in record.actors if actor.kind == "place"}
    assert set(places) == {"Kyiv", "Aleppo"}
    assert len([mention for mention in record.mentions if mention.actor == places["Kyiv"]]) == 2


def test_we_of_one_speaker_holds_no_tie_of_his(reader: Reader) -> None:
    record = reader.read("“We will defeat the Hill Guard,” General Tom Otieno said.")
    assert record.ties == ()


def test_the_sides_of_one_group_are_no_members_of_one_another(reader: Reader) -> None:
    assert not reader.read("Hundreds of Kenyan and Ugandan troops entered Goma.").ties


def test_a_minister_does_not_lead_his_government_and_a_general_leads_his_troops(reader: Reader) -> None:
    record = reader.read("Chad's foreign minister said his government would not attend.")
    assert all(tie.kind != "leads" for tie in record.ties)
    record = reader.read("General Barasa sent his forces to Kiru.")
    assert [tie.kind for tie in record.ties] == ["leads"]


def test_nobody_belongs_to_a_number_of_people(reader: Reader) -> None:
    record = reader.read("The Lake Front left five officers in the village.")
    assert not [tie for tie in record.ties if tie.kind == "member of"]


def test_who_opposes_a_plan_is_no_rival_and_a_war_kept_out_of_is_none(reader: Reader) -> None:
    assert not reader.read("Laos firmly opposed a new Thai arms sale to Nepal.").ties
    assert not reader.read("Peru would not be drawn into a conflict between Chad and Sudan.").ties
    assert [tie.kind for tie in reader.read("The war between Chad and Sudan killed thousands.").ties] == ["fights"]
