"""Actors: name, kind, country, sectors and offices, from the words of the text alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from dragoman.reading.implied import country_actor

if TYPE_CHECKING:
    from dragoman import Reader
    from tests.reading.conftest import Casting

ReadCast = Callable[[str], "Casting"]


@pytest.mark.parametrize(
    ("text", "words", "kind", "country", "sector"),
    [
        ("Kenyan President William Ruto spoke.", "Kenyan President William Ruto", "person", "KEN", "GOV"),
        ("Peru's spy chief Tomás Arguedas left.", "Peru's spy chief Tomás Arguedas", "person", "PER", "SPY"),
        ("The Burundian army attacked.", "The Burundian army", "armed-group", "BDI", "MIL"),
        ("The Free Chad Front, a rebel group, fled.", "The Free Chad Front", "armed-group", "TCD", "REB"),
        ("Kenyan police arrested him.", "Kenyan police", "organization", "KEN", "COP"),
        ("Venezuela's National Assembly voted.", "Venezuela's National Assembly", "organization", "VEN", "LEG"),
        ("The U.N. mission in Mali left.", "The U.N. mission in Mali", "organization", None, "IGO"),
        ("Protesters marched in Lima.", "Protesters", "population", "PER", "OPP"),
        ("Thousands of students rallied in Marseille.", "Thousands of students", "population", "FRA", "EDU"),
        ("Tourists were robbed in Lima.", "Tourists", "population", None, "CVL"),
        ("Ethnic Greeks marched in Tirana.", "Ethnic Greeks", "population", "ALB", "CVL"),
        ("US forces attacked.", "US forces", "armed-group", "USA", "MIL"),
        ("U.S.-led forces attacked.", "U.S.-led forces", "armed-group", None, "MIL"),
        ("Bosnian Serbs said their forces had left.", "their forces", "armed-group", "BIH", "MIL"),
        ("A union of Greek seamen met him.", "A union of Greek seamen", "organization", "GRC", "LAB"),
        ("A newspaper based in Lagos closed.", "A newspaper", "outlet", "NGA", "JRN"),
        ("The Lutheran Church in Namibia spoke.", "The Lutheran Church in Namibia", "organization", "NAM", "REL"),
        ("Axon Mining Company in Nigeria cut output.", "Axon Mining Company in Nigeria", "organization", None, "BUS"),
        ("The people of South Sudan's leader fled.", "South Sudan's leader", "person", "SSD", "GOV"),
        ("Leaders of Kenya met him.", "Leaders of Kenya", "organization", "KEN", "GOV"),
        ("Red Cross staff left.", "Red Cross staff", "population", None, "NGO"),
        ("Ukrainian tanks fired.", "Ukrainian tanks", "armed-group", "UKR", "MIL"),
        ("Members of Peru's parliament left.", "Members of Peru's parliament", "organization", "PER", "LEG"),
        ("Azania Brotherhood rebels hit a farm in Mali.", "Azania Brotherhood rebels", "armed-group", "MLI", "REB"),
        ("Gunmen clashed with Ethiopian troops in Somalia.", "Gunmen", "armed-group", "SOM", "UAF"),
        ("Opponents of Rwanda's Senate protested.", "Opponents of Rwanda's Senate", "organization", None, ""),
        ("Paraguayan refugees fled.", "Paraguayan refugees", "population", "PRY", "REF"),
        ("The newspaper Taifa Mpya reported it.", "The newspaper Taifa Mpya", "outlet", None, "JRN"),
        ("The Nairobi-based government agreed.", "The Nairobi-based government", "government", "KEN", "GOV"),
        ("Unidentified gunmen shot him.", "Unidentified gunmen", "armed-group", None, "UAF"),
    ],
)  # fmt: skip
def test_the_words_of_a_text_tell_kind_country_and_sector(
    read_cast: ReadCast, text: str, words: str, kind: str, country: str | None, sector: str
) -> None:
    actor = read_cast(text).actor(words)
    assert (actor.kind, actor.country) == (kind, country)
    assert sector in actor.sectors or not (sector or actor.sectors)


def test_an_actor_is_called_by_its_fullest_name_without_titles(read_cast: ReadCast) -> None:
    casting = read_cast("Ruto left. President William Ruto said the Lake Defence Brigades (LDB) had fled.")
    assert casting.actor("Ruto").name == "William Ruto"
    assert casting.actor("LDB").name == "Lake Defence Brigades"


def test_offices_are_kept_with_what_they_are_of(read_cast: ReadCast) -> None:
    casting = read_cast("Major General Brian Kiptoo, deputy head of Kenya's National Security Bureau, met him.")
    roles = {(role.title, role.of) for role in casting.actor("Major General Brian Kiptoo").roles}
    assert ("deputy head", "National Security Bureau") in roles
    assert casting.actor("Major General Brian Kiptoo").country == "KEN"


def test_kin_is_a_role_of_whose_kin_it_is(read_cast: ReadCast) -> None:
    casting = read_cast("General Okello Mukasa came with his sons Brian and Moses.")
    assert [(role.title, role.of) for role in casting.actor("Moses").roles] == [("son", "Okello Mukasa")]


def test_a_country_and_its_government_are_one_actor_that_can_be_made_on_demand(read_cast: ReadCast) -> None:
    casting = read_cast("Kenya protested while the general visited Kampala.")
    cast = casting.cast
    assert country_actor(cast, "KEN") == casting.mention("Kenya").actor
    uganda = country_actor(cast, "UGA")
    assert cast.actors[uganda].name == "Uganda"
    assert country_actor(cast, "UGA") == uganda


def test_a_spokesman_has_country_and_sector_of_whom_he_serves(read_cast: ReadCast) -> None:
    casting = read_cast("Zafar Odhiambo, spokesman for Kenyan President William Ruto, said so.")
    actor = casting.actor("Zafar Odhiambo")
    assert (actor.country, actor.sectors[:1]) == ("KEN", ("GOV",))


def test_a_diplomat_of_no_country_told_is_not_of_the_one_the_report_is_about(reader: Reader) -> None:
    record = reader.read("Two diplomats said Kenya had been preparing a new offensive.", published="2031-05-04")
    assert {actor.name: actor.country for actor in record.actors} == {"two diplomats": None, "Kenya": "KEN"}
    record = reader.read("Two Chadian diplomats said Kenya had closed the border.", published="2031-05-04")
    assert record.actors[0].country == "TCD"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Foreign Minister Karim Odeh arrived in Chad on Monday.", "Foreign Minister Karim Odeh"),
        ("A delegation led by Foreign Minister Karim Odeh visited Chad on Monday.", "Foreign Minister Karim Odeh"),
        ("Foreign Minister Daniel Okoro held talks in Oslo with rebel leaders.", "Foreign Minister Daniel Okoro"),
        ("Talks in Oslo between Foreign Minister Daniel Okoro and the rebels ended.", "the rebels"),
        ("Talks between Daniel Okoro and the rebels in Rome collapsed.", "the rebels"),
        ("Foreign Minister Ann Berg joined US Secretary of State Tom Hale in Paris.", "Foreign Minister Ann Berg"),
    ],
)
def test_where_they_come_or_talk_is_not_where_they_are_from(read_cast: ReadCast, text: str, who: str) -> None:
    assert read_cast(text).actor(who).country is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Sirte fell to the rebels.", False),
        ("Jackson said the deal was off.", True),
        ("Ana Misrata met the rebels. Misrata left.", True),
        ("Rebels captured Bunia on Sunday.", False),
        ("Troops shelled Kidal for three days.", False),
        ("Kherson fell on Sunday.", False),
        ("Policemen captured Ahmed on Sunday.", True),
    ],
)
def test_a_town_as_bare_subject_or_taken_is_no_person(read_cast: ReadCast, text: str, person: bool) -> None:
    assert any(actor.kind == "person" for actor in read_cast(text).cast.actors) is person


def test_a_breakaway_state_is_another_actor_than_the_state_it_left(reader: Reader) -> None:
    record = reader.read("Abkhazia accused Georgia of shelling its villages.")
    told = {actor.name: (actor.country, actor.sectors) for actor in record.actors}
    assert told == {"Abkhazia": ("GEO", ("GOV", "PRE")), "Georgia": ("GEO", ("GOV",))}


def test_the_south_of_a_country_is_that_countrys_whatever_towns_bear_the_name(read_cast: ReadCast) -> None:
    casting = read_cast("Israel mounted an invasion of South Lebanon.")
    assert [actor.country for actor in casting.cast.actors] == ["ISR", "LBN"]


def test_fighters_of_a_group_of_no_country_have_none(read_cast: ReadCast) -> None:
    casting = read_cast("Blue Front fighters attacked a Norwegian base. Norway condemned the attack.")
    fighters = casting.actor("Blue Front fighters")
    assert fighters.country is None
    assert fighters.sectors == ("REB",)


def test_an_abbreviated_rank_ends_no_sentence_and_is_no_name(read_cast: ReadCast) -> None:
    casting = read_cast("Lt. Col. Ann Mori and Brig. Gen. Jan Berg met Maj. Tom Hale.")
    persons = [actor.name for actor in casting.cast.actors if actor.kind == "person"]
    assert persons == ["Ann Mori", "Jan Berg", "Tom Hale"]


def test_a_delegation_from_somewhere_is_a_body(read_cast: ReadCast) -> None:
    casting = read_cast("The delegation from Norway arrived in Khartoum, where it met Omar Hale.")
    assert casting.same("The delegation from Norway", "it")
    assert casting.actor("The delegation from Norway").country == "NOR"


@pytest.mark.parametrize(
    ("text", "no_actor"),
    [
        ("Soldiers surrounded Rivas's house overnight.", "house"),
        ("Armed Forces Minister Ana Prado spoke.", "Armed Forces"),
        ("The general told a news conference in Rawalpindi that it was over.", "Rawalpindi"),
    ],
)
def test_what_is_no_actor(reader: Reader, text: str, no_actor: str) -> None:
    assert not [actor.name for actor in reader.read(text).actors if no_actor in actor.name]


def test_a_known_body_with_its_nationality_is_that_body(reader: Reader) -> None:
    record = reader.read("Afghan Taliban forces opened fire. The Taliban said they had been attacked.")
    assert len([actor for actor in record.actors if actor.name in ("Taliban", "Afghan Taliban")]) == 1


def test_pirates_are_of_no_country_for_being_caught_by_one(reader: Reader) -> None:
    record = reader.read("Danish forces stormed a ship on Friday. The Danish navy said six pirates had been captured.")
    assert next(actor.country for actor in record.actors if "pirates" in actor.name) is None


@pytest.mark.parametrize(
    ("text", "name", "kind", "sectors"),
    [
        ("Pirates boarded a Danish tanker.", "Pirates", "armed-group", ("CRM",)),
        ("The Front for Justice, a rebel group, fled.", "Front for Justice", "armed-group", ("REB",)),
    ],
)
def test_kind_and_sectors(reader: Reader, text: str, name: str, kind: str, sectors: tuple[str, ...]) -> None:
    (actor,) = (actor for actor in reader.read(text).actors if actor.name == name)
    assert (actor.kind, actor.sectors) == (kind, sectors)


def test_of_two_sides_only_one_are_rebels(reader: Reader) -> None:
    record = reader.read("Pakistani and Afghan Taliban forces traded fire.")
    sectors = {actor.name: actor.sectors for actor in record.actors}
    assert sectors["Pakistani forces"] == ("MIL",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Armed men attacked the town. Kenya condemned the attack.", "armed men"),
        ("“Soldiers stormed the house,” Otieno said.", "soldiers"),
        ("Kurdish fighters attacked the town.", "Kurdish fighters"),
        ("Egyptian officials met the envoy.", "Egyptian officials"),
        ("UN peacekeepers left the town.", "UN peacekeepers"),
    ],
)
def test_the_capital_of_a_sentence_is_no_part_of_a_description(reader: Reader, text: str, name: str) -> None:
    assert name in {actor.name for actor in reader.read(text).actors}


def test_what_is_somebody_s_is_called_after_him(reader: Reader) -> None:
    record = reader.read("Daniela Quispe left Lima on Monday. Her party asked the court to annul the vote.")
    assert "Daniela Quispe's party" in {actor.name for actor in record.actors}


def test_whose_it_is_is_left_out_where_it_is_not_told_of_a_person_or_body(reader: Reader) -> None:
    record = reader.read("A ship sank off Gabon. Commandos freed three of its sailors.")
    assert not [actor.name for actor in record.actors if actor.name.lower().startswith("its ")]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Former Kenyan president Tom Otieno left Nairobi.", ("former president", "Kenya")),
        ("Tom Otieno, a former foreign minister of Kenya, died.", ("former foreign minister", "Kenya")),
        ("Kenyan president Tom Otieno left Nairobi.", ("president", "Kenya")),
    ],
)
def test_who_held_an_office_is_not_said_to_hold_it(reader: Reader, text: str, office: tuple[str, str]) -> None:
    roles = {actor.name: actor.roles for actor in reader.read(text).actors}["Tom Otieno"]
    assert [(role.title, role.of) for role in roles] == [office]


def test_people_told_of_by_their_number_alone_are_called_people(reader: Reader) -> None:
    record = reader.read("Police in Accra raided a market on Monday. At least 23 were arrested.")
    assert "23 people" in {actor.name for actor in record.actors}
    record = reader.read("At least 23 were arrested in Accra. They were taken to a prison, where guards beat them.")
    assert "23 people" in {actor.name for actor in record.actors}
