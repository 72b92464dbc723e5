"""What `duwang read` says at its end."""

from checks.lifecycle.case import Move
from checks.trust import Jump
from crawler.plan import Progress
from duwang.jobs.finish_reading import Brought
from duwang.jobs.read_site import SiteRead
from duwang.reading_view import how_far, summary
from tests.factories import CODE


def read(**given: object) -> SiteRead:
    values = {"pages": 3, "links": 9, "moves": {Move.FOUND: 90}, "standing": 91, "unread": {}, "seen": (), **given}
    return SiteRead(code=CODE, name="临河县人民政府", state="finished", brought=Brought(**values))


def test_a_jump_asks_for_a_look_before_anything_is_sent() -> None:
    told = summary([read(jumps={"link-broken": Jump(count=90, usual=2, most=12)})], 1)
    assert "请先核看再发出" in told
    assert "临河县人民政府“链接打不开”（link-broken）：今天新增 90 个，平常 2 个左右，不超过 12 个" in told


def test_a_usual_reading_has_no_banner() -> None:
    assert "核看" not in summary([read()], 1)


def test_files_that_were_not_opened_are_told_over_all_sites() -> None:
    told = summary([read(unopened={"format-rar": 1}), read(unopened={"format-rar": 1, "encrypted": 1})], 1)
    assert "附件 3 个未能打开：.rar 格式 2 个、加密 1 个，不作结论。" in told
    assert "附件" not in summary([read()], 1)


def test_how_far_a_reading_is_names_the_browser_where_one_is_asked() -> None:
    far = Progress(pages=22, pages_waiting=65, links=1, links_waiting=0)
    assert how_far(far) == "已读 22 页，待读 65 页；已查 1 个链接，待查 0 个"
    assert how_far(far._replace(drawn=20)).startswith("已读 22 页（20 页须用浏览器打开，较慢），待读 65 页")


def test_sites_that_fail_for_the_same_reason_are_told_together() -> None:
    full = "磁盘已满，写不进去。请腾出空间后重试。"
    failed = [SiteRead(code=CODE, name=name, state="failed", error=full) for name in ("甲县", "乙县")]
    assert "没有读成：甲县、乙县（磁盘已满，写不进去。请腾出空间后重试）。" in summary(failed, 1)
