"""Countries: what English news calls them, and the tables' own order."""

import importlib.util
from pathlib import Path

import pytest
import rtoml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.ontology import countries as module
from dragoman.ontology.countries import build_countries, load_countries

HERE = Path(module.__file__).parent
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the United States", "USA"), ("U.S.", "USA"), ("Britain", "GBR"), ("UAE", "ARE"), ("Burma", "MMR"),
        ("DRC", "COD"), ("Republic of Congo", "COG"), ("Côte d’Ivoire", "CIV"), ("cote d'ivoire", "CIV"),
        ("Türkiye", "TUR"), ("Kosovo", "XKX"), ("Palestine", "PSE"), ("Taiwan", "TWN"), ("Timor-Leste", "TLS"),
        ("Eswatini", "SWZ"), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_is_known_by_each_of_its_names(text: str, code: str | None) -> None:
    assert load_countries().by_name(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Egyptian", "EGY"), ("British", "GBR"), ("U.S.", "USA"), ("Emirati", "ARE"), ("Congolese", "COD"),
        ("Nigerien", "NER"), ("Nigerian", "NGA"), ("South Korean", "KOR"), ("North Korean", "PRK"),
        ("Bissau-Guinean", "GNB"), ("Chechen", "RUS"), ("Turkish Cypriot", "CYP"), ("Kurdish", None),
    ],
)  # fmt: skip
def test_an_adjective_belongs_to_a_country(text: str, code: str | None) -> None:
    assert load_countries().by_adjective(text) == code


@pytest.mark.parametrize(
    ("text", "code", "plural"),
    [("Egyptians", "EGY", True), ("Briton", "GBR", False), ("Turks", "TUR", True), ("Chinese", "CHN", True)],
)
def test_a_people_is_known_with_its_number(text: str, code: str, plural: bool) -> None:
    countries = load_countries()
    assert countries.by_demonym(text) == code
    assert countries.is_plural(text) is plural


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kiev", "UKR"),
        ("Peking", "CHN"),
        ("Sana’a", "YEM"),
        ("N'Djamena", "TCD"),
        ("The Hague", "NLD"),
        ("Nur-Sultan", "KAZ"),
    ],
)
def test_a_capital_is_known_by_each_of_its_spellings(text: str, code: str) -> None:
    assert load_countries().by_capital(text) == code


def test_a_seat_stands_for_a_government_or_its_army() -> None:
    countries = load_countries()
    assert countries.by_seat("the Kremlin") == "RUS"
    assert countries.by_seat("Elysée") == "FRA"
    assert countries.seat_sector("Pentagon") == "MIL"
    assert countries.seat_sector("Downing Street") == "GOV"


def test_a_contested_place_is_described_and_not_judged() -> None:
    countries = load_countries()
    assert countries.table["XKX"].claimed_by == ("SRB",)
    assert countries.table["XKX"].plover == "KOS"
    abkhazia = countries.part("Abkhazia")
    assert abkhazia is not None
    assert (abkhazia.kind, abkhazia.country) == ("unrecognized", "GEO")


def test_organizations_of_states_have_plover_codes() -> None:
    countries = load_countries()
    codes = {name: countries.organization(name) for name in ("UN", "European Union", "NATO", "Arab League")}
    assert {name: region and region.plover for name, region in codes.items()} == {
        "UN": "UNO", "European Union": "EUR", "NATO": "IGO", "Arab League": "IGO",
    }  # fmt: skip


def scan(text: str) -> list[tuple[str, str, str]]:
    forms = text.split()
    found = load_countries().scan([form.lower() for form in forms], forms)
    return [(" ".join(forms[at : at + match.length]), match.kind, match.code) for at, match in found]


def test_running_text_gives_the_longest_reading() -> None:
    assert scan("South Korean troops left Papua New Guinea") == [
        ("South Korean", "adjective", "KOR"),
        ("Papua New Guinea", "name", "PNG"),
    ]


def test_small_words_are_no_countries_without_capitals() -> None:
    assert scan("they told us who can polish a turkey in chad") == []
    assert scan("The US told WHO") == [("US", "name", "USA"), ("WHO", "organization", "who")]


def test_weak_names_are_never_matched_in_running_text() -> None:
    assert scan("Stanley went to Victoria") == []
    assert load_countries().capital("SYC") == "Victoria"


def test_every_state_has_a_name_an_adjective_and_a_capital() -> None:
    city_states = {"MCO", "SGP", "VAT"}
    for country in load_countries().table.values():
        if country.sovereign is None and country.code not in ("ATA",):
            assert country.adjectives or country.code in ("COG", "DMA"), country.code
            assert country.capitals or country.code in city_states, country.code


@pytest.mark.parametrize("name", ["countries.toml", "regions.toml"])
def test_tables_are_in_the_order_of_their_names(name: str) -> None:
    keys = list(rtoml.load(HERE / name))
    assert keys == sorted(keys)


def test_the_table_of_countries_is_in_canonical_form() -> None:
    spec = importlib.util.spec_from_file_location("countries_script", ROOT / "scripts/countries.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    text = (HERE / "countries.toml").read_text(encoding="utf-8")
    assert script.canonical(text) == text, "run python scripts/countries.py"


def test_no_word_has_stray_space_or_stands_twice_in_its_list() -> None:
    for name in ("countries.toml", "regions.toml"):
        for code, row in rtoml.load(HERE / name).items():
            for key, value in row.items():
                if isinstance(value, list):
                    assert len(value) == len(set(value)), (code, key)
                    assert all(text == " ".join(text.split()) for text in value), (code, key)


def test_faults_of_a_table_are_listed_together() -> None:
    good = {"name": "Utopia", "alpha2": "UT", "geonames": 1, "adjectives": ["Utopian"]}
    with pytest.raises(LexiconError, match="'adjectivs'") as caught:
        build_countries({"AAA": {**good, "adjectivs": []}, "BBB": {"name": "B", "alpha2": "BB"}}, {})
    assert len(caught.value.faults) == 2
    with pytest.raises(LexiconError, match="claimed by AAA and BBB"):
        build_countries({"AAA": good, "BBB": {**good, "name": "Erewhon"}}, {})


@given(st.lists(st.text(min_size=1, max_size=8), max_size=30))
def test_any_words_give_readings_inside_the_text(forms: list[str]) -> None:
    end = 0
    for first, match in load_countries().scan([form.lower() for form in forms], forms):
        assert end <= first
        end = first + match.length
    assert end <= len(forms)


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(text: str) -> None:
    countries = load_countries()
    for look_up in (countries.by_name, countries.by_adjective, countries.by_capital, countries.by_seat):
        code = look_up(text)
        assert code is None or code in countries.table
