"""What a seeded portal is made of: columns, their items, and the findings that an inspector would write down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

TODAY = date(2026, 11, 20)

_FORMS = (
    "{place}召开{topic}工作推进会",
    "关于做好{topic}有关工作的通知",
    "{place}扎实推进{topic}各项任务落实",
    "{place}领导调研{topic}工作",
    "关于{topic}情况的通报",
    "{topic}专项行动取得阶段性成效",
    "{place}{topic}工作专班开展现场督导",
    "加强{topic}工作若干事项的说明",
    "{topic}业务培训班在{place}举办",
    "{place}部署下一步{topic}重点工作",
)


@dataclass(frozen=True)
class Item:
    """An entry of a list, and the article behind it; `day` None: the list prints no date."""

    number: int
    title: str
    day: date | None
    printed: date | None
    """What its article prints."""


@dataclass(frozen=True)
class Column:
    """A column's page. `main` is the markup of its main part; `items` are the articles that are to exist."""

    name: str
    path: str
    main: str
    items: tuple[Item, ...] = ()
    faults: tuple[str, ...] = ()
    group: str = ""
    """The menu's heading above it."""
    in_menu: bool = True


@dataclass(frozen=True)
class SeededPortal:
    """Pages by path, and the faults: (check, path of its subject)."""

    host: str
    name: str
    level: str
    pages: Mapping[str, bytes]
    faults: frozenset[tuple[str, str]]
    exempt: tuple[Mapping[str, str], ...] = ()
    traps: tuple[str, ...] = field(default=())
    """Paths of columns on which nothing may be found."""


def ago(days: int) -> date:
    """A day before today; negative: after it."""
    return TODAY - timedelta(days=days)


def items(
    place: str, topic: str, days: Iterable[int | None], *, first: int, printed: int | None = None
) -> tuple[Item, ...]:
    """Items whose lists print dates of so many days ago (None: no date).

    An undated item's article prints the date of `printed` days ago, or none.
    """
    made = []
    for place_in_list, age in enumerate(days):
        title = _FORMS[(first + place_in_list) % len(_FORMS)].format(place=place, topic=topic)
        turn = place_in_list // len(_FORMS)
        title += f"（{'一二三四五'[turn]}）" if turn else ""
        day = None if age is None else ago(age)
        shown = day or (None if printed is None else ago(printed + place_in_list))
        made.append(Item(first + place_in_list, title, day, shown))
    return tuple(made)


def words(title: str) -> str:
    """An article's paragraphs."""
    return "".join(
        f"<p>　　{line}</p>"
        for line in (
            f"为做好{title}相关事宜，现将具体情况说明如下，请各有关单位结合实际认真抓好落实。",
            "各单位要进一步提高认识，压实责任，细化举措，确保各项工作按时保质完成。",
            "要加强协调配合，及时研究解决工作中遇到的困难，重要情况随时报告。",
        )
    )
