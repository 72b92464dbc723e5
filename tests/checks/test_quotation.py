from checks.quotation import cites_articles, is_explained, is_in_name, is_quoted


def place(text: str, words: str) -> tuple[str, int, int]:
    start = text.index(words)
    return text, start, start + len(words)


def test_words_between_quotation_or_title_marks_are_quoted():
    assert is_quoted(*place("他说：“好象要下雨。”", "好象"))
    assert is_quoted(*place("《帐户管理办法》", "帐户"))
    assert not is_quoted(*place("“天气预报”说好象要下雨，“暴雨”将至", "好象"))
    assert not is_quoted(*place("他说：“好象", "好象"))


def test_a_wrong_form_that_the_text_speaks_of_is_explained():
    assert is_explained(*place("将“竣工”误写为“峻工”。", "峻工"))
    assert is_explained(*place("标题《项目峻工公告》中的“峻工”应为“竣工”。", "峻工"))
    assert is_explained(*place("正文把“顺利通过验收”错写成“顺利峻工验收”。", "峻工"))
    assert not is_explained(*place("工程已经“峻工”。", "峻工"))
    assert not is_explained(*place("他说：“误工期间也要峻工。”", "峻工"))
    assert not is_explained(*place("别字不改，工程怎么峻工？", "峻工"))


def test_articles_tell_a_law_or_its_citation():
    assert cites_articles("第十七条　纳税人应当设置帐户")
    assert cites_articles("依据第12条规定")
    assert not cites_articles("第三季度共受理百余条留言")


def test_what_a_registered_name_goes_on_behind_is_part_of_it():
    for name in ("临河县绿州园林工程有限公司", "装璜经营部", "秸杆综合利用（临河）有限责任公司"):
        assert is_in_name(name, 2)
    assert not is_in_name("项目峻工，临河建设有限公司参加验收", 4)
    assert not is_in_name("公司峻工", 4)
