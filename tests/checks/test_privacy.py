from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import ric

from checks.privacy import find_private, mask_private

KEY = b"secret"


def issued(body: str) -> str:
    return body + ric.calc_check_digit(body + "0")


CARD = issued("11010119900307447")


def kinds(text: str) -> list[str]:
    return [number.kind for number in find_private(text, key=KEY)]


def test_an_identity_card_is_found_and_masked():
    (number,) = find_private(f"张某，身份证号{CARD}。", key=KEY)
    assert number.kind == "identity-card"
    assert number.masked == CARD[:4] + "*" * 12 + CARD[-2:]


def test_spaces_inside_do_not_hide_it():
    assert kinds(f"{CARD[:6]} {CARD[6:10]} {CARD[10:14]} {CARD[14:]}") == ["identity-card"]


def test_numbers_that_only_look_like_one_are_spared():
    wrong_sum = CARD[:-1] + ("1" if CARD[-1] != "1" else "2")
    no_such_day = issued("11010119900230447")
    no_such_region = issued("99010119900307447")
    longer = CARD + "1"
    masked = CARD[:6] + "********" + CARD[-4:]
    assert kinds(" ".join([wrong_sum, no_such_day, no_such_region, longer, masked])) == []


def test_a_bank_card_needs_its_luhn_digit():
    body = "622202123456789012"
    right = luhn.calc_check_digit(body)
    wrong = str((int(right) + 1) % 10)
    assert kinds(body + right) == ["bank-card"]
    assert kinds(body + wrong) == []


def test_an_identity_card_of_a_region_without_counties_is_no_bank_card():
    assert kinds("629999198001010157") == ["identity-card"]


def test_a_passport_needs_its_word():
    assert kinds("护照号码：E12345678") == ["passport"]
    assert kinds("产品型号E12345678") == []


def test_a_landline_and_a_longer_number_are_no_mobile():
    assert kinds("0371-66251234，流水号 138001380001234") == []


@given(
    st.lists(st.sampled_from([CARD, "13800138000", "护照E12345678", " ", "-", "1", "，", "证号"]), max_size=8).map(
        "".join
    )
)
def test_what_is_masked_shows_no_number_any_more(text):
    assert kinds(mask_private(text)) == []


@given(st.text())
def test_it_never_raises(text):
    mask_private(text)


def test_full_width_digits_do_not_hide_it():
    wide = CARD.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    (number,) = find_private(f"身份证号：{wide}，", key=KEY)
    assert (number.masked[:4], number.start) == (CARD[:4], 5)
    assert wide not in mask_private(f"身份证号：{wide}")
    assert kinds("电话１５４００００１２０1") == ["mobile"]


def test_a_pupil_s_number_holds_the_card_s():
    assert kinds(f"学籍号G{CARD}") == ["identity-card"]
    assert kinds(f"编号XG{CARD}，型号A{CARD}") == []
