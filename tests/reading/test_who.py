"""Who did it and to whom, where a word near a name says that another is meant, or nobody."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader
from tests.reading.codings import sides_of, told

Sides = tuple[list[str] | None, list[str] | None]


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Denmark is opposed to German mediation.", "REJECT", (["Denmark"], ["Germany"])),
        ("The plan was opposed by France.", "REJECT", (["France"], None)),
        ("Serb forces were engaged in shelling Bosnian towns.", "ASSAULT", (["Serb forces"], None)),
        ("Ethiopian troops were involved in clashes with Eritrean soldiers.", "ASSAULT", (["Ethiopian troops"], None)),
        ("Peru's president met Chad's visiting King Omar in Lima.", "CONSULT", (["Peru's president"], ["Omar"])),
        ("Al-Qaeda-linked rebels captured a town in Yemen.", "ASSAULT", (["Al-Qaeda-linked rebels"], None)),
        ("Houthi rebels captured a town in Yemen.", "ASSAULT", (["Houthi"], None)),
        ("Troops attacked Cambodian rebel camps.", "ASSAULT", (["troops"], ["Cambodian rebels"])),
        ("Troops shelled Kurdish guerrilla camps.", "ASSAULT", (["troops"], ["Kurdish guerrillas"])),
        ("Serbia shelled Albanian rebel-held territory.", "ASSAULT", (["Serbia"], ["Albanian rebels"])),
        ("Israel shelled Lebanese villages.", "ASSAULT", (["Israel"], ["people of Lebanon"])),
        ("Two civilians were wounded in an exchange of fire with the army.", "ASSAULT", (["army"], ["two civilians"])),
        ("Crowds rallied against a government decision to suspend talks.", "SANCTION", (["government"], [])),
        ("A rebel attempt to seize the town failed.", "ASSAULT", (["rebels"], None)),
        ("Sweden will phase out aid to Mali.", "SANCTION", (["Sweden"], ["Mali"])),
        ("Hezbollah answered with dozens of rockets at Israel.", "ASSAULT", (["Hezbollah"], ["Israel"])),
        ("A Turkish court acquitted 18 Kurdish men of charges.", "CONCEDE", (["Turkish court"], ["18 Kurdish men"])),
        ("Rebels freed six officials whom they had kidnapped.", "ASSAULT", (["rebels"], ["six officials"])),
        ("Iran vowed to retaliate and summoned the Dutch ambassador.", "ACCUSE", (["Iran"], ["Dutch ambassador"])),
        ("The governor of Tillaberi, who ordered a curfew, left.", "COERCE", (["governor of Tillaberi"], [])),
        ("The White House welcomed the truce.", "SUPPORT", (["United States"], [])),
        ("Mexico offered Rojas asylum, and Peru expelled its ambassador.", "SANCTION", (["Peru"], ["ambassador"])),
        ("The court issued a warrant for Rojas, accusing him of theft.", "ACCUSE", (["court"], ["Rojas"])),
        ("Libya said the shelling came from positions held by the army.", "ASSAULT", (["army"], [])),
        (
            "Chadian troops and rebels blamed each other for a raid on a camp.",
            "ACCUSE",
            (["Chadian troops", "rebels"], None),
        ),
        ("Prosecutors raided the tribunal. Chad condemned the raids.", "ACCUSE", (["Chad"], ["prosecutors"])),
        ("The United Arab Emirates is arming the Rapid Support Forces.", "AID", (None, ["Rapid Support Forces"])),
        ("Congress removed the attorney general.", "SANCTION", (["Congress"], ["attorney general"])),
        ("Rojas was expelled by Peru, claiming Chile had attacked her.", "ACCUSE", (["Rojas"], ["Chile"])),
        ("Tanks shelled the town of Jenin.", "ASSAULT", (["tanks"], ["people of Jenin"])),
        ("The town of Jenin was shelled.", "ASSAULT", ([], ["people of Jenin"])),
        ("Norway defeated the Islamic State in Mali.", "ASSAULT", (["Norway"], ["Islamic State"])),
        ("Two churches in Jolo were bombed, killing 20 people.", "ASSAULT", ([], ["20 people"])),
        ("Chad carried out strikes using aircraft against Libya.", "ASSAULT", (["Chad"], ["Libya"])),
        ("Rebels claimed attacks in a market in Gao which killed ten people.", "ASSAULT", (["rebels"], ["ten people"])),
        ("Omar was ambushed and killed in a raid carried out by Kenya.", "ASSAULT", (["Kenya"], ["Omar"])),
        ("Kenyan troops received mortar fire from the rebels.", "ASSAULT", (["rebels"], ["Kenyan troops"])),
        ("The army cleared the town of rebel fighters.", "ASSAULT", (["army"], ["rebel fighters"])),
        ("Chad liberated Dikwa from rebel control.", "ASSAULT", (["Chad"], ["rebels"])),
        ("Iraqi forces liberated Mosul.", "ASSAULT", (["Iraqi forces"], [])),
        ("The rebels proved their skill in battle, driving the army back.", "ASSAULT", (["rebels"], ["army"])),
        ("The ministers joined Peru's president for talks.", "CONSULT", (["ministers"], ["Peru's president"])),
        ("President Ana Prado of Peru imposed a curfew in Lima.", "COERCE", (["Ana Prado"], ["people of Lima"])),
        ("Iraq's government said it would impose martial law.", "THREATEN", (["Iraq"], [])),
        ("Chad refused to leave despite calls from Norway.", "REJECT", (["Chad"], ["Norway"])),
        ("Rebels attacked the offices of the Lake Party in Gulu.", "ASSAULT", (["rebels"], ["Lake Party"])),
        ("A newspaper called on Arabs to unite against Norway.", "REQUEST", (["newspaper"], ["Arabs"])),
        ("Chad and Mali traded charges over a raid on Peru.", "ACCUSE", (["Chad", "Mali"], ["Chad", "Mali"])),
        ("Crowds burned tyres, and police responded with tear gas.", "ASSAULT", (["police"], ["crowds"])),
        ("Chad ratified a pact with Peru. Norway welcomed the vote.", "SUPPORT", (["Norway"], ["Chad"])),
        ("Baku's forces opened fire with heavy artillery.", "ASSAULT", (["Baku's forces"], [])),
        ("Peru jailed Ana Prado on Friday. Norway demanded her release.", "REQUEST", (["Norway"], ["Peru"])),
        ("Police broke up an anti-government rally in Kisumu.", "COERCE", (["police"], ["people of Kisumu"])),
        ("Thousands joined an anti-French march in Bamako.", "PROTEST", (["thousands"], ["France"])),
        (
            "An opposition leader was charged with incitement after police broke up a rally in Gulu.",
            "ACCUSE",
            ([], ["opposition leader"]),
        ),
        ("The court accused Omar of the deportation of children from Chad.", "COERCE", (["Omar"], ["children"])),
        ("Iran fired missiles at what it said was a base in Iraq.", "ASSAULT", (["Iran"], ["Iraq"])),
        (
            "Gunmen killed ten men in Gao. The Lake Front claimed responsibility.",
            "ASSAULT",
            (["Lake Front"], ["ten men in Gao"]),
        ),
        ("Poland expelled ten Russian envoys, and Russia promised retaliation.", "THREATEN", (["Russia"], ["Poland"])),
        (
            "Chad accused Mali of backing rebels. President Ana Prado phoned both presidents.",
            "CONSULT",
            (["Ana Prado"], ["Chad", "Mali"]),
        ),
        (
            "Police killed gang leader Jimmy Mori's deputy.",
            "ASSAULT",
            (["police"], ["gang leader Jimmy Mori's deputy"]),
        ),
        (
            "Gunmen threatened staff before police freed the crew and arrested ten attackers.",
            "COERCE",
            (["police"], ["ten attackers"]),
        ),
        (
            "Thai and Lao soldiers traded fire, each side accusing the other of starting it.",
            "ACCUSE",
            (["Thai soldiers", "Lao soldiers"], ["Thai soldiers", "Lao soldiers"]),
        ),
        (
            "Greek Cypriot and Turkish Cypriot leaders met.",
            "CONSULT",
            (["Greek Cypriot leaders", "Turkish Cypriot leaders"], None),
        ),
        ("Poland demanded an apology by Russia.", "REQUEST", (["Poland"], ["Russia"])),
        ("Chad showed its disapproval for Libya's policy.", "ACCUSE", (["Chad"], ["Libya"])),
        ("Chad suspended part of an aid programme for Mali.", "SANCTION", (["Chad"], ["Mali"])),
        ("Workers stopped work over a bill signed by Minister Ana Prado.", "PROTEST", (["workers"], ["Ana Prado"])),
        ("Chad sped up the withdrawal of its forces from Mali.", "RETREAT", (None, ["Mali"])),
        (
            "Rwandan rebels said President Kagame and his Rwandan Patriotic Front must resign.",
            "REQUEST",
            (["Rwandan rebels"], ["Kagame", "Rwandan Patriotic Front"]),
        ),
        ("Moscow will hold the attackers responsible for the raid.", "ACCUSE", (["Russia"], ["attackers"])),
        (
            "Fighters from the Free Front and the Hill Guard attacked Peru.",
            "ASSAULT",
            (["Free Front", "Hill Guard"], None),
        ),
        ("Peru's Minister of Interior Jose Lopez accused Chile of spying.", "ACCUSE", (["Jose Lopez"], ["Chile"])),
        ("I hail the Kenyans who fought to free Gulu and thank our ally Chad.", "SUPPORT", (None, ["Chad"])),
    ],
)
def test_each_side_is_who_is_meant(reader: Reader, text: str, event: str, sides: Sides) -> None:
    found = sides_of(reader.read(text), event)
    assert any(all(want in (None, got) for want, got in zip(sides, one, strict=True)) for one in found), found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rival militias clashed in Tripoli.", "rival militias"),
        ("Rival clans fought in the hills of Yemen.", "rival clans"),
        ("Two communities clashed in Jos.", "two communities"),
        ("Gangs fought each other in Lima.", "gangs"),
        ("Rival factions exchanged fire in Juba.", "rival factions"),
    ],
)
def test_those_told_of_as_one_fight_among_themselves(reader: Reader, text: str, who: str) -> None:
    assert sides_of(reader.read(text), "ASSAULT") == [([who], [who])]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed by a bus crash in Peru.",
        "Four soldiers were killed when their helicopter crashed in Mali.",
        "Victims killed by the EgyptAir crash were buried on Sunday.",
        "A plane crash in Iran killed the president.",
        "A fire killed ten people in Lima.",
        "Rival lawmakers clashed over the bill.",
        "The Pakistani army blamed bad weather.",
        "Soldiers fought in Flanders.",
        "The ministers of Peru and Chile discussed the campaign to liberate Gulu from the rebels.",
        "No group claimed responsibility for the attack.",
    ],
)
def test_nobody_attacked_anybody(reader: Reader, text: str) -> None:
    assert not [one for one in told(reader.read(text)) if one[0] == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru did not take part in the attack on the embassy.",
        "Chile was not involved in the attack on the embassy.",
        "Chile denied that it was involved in the attack on the embassy.",
    ],
)
def test_who_took_no_part_did_not_attack(reader: Reader, text: str) -> None:
    found = [event.factuality.status for event in reader.read(text).events if event.type == "ASSAULT"]
    assert found == ["negated"]


def test_what_others_fought_is_not_undone_by_who_stayed_out(reader: Reader) -> None:
    record = reader.read("Peru did not take part in the fighting between Chad and Sudan.")
    assert [event.factuality.status for event in record.events if event.type == "ASSAULT"] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Ecuadorian rebels shelled the port of Guayaquil, killing 20 people.", "20 people", "ECU"),
        ("A prominent journalist was shot dead in Manila on Sunday.", "prominent journalist", "PHL"),
        ("A car bomb in Baghdad killed 20 people.", "20 people", "IRQ"),
        ("Islamists kept up a hunger strike against the Tunisian president.", "Islamists", "TUN"),
        ("Students protested against China.", "students", None),
        ("A tourist was kidnapped in Mali.", "tourist", None),
        ("Zambia ordered the opposition newspaper The Post to stop publishing.", "Post", "ZMB"),
        ("Jewish settlers in the West Bank city of Hebron set fire to a mosque.", "Jewish settlers", "ISR"),
        ("Nigeria and its neighbour signed a truce.", "its neighbour", None),
        ("Chad's neighbours closed their borders.", "Chad's neighbours", None),
        ("Greece asked its EU partners for loans.", "EU partners", None),
        ("Most of the Kenyan troops left Somalia.", "most of the Kenyan troops", "KEN"),
        ("Serbia's president was indicted by the U.N. war crimes court.", "U.N. war crimes court", None),
        ("Israeli army bulldozers demolished ten houses.", "Israeli army", "ISR"),
        ("South Africa accused Rwanda of killing ten of its soldiers.", "soldiers", "ZAF"),
        ("Mexico offered Rojas asylum, and Peru expelled its ambassador.", "ambassador", "MEX"),
        ("Cuban authorities arrested Luis Otero.", "Luis Otero", "CUB"),
        ("In Turkey Minister Ellwood met the envoys.", "Ellwood", None),
        ("A bomb killed one Kenyan soldier and wounded two others.", "two others", "KEN"),
        ("The UNITA militarist wing refused to talk.", "UNITA militarist wing", "AGO"),
        ("Rebels shelled the regional capital Juba, killing 20 people.", "20 people", "SSD"),
        ("The Mozambique government accepted demands from Shona rebels.", "Shona rebels", "MOZ"),
        ("The Albanians of southern Serbia demanded autonomy.", "Albanians", "SRB"),
        ("Inhabitants of the Syrian Golan Heights went on strike.", "inhabitants of the Syrian Golan Heights", "SYR"),
        ("Turkish police dispersed students.", "students", "TUR"),
        ("The foreign minister reiterated Norway's call for Chad to withdraw.", "foreign minister", "NOR"),
        ("Foreign Secretary Boris Johnson said the Ortho regime had fallen.", "Ortho regime", None),
        (
            "Two Palestinians were shot dead by Israeli forces during a raid on the Balata refugee camp in Nablus, the "
            "Palestinian health ministry said. The army said its troops had come under fire.",
            "troops",
            "ISR",
        ),
    ],
)
def test_people_are_of_the_country_that_is_meant(reader: Reader, text: str, name: str, country: str | None) -> None:
    found = {actor.name: actor.country for actor in reader.read(text).actors}
    assert name.removeprefix("its ") in {one.removeprefix("its ") for one in found}, found
    assert found.get(name, found.get(name.removeprefix("its "))) == country


def test_a_neighbour_that_is_named_is_that_country(reader: Reader) -> None:
    record = reader.read("Ethiopia agreed to a ceasefire with its neighbor, Eritrea.")
    assert {actor.name for actor in record.actors} == {"Ethiopia", "Eritrea"}


@pytest.mark.parametrize(
    "text",
    [
        "French and British troops fought in Flanders.",
        "The militia and the Malian army fought in support of the coalition.",
    ],
)
def test_who_may_have_fought_side_by_side_did_not_fight_one_another(reader: Reader, text: str) -> None:
    assert not sides_of(reader.read(text), "ASSAULT")


def test_the_two_are_those_told_of_together(reader: Reader) -> None:
    record = reader.read("Armenia and Azerbaijan met on Monday. Washington said the two could reach a peace deal.")
    assert (["Armenia", "Azerbaijan"], ["Armenia", "Azerbaijan"]) in sides_of(record, "SUPPORT")


def test_a_deal_that_is_scrapped_is_nobody(reader: Reader) -> None:
    record = reader.read("IMF officials welcomed the deal. The opposition leader threatened to scrap it.")
    assert sides_of(record, "THREATEN") == [(["opposition leader"], [])]


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("A judge blocked the deportation of ten Afghans.", "COERCE", "negated"),
        ("Israel has neither confirmed nor denied its involvement.", "REJECT", "negated"),
        ("The government suspended talks on joining the European Union.", "SUPPORT", "hypothetical"),
    ],
)
def test_what_was_blocked_or_only_spoken_of_has_not_come(reader: Reader, text: str, event: str, status: str) -> None:
    found = [one.factuality.status for one in reader.read(text).events if one.type == event]
    assert found == [status]


def test_a_curfew_that_is_ordered_is_told_once(reader: Reader) -> None:
    assert len(reader.read("The governor ordered a curfew.").events) == 1


def test_people_from_a_place_are_elsewhere(reader: Reader) -> None:
    record = reader.read("The migrants, mostly from Sudan, threw stones at the officers.")
    assert [event.place for event in record.events] == [None]


@pytest.mark.parametrize(
    ("text", "event", "asked"),
    [
        ("Egypt and Ethiopia met. Sudan urged both to continue.", "REQUEST", ["Egypt", "Ethiopia"]),
        (
            "Azerbaijani troops shelled an Armenian village, the Armenian government said. Azerbaijan denied it. "
            "The European Union urged both countries to stop.",
            "REQUEST",
            ["Armenia", "Azerbaijan"],
        ),
        ("Chad closed its border with Sudan, accusing its neighbour of theft.", "ACCUSE", ["Sudan"]),
    ],
)
def test_both_and_the_neighbour_are_those_told_of(reader: Reader, text: str, event: str, asked: list[str]) -> None:
    assert asked in [sorted(recipients) for _, recipients in sides_of(reader.read(text), event)]


def test_who_denies_a_part_turns_down_nobody_who_suffered(reader: Reader) -> None:
    assert sides_of(reader.read("Kenya denied any role in the seizure of Peter Ruto."), "REJECT") == [(["Kenya"], [])]


def test_soldiers_are_not_killed_by_their_own(reader: Reader) -> None:
    record = reader.read("Azerbaijani troops attacked a village on Tuesday, killing four soldiers.")
    assert {actor.name: actor.country for actor in record.actors}["four soldiers"] is None
