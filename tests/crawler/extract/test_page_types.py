from datetime import date

from crawler.extract.page import read_page

URL = "https://www.linhe.example/yjzj/202609/t20260901_5.html"
BODY = "<p>为规范物业管理，县住建局起草了办法，现公开征求意见。有意见请于2026年9月30日前反馈县住建局。</p>" * 4


def read(body: str, *, title: str, url: str = URL):
    crumbs = "<div class='crumb'>当前位置：<a href='/'>首页</a> &gt; <a href='/hdjl/xzxx/'>县长信箱</a></div>"
    head = f"<head><title>{title}</title></head>"
    page = f"<html>{head}<body>{crumbs}<h1>{title}</h1><p>发布时间：2026-09-01</p><div>{body}</div></body></html>"
    return read_page(page.encode(), url=url, today=date(2026, 11, 20))


def test_a_consultation_is_read_with_its_page():
    page = read(BODY, title="关于公开征求《临河县物业管理办法（征求意见稿）》意见的公告")
    assert page.consultation is not None
    assert page.consultation.ends_on == date(2026, 9, 30)
    assert (page.guide, page.reply, page.catalogues, page.letters) == (None, None, (), ())


def test_letters_stand_in_columns_too():
    rows = "".join(
        f"<tr><td><a href='{n}.html'>第{n}封来信，反映路灯不亮</a></td><td>2026-10-0{n}</td><td>受理中</td></tr>"
        for n in range(1, 9)
    )
    table = f"<table><tr><th>来信标题</th><th>来信时间</th><th>状态</th></tr>{rows}</table>"
    page = read(table, title="县长信箱", url="https://www.linhe.example/hdjl/xzxx/index.html")
    assert len(page.letters) == 8


def test_a_plain_article_is_of_no_special_kind():
    page = read("<p>临河县召开防汛工作会议，部署下一阶段工作。</p>" * 8, title="临河县召开防汛工作会议")
    assert (page.letters, page.consultation, page.guide, page.reply, page.catalogues) == ((), None, None, None, ())
