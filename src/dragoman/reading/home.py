"""The country a report is about: whose army "the army" is where no word says.

News leaves the country out where it is the report's own. Countries are weighed by what the report does with them:
bodies and officials that carry its name, subjects and first sentences tell more than a country in passing, and so does
the dateline. A country that only comments on the report's from further down is never its home, and who is told of with
a nationality and as new, or counted, is told of so because he is not at home: "a German couple and two Malaysians".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.ingest.report import Report
from dragoman.lexicon.metonyms import load_metonyms
from dragoman.ontology.countries import Countries, load_countries
from dragoman.ontology.plover import IRREGULAR, STATE
from dragoman.reading.clause_signs import first_noun
from dragoman.reading.gazetteer import load_gazetteer
from dragoman.reading.metonymy import hosts
from dragoman.reading.phrases import Phrase
from dragoman.reading.place_datelines import dated_places
from dragoman.reading.tree import Tree, case

_ACTORS = frozenset({"person", "organization", "government", "armed-group", "sources", "population"})
_PEOPLE = frozenset({"person", "population"})
_ARMED_OR_STATE = STATE | IRREGULAR
_INSIDE = frozenset({"in", "inside", "within", "across", "throughout"})
_THINGS = frozenset({"other", "object", "event"})
_ABROAD = frozenset({"counterpart", "ambassador", "envoy", "embassy", "consul", "consulate"})
_DATELINE = 3.0
_FOREIGNER = 0.5  # what a foreigner tells of his country, against somebody else
_LEAD, _OPENING = 3.0, 1.5  # what mentions in the first sentence of prose and in the two after it count times
_OPENING_SENTENCES = 4  # with a title among them
# How many times the runner-up's weight the home country's must be: with a dateline, without, and beside a rival.
_CLEAR_ENOUGH, _CLEAR, _FAR_CLEARER = 1.2, 1.5, 2.0
_TOWN = 50_000  # people below which a place of a dateline is too small to go by its name alone


def home_country(
    tree: Tree, phrases: Sequence[Phrase], report: Report | None = None, known: Mapping[int, str] | None = None
) -> str | None:
    """ISO alpha-3 of the one country a report is about, None if there is none or it is not clear which.

    Args:
        tree: the report's words.
        phrases: its mentions, in text order.
        report: what ingest knows of it; its dateline counts.
        known: countries of phrases whose own words do not give one, by their index.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    told_in: dict[str, set[int]] = {}
    rooted: set[str] = set()
    native: set[str] = set()  # countries that are told of otherwise than by their people abroad
    dated = _dateline_country(report)
    for index, phrase in enumerate(phrases):
        code = phrase.country or (known or {}).get(index)
        if code is None or phrase.form == "pronoun" or _is_aside(tree, phrase):
            continue
        sentence = phrase.head.sentence
        opening = _LEAD if sentence < 1 else _OPENING if sentence < _OPENING_SENTENCES - 1 else 1.0
        visits = phrase.country is None and dated not in (None, code)  # "LIMA - Minister Alvarado": not Costa Rica's
        foreign = visits or _is_foreigner(phrase) or (dated not in (None, code) and _is_sent(phrase))
        if not foreign:
            native.add(code)
        weights[code] += _weight(phrase) * opening * (_FOREIGNER if foreign else 1.0)
        told_in.setdefault(code, set()).add(sentence)
        if _is_rooted(phrase):
            rooted.add(code)
    if dated is not None:
        weights[dated] += _DATELINE
    if not weights:
        return None
    if dated is not None:
        # who comments from further down takes nothing from where the report is dated
        late = {code for code, told in told_in.items() if code != dated and min(told) >= _OPENING_SENTENCES}
        late |= set(weights) - native - {dated}
        weights = defaultdict(float, {code: weight for code, weight in weights.items() if code not in late})
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
    if first == dated:
        return first if most >= _CLEAR_ENOUGH * second else None
    if first not in native or (first not in rooted and len(told_in[first]) == 1):
        return None
    own = told_in[first]
    others = [sentences for code, sentences in told_in.items() if code != first]
    if min(own) >= _OPENING_SENTENCES or any(len(sentences) > len(own) for sentences in others):
        return None
    # of two that open the report together and are told of as often, one must be told of far more
    rivalled = any(len(sentences) == len(own) and min(sentences) == min(own) for sentences in others)
    return first if most >= (_FAR_CLEARER if rivalled else _CLEAR) * second else None


def led_by_another(tree: Tree, phrase: Phrase) -> bool:
    """Whether a country only backs or leads somebody else: "Iran-backed", "U.S.-led"."""
    words, last = tree.words, max(phrase.last, phrase.head.i + 1)
    return last + 1 < len(words) and words[last].text == "-" and words[last + 1].lower != "based"


def _is_aside(tree: Tree, phrase: Phrase) -> bool:
    """Whether a mention tells nothing of where a report is at home: outlets, "-backed", "the French ambassador"."""
    if phrase.kind in _THINGS and phrase.owner >= 0:
        return True  # "cooperation with France"
    return phrase.kind == "outlet" or phrase.noun in _ABROAD or led_by_another(tree, phrase)


def _is_foreigner(phrase: Phrase) -> bool:
    """Whether civilians to whom something is done are brought up by their nationality or people: "a German couple".

    Whose soldiers or officials they are the text may say because it is at home there or because it is not.
    """
    if phrase.kind == "population" and phrase.form == "named" and phrase.region:
        return True  # "Rohingya", "Kurds": told of by their people wherever they are
    civilian = phrase.kind in _PEOPLE and not phrase.titles and _ARMED_OR_STATE.isdisjoint(phrase.sectors)
    counted = any(child.relation == "nummod" for child in phrase.head.children)
    acts = phrase.head.relation == "nsubj" and phrase.head.dep != "nsubj:pass"
    return civilian and (phrase.indefinite or counted) and not acts


def _is_sent(phrase: Phrase) -> bool:
    """Whether soldiers are brought up by nationality and as new, as foreign ones are: "three Nigerian soldiers"."""
    counted = any(child.relation == "nummod" for child in phrase.head.children)
    armed = phrase.kind in ("armed-group", "person") and phrase.form == "nominal" and "MIL" in phrase.sectors
    return armed and (phrase.indefinite or counted or (phrase.plural and not phrase.definite))


def _is_rooted(phrase: Phrase) -> bool:
    """Whether a mention shows that a report is at home in a country, not only that it is about it.

    Its bodies and people do, what it does itself, and what happens in it; "help Iran", "a treaty with Kenya" do not.
    """
    if phrase.kind in _ACTORS and phrase.form != "named":
        return True
    if phrase.kind in _ACTORS - {"government"} or phrase.head.relation == "nsubj" or phrase.head.dep == "obl:agent":
        return True
    if phrase.head.dep == "nmod:poss":
        return True
    return case(phrase.head) in _INSIDE and not hosts(phrase.head, load_metonyms())


def _weight(phrase: Phrase) -> float:
    """What a mention tells: a country's body or official more than its name, a subject more than an object."""
    first = first_noun(phrase.head)  # "Chad and Mali agreed" is of both alike
    subject = first.relation == "nsubj" or first.dep == "obl:agent"
    if phrase.form == "named" and phrase.kind in ("country", "government"):
        return 3.0 if subject and phrase.metonym else 1.0
    return 1.0 if phrase.kind not in _ACTORS else 3.0 if subject else 2.0


def _dateline_country(report: Report | None) -> str | None:
    """The country of the place a dateline names: "ISLAMABAD (Reuters)", "MILAN, Italy, March 3"."""
    countries = load_countries()
    for line in dated_places(report):
        found = _country_of_place([place.name for place in line], countries)
        if found is not None:
            return found
    return None


def _country_of_place(parts: Sequence[str], countries: Countries) -> str | None:
    for part in reversed(parts[:3]):
        code = countries.by_capital(part) or countries.by_name(part)
        if code is not None:
            return code
    towns = load_gazetteer().towns(parts[0])
    return towns[0].country if towns and towns[0].population >= _TOWN else None
