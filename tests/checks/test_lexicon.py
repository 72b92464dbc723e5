import pytest

from checks.lexicon import Lexicon
from config.words import Expression


def typo(wrong: str, right: str, **context) -> Expression:
    return Expression(wrong, right, "typo", **context)


def words(lexicon: Lexicon, text: str) -> list[str]:
    return [hit.expression.wrong for hit in lexicon.find(text)]


def test_a_hit_tells_its_place():
    (hit,) = Lexicon([typo("峻工", "竣工")], []).find("项目峻工验收")
    assert (hit.start, hit.end) == (2, 4)


def test_half_a_character_from_a_scripts_data_is_passed_over():
    (hit,) = Lexicon([typo("峻工", "竣工")], []).find("\ud83d项目峻工")
    assert (hit.start, hit.end) == (3, 5)


def test_characters_beyond_the_first_plane_are_one_each():
    (hit,) = Lexicon([typo("峻工", "竣工")], []).find("𠮷😀项目峻工")
    assert (hit.start, hit.end) == (4, 6)


def test_halves_of_neighbouring_characters_are_no_word():
    text = "\u514e\u004e\u0141"
    assert "一丁".encode("utf-16-be") in text.encode("utf-16-be")
    assert words(Lexicon([typo("一丁", "一个")], []), text) == []


def test_the_longest_of_overlapping_expressions_is_meant():
    lexicon = Lexicon([typo("侯选人", "候选人"), typo("中标侯选人", "中标候选人")], [])
    assert words(lexicon, "中标侯选人公示，侯选人名单") == ["中标侯选人", "侯选人"]


@pytest.mark.parametrize("text", ["走进李峻工作室", "李峻工"])
def test_a_name_hides_what_looks_wrong_in_it(text):
    assert words(Lexicon([typo("峻工", "竣工")], ["李峻工"]), text) == []


@pytest.mark.parametrize("text", ["坚持以经济建设为中心", "自己经营"])
def test_a_right_word_hides_what_shares_characters_with_it(text):
    assert words(Lexicon([typo("以经", "已经"), typo("己经", "已经")], ["经济", "自己"]), text) == []


def test_what_stands_around_can_part_the_characters():
    lexicon = Lexicon([typo("部暑", "部署", not_after=("干", "俱乐"), not_before=("期",))], [])
    assert words(lexicon, "干部暑热、俱乐部暑热、大部暑期") == []
    assert words(lexicon, "全面部暑工作") == ["部暑"]


def test_a_shorter_expression_is_found_where_the_longer_one_does_not_stand_alone():
    lexicon = Lexicon([typo("防讯", "防汛"), typo("防讯工作", "防汛工作", not_before=("者",))], [])
    assert words(lexicon, "防讯工作者") == ["防讯"]


def test_an_offices_own_list_has_the_last_word():
    built_in, own = typo("座落", "坐落"), Expression("座落", "位于", "forbidden")
    assert [hit.expression.right for hit in Lexicon([built_in, own], []).find("座落在河边")] == ["位于"]
    assert words(Lexicon([built_in], ["座落"]), "座落在河边") == []


def test_a_required_form_is_missed_only_where_its_trigger_stands():
    lexicon = Lexicon([Expression("市政府公报", "安和市人民政府公报", "required")], [])
    assert [hit.expression.right for hit in lexicon.find("详见市政府公报。")] == ["安和市人民政府公报"]
    assert list(lexicon.find("详见安和市人民政府公报，市政府公报每月出版。")) == []


def test_an_empty_lexicon_finds_nothing():
    assert list(Lexicon([], []).find("项目峻工验收")) == []
