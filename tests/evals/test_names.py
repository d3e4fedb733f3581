"""What the evaluation of names counts."""

from dragoman.ontology.name_scores import resemblance
from evals.names import Pair, arabic, best_threshold, f1


def pair(one, two):
    return Pair(group="own", schema="Person", one=one, two=two, match=True, found=resemblance(one, two))


def test_the_best_threshold_parts_matches_from_others():
    scored = [(0.9, True), (0.8, True), (0.7, False), (0.2, False)]
    assert best_threshold(scored) == 0.8
    assert f1(scored, 0.8) == 1.0
    assert f1(scored, 0.7) == 0.8


def test_a_pair_is_in_one_half_whichever_way_round_it_stands():
    assert pair("Ana Prieto", "Anna Prieto").half == pair("Anna Prieto", "Ana Prieto").half


def test_arabic_words_are_held_against_their_own_and_anothers_spelling(tmp_path):
    file = tmp_path / "pairs"
    file.write_text("karim\tك ر ي م\t2\nkamil\tك ا م ل\t1\nno\tن و\t1\n", "utf-8")
    figures = arabic(file)
    assert (figures["arabic_pairs"], figures["arabic_recall"], figures["arabic_precision"]) == (2, 1.0, 1.0)
