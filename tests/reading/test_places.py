"""Places: what is found, what it refers to, and which predicate it locates."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.ingest import read_text
from dragoman.ontology.countries import load_countries
from dragoman.reading.draft import Cast, Mention, Place
from dragoman.reading.gazetteer import load_gazetteer
from dragoman.reading.place_choice import Sense, weigh
from dragoman.reading.place_datelines import dated_places
from dragoman.reading.place_weights import build_place_weights, load_place_weights
from dragoman.reading.place_words import build_place_words
from dragoman.reading.places import PlaceFinder, find_places
from dragoman.reading.tree import Tree

ReadTree = Callable[[str], Tree]


def places(tree: Tree) -> dict[str, Place]:
    found = find_places(tree, Cast(), load_countries())
    return {tree.text[slice(*tree.span(*place.span))]: place for place in found}


@pytest.mark.parametrize(
    ("sentence", "words", "geonames", "country"),
    [
        ("Clashes erupted in Aleppo.", "Aleppo", 170063, "SYR"),
        ("He flew to Nairobi.", "Nairobi", 184745, "KEN"),
        ("Police arrested him in Paris.", "Paris", 2988507, "FRA"),
        ("Police arrested him in Paris, Texas.", "Paris", 4717560, "USA"),
        ("He spoke in Atlanta, Georgia.", "Atlanta", 4180439, "USA"),
        ("He spoke in Atlanta, Georgia.", "Georgia", 4197000, "USA"),
        ("He spoke in Batumi, Georgia.", "Georgia", 614540, "GEO"),
        ("A bomb exploded in Tripoli, Lebanon.", "Tripoli", 266826, "LBN"),
        ("A bomb exploded in Tripoli.", "Tripoli", 2210247, "LBY"),
        ("Troops entered Libya.", "Libya", 2215636, "LBY"),
        ("Troops entered western Libya.", "western Libya", None, "LBY"),
        ("He was born in Springfield.", "Springfield", None, "USA"),
    ],
)
def test_a_name_is_resolved_as_far_as_the_text_allows(
    read_tree: ReadTree, sentence: str, words: str, geonames: int | None, country: str
) -> None:
    place = places(read_tree(sentence))[words]
    assert (place.geonames, place.country) == (geonames, country)


def test_the_countries_of_the_report_decide_between_namesakes(read_tree: ReadTree) -> None:
    tree = read_tree("Lebanon's army fought Lebanese rebels. Lebanese soldiers died in Tripoli.")
    assert places(tree)["Tripoli"].country == "LBN"


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("The Sudanese army recaptured the capital.", "the capital", "Khartoum"),
        ("Peru's president met the envoy in the capital.", "the capital", "Lima"),
        ("Rebels shelled the Sudanese capital.", "the Sudanese capital", "Khartoum"),
    ],
)
def test_the_capital_is_that_of_the_country_beside_it_or_of_those_who_act(
    read_tree: ReadTree, sentence: str, words: str, name: str
) -> None:
    place = places(read_tree(sentence))[words]
    assert place.name == name
    assert place.geonames is not None


def test_money_is_no_seat_of_government(read_tree: ReadTree) -> None:
    assert "capital" not in places(read_tree("The company raised working capital in Lima."))


@pytest.mark.parametrize(
    ("sentence", "words", "role"),
    [
        ("Clashes erupted in Aleppo.", "Aleppo", "literal"),
        ("Aleppo residents fled.", "Aleppo", "associative"),
        ("Arms went through Libyan territory.", "Libyan", "associative"),
        ("The bombing of Aleppo continued.", "Aleppo", "literal"),
    ],
)
def test_a_place_is_where_something_is_or_what_something_belongs_to(
    read_tree: ReadTree, sentence: str, words: str, role: str
) -> None:
    assert places(read_tree(sentence))[words].role == role


def test_a_name_that_stands_for_its_government_is_an_actor_and_locates_nothing(read_tree: ReadTree) -> None:
    tree = read_tree("Cairo warned the rebels.")
    cast = Cast([Mention((0, 1), 0, "named", "government", metonym=True, country="EGY")], at={0: 0})
    finder = PlaceFinder(tree, cast, load_countries())
    assert [place.role for place in finder.places] == ["actor"]
    assert finder.place_of(tree.words[1]) is None


@pytest.mark.parametrize(
    ("sentence", "predicate", "name"),
    [
        ("Clashes in Aleppo killed ten people.", "Clashes", "Aleppo"),
        ("The general's visit to Cairo was short.", "visit", "Cairo"),
        ("He was arrested in Paris on Monday.", "arrested", "Paris"),
        ("They are being held near the town of Obigarm.", "held", "Obigarm"),
        ("He flew from Paris to Cairo.", "flew", "Cairo"),
        ("Jets bombed Aleppo.", "bombed", "Aleppo"),
        ("Ten people were killed when a shell hit a market in Gulu.", "killed", "Gulu"),
        ("Protesters in Nairobi demanded his resignation.", "demanded", "Nairobi"),
        ("The envoy said in Paris that troops had left.", "left", None),
        ("They held talks on Syria.", "talks", None),
        ("Osei and Barasa discussed Libya and Sudan.", "discussed", None),
        ("Osei and Barasa discuss Libya and Sudan in Cairo.", "discuss", "Cairo"),
        ("The ministers debated Mali in Paris.", "debated", "Paris"),
        ("The army shelled Benghazi in Libya.", "shelled", "Benghazi"),
    ],
)
def test_a_place_locates_the_predicate_it_belongs_to(
    read_tree: ReadTree, sentence: str, predicate: str, name: str | None
) -> None:
    tree = read_tree(sentence)
    word = next(word for word in tree.words if word.text == predicate)
    place = PlaceFinder(tree, Cast(), load_countries()).place_of(word)
    assert (place and place.name) == name


def test_the_gazetteer_forgives_accents_case_and_apostrophes() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.find("sana’a")[0].country == "YEM"
    assert gazetteer.find("Kiev")[0].name == "Kyiv"
    assert gazetteer.find("KULYAB")[0].country == "TJK"
    assert gazetteer.find("Nowhere at all") == []
    assert gazetteer.find("") == []
    assert [site.country for site in gazetteer.find("Helmand") if site.kind == "division"] == ["AFG"]


def test_the_gazetteer_finds_every_name_it_has() -> None:
    gazetteer = load_gazetteer()
    names = list(gazetteer.names())
    assert names == sorted(names, key=str.encode)
    for name in names[::5000]:
        if not name.startswith(("iso ", "abbr ")):
            assert gazetteer.find(name), name


def test_every_country_is_in_the_gazetteer_under_its_own_id() -> None:
    gazetteer = load_gazetteer()
    sites = {code: gazetteer.country(code) for code in load_countries().table}
    assert all(site is None or site.geonames == load_countries().table[code].geonames for code, site in sites.items())
    uninhabited = {"ATA", "ATF", "BVT", "HMD", "UMI"}
    assert {code for code, site in sites.items() if site is None} <= uninhabited


@pytest.mark.parametrize(
    ("short", "division"), [("Fla.", "FL"), ("TX", "TX"), ("W. Va.", "WV"), ("Va", None), ("Que.", "10")]
)
def test_short_names_of_states_need_a_full_stop_or_capitals(short: str, division: str | None) -> None:
    assert [site.division for site in load_gazetteer().short(short)] == ([division] if division else [])


def test_a_broken_list_of_words_is_refused() -> None:
    with pytest.raises(LexiconError, match="unknown list 'statik'; missing list 'attending'; missing list 'beside'"):
        build_place_words({"statik": ["in"]})


def test_a_missing_weight_is_refused() -> None:
    with pytest.raises(LexiconError, match="unknown weight 'popularity'; missing weight 'called'"):
        build_place_weights({"popularity": 1.0, "capital": 2.0, "country": 1.0})


@pytest.mark.parametrize(
    ("text", "words", "geonames"),
    [
        ("Lawmakers from Alabama and Florida met the governor of Georgia in Atlanta.", "Georgia", 4197000),
        ("Armenia closed its border with Georgia. Tbilisi protested.", "Georgia", 614540),
        ("Argentina's president spoke to students in Cordoba.", "Cordoba", 3860259),
        ("Spain's king opened a museum in Cordoba, near Seville.", "Cordoba", 2519240),
        ("Costa Rica's foreign minister received them in San José.", "San José", 3621849),
        ("Officers in San Jose, California, made two arrests.", "San Jose", 5392171),
        ("Deputies from Dallas and Fort Worth, Texas, drove on to Paris.", "Paris", 4717560),
        ("Deputies searched a farm in Harris County, Texas.", "Harris County", 4696376),
        ("Floods hit Harris and Travis counties in Texas.", "Travis", 4737316),
        ("Shells hit two villages in Idlib province.", "Idlib province", 169387),
        ("A court in Moscow, Idaho, heard the case.", "Moscow", 5601538),
        ("They were last seen in Kano Nigeria on Monday.", "Kano Nigeria", 2335204),
    ],
)
def test_namesakes_are_told_apart_by_the_places_of_the_report(
    read_tree: ReadTree, text: str, words: str, geonames: int
) -> None:
    assert places(read_tree(text))[words].geonames == geonames


def test_a_name_means_one_place_throughout_a_report(read_tree: ReadTree) -> None:
    tree = read_tree("The fire broke out in Lebanon, Tennessee. Lebanon has two fire stations.")
    assert {place.geonames for place in find_places(tree, Cast(), load_countries()) if place.name == "Lebanon"} == {
        4636045
    }


@pytest.mark.parametrize(
    ("text", "words", "latitude", "longitude"),
    [
        ("The tanker was seized in the Persian Gulf.", "Persian Gulf", 27.0, 51.0),
        ("Migrants drowned in the Adriatic.", "Adriatic", 43.0, 15.0),
        ("A drone hit Khartoum International Airport.", "Khartoum International Airport", 15.6, 32.5),
        ("They landed at Nairobi's Wilson airport.", "Wilson airport", -1.3, 36.8),
        ("Shots were fired in eastern Aleppo.", "eastern Aleppo", 36.2, 37.2),
    ],
)
def test_what_has_no_id_may_still_be_somewhere(
    read_tree: ReadTree, text: str, words: str, latitude: float, longitude: float
) -> None:
    tree = read_tree(text)
    found = places(tree)[words]
    assert found.geonames is None
    assert found.latitude == pytest.approx(latitude, abs=0.2)
    assert found.longitude == pytest.approx(longitude, abs=0.2)


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ("HELENA, Mont. (AP) — ", [["HELENA", "Mont."]]),
        ("WASHINGTON/CAIRO, March 3 (Reuters) - ", [["WASHINGTON"], ["CAIRO"]]),
        ("PORT-AU-PRINCE, Haiti — ", [["PORT-AU-PRINCE", "Haiti"]]),
        ("", []),
    ],
)
def test_a_dateline_names_places(opening: str, named: list[list[str]]) -> None:
    report = read_text(opening + "Police made three arrests on Monday, officials said.")
    lines = dated_places(report)
    assert [[place.name for place in line] for line in lines] == named
    assert all(report.text[place.start : place.end] == place.name for line in lines for place in line)
    assert dated_places(None) == []


def test_the_place_of_a_dateline_is_one_and_tells_namesakes_apart(read_tree: ReadTree) -> None:
    text = "COLUMBUS, Ohio (AP) — Two people were charged in Athens on Monday."
    report = read_text(text)
    tree = read_tree(report.prose())
    found = find_places(tree, Cast(), load_countries(), report=report)
    assert [(place.name, place.geonames) for place in found[:2]] == [("COLUMBUS", 4509177), ("Ohio", 5165418)]
    assert found[0].offsets == (0, 8)
    assert [place.geonames for place in found if place.name == "Athens"] == [4505542]
    finder = PlaceFinder(tree, Cast(), load_countries(), report=report)
    assert all(place is None or place.offsets is None for place in map(finder.place_of, tree.words))


def test_bodies_called_after_a_state_tell_where_a_report_is(read_tree: ReadTree) -> None:
    alone = places(read_tree("A man from Athens was charged."))
    beside = places(read_tree("The Ohio Highway Patrol and the Ohio Supreme Court heard a man from Athens."))
    assert alone["Athens"].country == "GRC"
    assert beside["Athens"].geonames == 4505542


@pytest.mark.parametrize(
    ("sentence", "name", "found"),
    [
        ("Gunmen attacked Gao and Timbuktu.", "Gao", True),
        ("Gunmen attacked Timbuktu and Gao.", "Gao", True),
        ("Raids went on in Gao.", "Gao", True),
        ("Gunmen attacked Gao.", "Gao", False),
        ("Raids went on in Xyzzy.", "Xyzzy", False),
    ],
)
def test_a_known_place_is_no_person_in_a_list_of_places_or_after_in(
    read_tree: ReadTree, sentence: str, name: str, found: bool
) -> None:
    tree = read_tree(sentence)
    at = next(word.i for word in tree.words if word.text == name)
    cast = Cast([Mention((at, at + 1), at, "named", "person")], at={at: 0})
    assert (name in {place.name for place in find_places(tree, cast, load_countries())}) is found


def test_chances_do_not_hang_on_the_order_of_names() -> None:
    gazetteer, weights = load_gazetteer(), load_place_weights()
    names = ("Tripoli", "Beirut", "Paris", "Sidon")
    forth = [Sense(gazetteer.find(name)) for name in names]
    back = [Sense(gazetteer.find(name)) for name in reversed(names)]
    weigh(forth, {"LBN": 1}, weights)
    weigh(back, {"LBN": 1}, weights)
    assert all(sum(sense.chances) <= 1 for sense in forth)
    for one, other in zip(forth, reversed(back), strict=True):
        assert one.chances == pytest.approx(other.chances)
    assert forth[0].best()[0].country == "LBN"  # type: ignore[index]


def test_doubt_is_told(read_tree: ReadTree) -> None:
    found = places(read_tree("The train from Kyiv to Springfield was late."))
    assert found["Springfield"].geonames is None
    assert found["Springfield"].confidence is None
    assert found["Kyiv"].confidence is not None
    assert 0.9 < found["Kyiv"].confidence <= 1


_WORDS = (
    *("in", "the", "capital", "of", "to", "western", "Cairo", ",", "Egypt", "'Paris", "'", "U.N.", ".", ""),
    *("\u202e", "القاهرة", "北京"),
)


@settings(max_examples=40)
@given(pieces=st.lists(st.sampled_from(_WORDS), max_size=14))
def test_any_words_give_spans_in_the_text(read_tree: ReadTree, pieces: list[str]) -> None:
    tree = read_tree("He went " + " ".join(pieces) + " so.")
    finder = PlaceFinder(tree, Cast(), load_countries())
    end = 0
    for place in finder.places:
        assert end <= place.span[0] < place.span[1] <= len(tree.words)
        assert place.span[0] <= place.head < place.span[1]
        end = place.span[1]
    assert all(finder.place_of(word) in (None, *finder.places) for word in tree.words)
