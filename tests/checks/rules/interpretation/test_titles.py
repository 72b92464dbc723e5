import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.rules.interpretation._titles import core, likeness, names_number

PLAN = "防汛抗旱应急预案"


@pytest.mark.parametrize(
    "title",
    [
        "临河县人民政府办公室关于印发《临河县防汛抗旱应急预案》的通知",
        "临河县人民政府办公室关于印发临河县防汛抗旱应急预案的通知",
        "《临河县防汛抗旱应急预案》政策解读",
        "一图读懂《临河县防汛抗旱应急预案》",
        "图解：临河县防汛抗旱应急预案",
        "【政策解读】关于《临河县人民政府办公室关于印发〈临河县防汛抗旱应急预案〉的通知》的解读",
        "防汛抗旱应急预案解读",
    ],
)
def test_every_title_tells_the_same_thing(title):
    assert core(title) == PLAN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("临河县2025年招生工作实施方案", "《临河县2026年招生工作实施方案》解读"),
        ("临河县第一批公共租赁住房分配方案", "《临河县第二批公共租赁住房分配方案》解读"),
        ("临河县防汛抗旱应急预案", "《临河县森林防火应急预案》解读"),
        ("通知", "通知解读"),
    ],
)
def test_other_years_batches_and_matters_are_not_alike(one, other):
    assert likeness(one, other) < 85


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("《关于加强防汛工作的通知》（临政发〔2026〕12号）解读", True),
        ("《通知》(临政发[2026] 12 号)解读", True),
        ("临政发〔2026〕第12号解读", True),
        ("临政发〔2026〕1号解读", False),
        ("临政发〔2026〕123号解读", False),
        ("甲临政发〔2026〕12号", False),
        ("2026年12号线", False),
    ],
)
def test_a_number_is_quoted_whole(title, quoted):
    assert names_number(title, "临政发〔2026〕12号") is quoted


def test_no_number_is_quoted_nowhere():
    assert not names_number("通知", None)
    assert not names_number("通知", "无")


@given(st.text(max_size=60))
def test_any_title_has_a_core(title):
    assert len(core(title)) <= len(title)
