"""Origins are counted, not articles."""

from dragoman.casebook import build_case, compare
from tests.casebook.factory import Report, strained, talks

LONG = [
    "The council of the port voted late on Tuesday to close the two northern docks to all foreign ships for a month.",
    "Dockers who had waited outside the hall since morning cheered when the clerk read the result from the steps.",
    "The harbour master, Peter Otieno, met Daniela Quispe of the shipping line and promised to let fish and fruit in.",
    "Lorries queued for nine kilometres along the coast road before police opened the old quarry to them at midnight.",
]


def told(record_id, outlet, *voices, sentences=("Daniela Quispe met Peter Otieno.",)):
    """A meeting told by an outlet; ``voices`` are (kind, name, named, country) from the outlet inwards."""
    report = Report(record_id, list(sentences), outlet=outlet, published="2025-12-08")
    report.actor("a1", "Daniela Quispe", country="PER").actor("a2", "Peter Otieno", country="KEN")
    chain = ()
    for at, (kind, name, named, country) in enumerate(voices, 1):
        report.actor(f"s{at}", name, kind="outlet" if kind == "outlet" else "sources", anonymous=not named)
        report.voice(f"v{at}", kind, f"s{at}", named=named, country=country, chain=chain)
        chain = (*chain, f"v{at}")
    sentence = next(at for at, text in enumerate(sentences) if "met" in text)
    return report.event("e1", "CONSULT", sentence, "met", "a1", "a2", voice=f"v{len(voices)}").record()


def counted(*records):
    (event,) = build_case(records).events
    return event.origins


def test_relays_of_one_origin_are_one_origin():
    case = build_case([strained(), talks()])
    sources = next(origin for origin in case.origins if origin.kind == "anonymous")
    assert sources.carriers == ("Sudan Events", "Al-Araby Al-Jadeed")
    assert not sources.named


def test_the_seed_pair_has_two_origins_of_one_interested_party():
    comparison = compare([strained(), talks()])
    assert comparison.independent == 2
    assert comparison.shared_interest == "EGY"
    roots = {item.record: item for item in comparison.report_origins}
    assert roots["a" * 8].chain == ("Sudan Events", "Al-Araby Al-Jadeed", "senior Egyptian sources")
    assert not roots["a" * 8].named
    assert roots["b" * 8].kind == "statement"
    assert roots["b" * 8].named


def test_an_outlet_in_the_case_and_those_that_cite_it_are_one():
    own = told("r1", "Andina Wire")
    relayed = told("r2", "Lima Daily", ("outlet", "Andina Wire", True, None))
    assert counted(own, relayed) == 1


def test_two_outlets_in_their_own_voice_are_two():
    assert counted(told("r1", "Andina Wire"), told("r2", "Lima Daily")) == 2


def test_a_report_that_names_no_outlet_adds_nothing():
    assert counted(told("r1", "Andina Wire"), told("r2", None)) == 1


def test_copies_of_one_text_are_one_origin():
    case = build_case(
        [told("r1", "Andina Wire", sentences=LONG), told("r2", "Lima Daily", sentences=[*LONG[1:], "More soon."])]
    )
    assert case.events[0].origins == 1
    assert case.copies[0].share > 0.5


def test_unnamed_sources_of_one_country_may_be_the_same_people():
    officials = ("anonymous", "officials", False, "PER")
    assert counted(told("r1", "Andina Wire", officials), told("r2", "Lima Daily", officials)) == 1
    others = ("anonymous", "officials", False, "KEN")
    assert counted(told("r1", "Andina Wire", officials), told("r2", "Lima Daily", others)) == 2


def test_an_outlet_that_passes_on_a_word_adds_nothing_to_it():
    quoted = told("r1", "Andina Wire", ("statement", "The Presidency", True, "PER"))
    relayed = told("r2", "Lima Daily", ("outlet", "Andina Wire", True, None))
    assert counted(quoted, relayed) == 1


def test_who_is_quoted_in_a_statement_is_heard_on_the_word_of_the_statement():
    nested = told(
        "r1", "Andina Wire", ("statement", "The Presidency", True, "PER"), ("person", "Peter Otieno", True, "KEN")
    )
    plain = told("r2", "Lima Daily", ("statement", "The Presidency", True, "PER"))
    case = build_case([nested, plain])
    assert {origin.name for origin in case.origins} >= {"Peter Otieno"}


def test_a_president_and_his_spokesman_are_one_voice():
    def report(record_id, outlet, speaker, role):
        made = Report(record_id, ["Daniela Quispe met Peter Otieno."], outlet=outlet)
        made.actor("a1", "Daniela Quispe").actor("a2", "Peter Otieno")
        made.actor("a3", speaker, country="KEN", sectors=["GOV"], role=role).voice("v1", "person", "a3", country="KEN")
        day = ("2025-12-08", "2025-12-08", "2025-12-08")
        return made.event("e1", "CONSULT", 0, "met", "a1", "a2", time=day, voice="v1").record()

    records = [
        report("r1", "Andina Wire", "Grace Wanjiru", "president"),
        report("r2", "Lima Daily", "Ann Mwangi", "spokeswoman"),
    ]
    assert counted(*records) == 1
