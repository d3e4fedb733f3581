"""Names in other scripts: what is written in Latin letters, and what is compared by its consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology.name_skeletons import skeleton_likeness, vowelless_likeness
from dragoman.ontology.names import blocking_keys, compare
from dragoman.ontology.scripts import latin

ONE_NAME = [
    ("Олександр Мельник", "Oleksandr Melnyk"),
    ("Эмомали Рахмонов", "Emomali Rakhmonov"),
    ("Νίκος Παπαδόπουλος", "Nikos Papadopoulos"),
    ("დავით ქობალია", "Davit Kobalia"),
    ("李伟", "Li Wei"),
    ("خالد حسن", "Khaled Hassan"),
    ("عبد الحميد الدبيبة", "Abdul Hamid Dbeibah"),
    ("عبد الفتاح السيسي", "Abdel Fattah el-Sissi"),
    ("معمر القذافي", "Moammar Gaddafi"),
    ("معمر القذافي", "Muammar Qadhafi"),
    ("أبو مازن", "Abu Mazen"),
    ("محمد بن سلمان", "Mohammed bin Salman"),
    ("عباس عراقچی", "Abbas Araghchi"),
    ("דוד לוי", "David Levi"),
    ("יצחק לוי", "Isaac Levi"),
    ("Γιάννης Παπαδούλης", "Giannis Papadoulis"),
    ("Євген Бондар", "Yevhen Bondar"),
    ("حسن نصر الله", "Hassan Nasrallah"),
    ("نور الدين كريم", "Noureddine Karim"),
    ("이민수", "Yi Min-su"),
]

TWO_NAMES = [
    ("خالد حسن", "Khaled Hussein"),
    ("صدام حسن", "Khaled Hassan"),
    ("محمد كريم", "Ahmed Karim"),
    ("سليم ناصر", "Salem Nasser"),
    ("Иван Петров", "Ivan Petrenko"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_one_name_in_two_scripts(a, b):
    assert compare(a, b).verdict in ("same", "variant")
    assert blocking_keys(a) & blocking_keys(b)


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_two_names_in_two_scripts(a, b):
    assert compare(a, b).verdict == "different"


def test_han_and_hangul_are_a_word_a_sign_unless_something_parts_them():
    assert latin("李伟明") == "Li Wei Ming"
    assert latin("玛丽·史密斯") == "mali shimisi"
    assert latin("김민수") == "Gim Min Su"
    assert latin("박정석") == "Bak Jeong Seok"


def test_latin_names_are_left_as_they_are():
    assert latin("Đặng Văn Ünal") == "Đặng Văn Ünal"


def test_marks_and_persian_letters_are_made_uniform():
    assert latin("مُحَمَّد") == latin("محمد")
    assert latin("کریمی") == latin("كريمي")


def test_what_the_letters_do_not_account_for_costs():
    assert skeleton_likeness("كريم", "karim") == 1.0
    assert skeleton_likeness("كريم", "karimov") < 0.95
    assert skeleton_likeness("حسن", "hussein") < 0.95
    assert skeleton_likeness("كريم", "boris") < 0.3


@given(st.text(max_size=30))
def test_any_text_is_written_in_latin_letters_without_fail_and_only_once(text):
    assert latin(latin(text)) == latin(text)


ARABIC = st.text("ابتجحخدرسشعغفقكلمنهويةىء", min_size=1, max_size=10)


@given(ARABIC, ARABIC | st.text(max_size=12))
def test_likeness_to_any_word_is_a_share_and_symmetric(a, b):
    assert 0.0 <= skeleton_likeness(a, b) <= 1.0
    assert vowelless_likeness(a, b) == vowelless_likeness(b, a)
