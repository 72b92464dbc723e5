"""Who writes what: one function for each kind of list, content in, articles out.

Each takes the desk it is written at (site, column, days) and yields every article that may ever be seen; the portal
leaves out what is not published yet.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from duwang.demo.calendar import ACCOUNTS_DAY, BUDGET_DAY, REPORT_DAYS, SITE_REPORT_DAY, days_before, latest_years
from duwang.demo.model import Article, Identity, Link
from duwang.demo.texts import content, fill, filler, load

MARK = "（此件公开发布）"
NEWS_SHOWN = {"yaowen": 5, "gongzuo": 8, "bumen": 3}
"""How many news items a list shows."""
CATALOGUE_AGE = 73
"""Days before the last simulated day on which the catalogues were last gone over."""
MOST_DAYS = 14
"""Simulated days that the demo can go back."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an article is written: for which site and column, on which simulated day."""

    identity: Identity
    column: str
    today: date
    anchor: date
    """The last simulated day: ages count back from it, so that an article keeps its date as days go by."""

    def published(self, age: int) -> date:
        """The day `age` days before the last simulated day."""
        return days_before(self.anchor, age)

    def write(self, key: str, title: str, published: date, paragraphs: list[str], **more: Any) -> Article:
        """An article of this column."""
        source = more.pop("source", self.identity.unit)
        return Article(
            key=f"{self.column}/{key}", column=self.column, title=title, published=published,
            paragraphs=list(paragraphs), source=source, **more,
        )  # fmt: skip


def cn_date(day: date) -> str:
    """2026年9月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def news(desk: Desk) -> Iterator[Article]:
    """One item a day; the list shows the newest, and older ones stay where they were."""
    stories = content("news", desk.identity)
    shift = sum(map(ord, desk.identity.key + desk.column))
    older = max(0, MOST_DAYS - (desk.anchor - desk.today).days)
    for age in range(NEWS_SHOWN[desk.column] + older):
        day = days_before(desk.today, age)
        story = stories[(day.toordinal() + shift) % len(stories)]
        article = desk.write(day.strftime("%Y%m%d"), story["title"], day, story["text"])
        if age % 3 == 0:
            article.images.append((f"/images/news{day.toordinal() % 4}.png", f"{story['title']}现场图片"))
        yield article


def reprints(desk: Desk) -> Iterator[Article]:
    """State Council news, taken over from its own site every few days, and the documents that must be taken over."""
    stories = content("interaction", desk.identity)["reprints"]
    newest = desk.today.toordinal() // 3 * 3
    for step, story in enumerate(stories):
        day = date.fromordinal(newest - step * 3)
        yield desk.write(day.strftime("%Y%m%d"), story["title"], day, story["text"], source="中国政府网")
    for story in content("interaction", desk.identity)["important"]:
        published = days_before(desk.published(story["age"]), -story["after"])
        yield desk.write(story["key"], story["title"], published, story["text"], source="中国政府网")


def notices(desk: Desk) -> Iterator[Article]:
    """Notices; the oldest is pinned on top, as portals like to do."""
    stories = content("notices", desk.identity)
    for number, story in enumerate(stories):
        published = desk.published(story["age"])
        title = story["title"].replace("2026", str(published.year))
        article = desk.write(str(number), title, published, story["text"])
        article.pinned = number == len(stories) - 1
        yield article


def plain(desk: Desk) -> Iterator[Article]:
    """Articles that are just written down."""
    for number, story in enumerate(content("plain", desk.identity)[desk.column]):
        published = desk.published(story["age"])
        title = story["title"].replace("2026", str(published.year))
        yield desk.write(str(number), title, published, story["text"])


def _prefix(entry: dict[str, Any], identity: Identity) -> str:
    """Normative documents have a number series of their own: 安政规."""
    return f"{identity.prefix.removesuffix('办')}规" if entry["normative"] else identity.prefix


def documents(desk: Desk) -> Iterator[Article]:
    """Policy documents with their whole block, and the link to their interpretation."""
    identity = desk.identity
    for entry in content("documents", identity):
        published = desk.published(entry["age"])
        written = days_before(published, 3)
        block = {
            "索引号": f"{identity.code}/{published.year}-{entry['number']:05d}", "主题分类": entry["subject"],
            "发布机构": identity.office, "成文日期": cn_date(written), "名称": entry["title"],
            "文号": f"{_prefix(entry, identity)}〔{written.year}〕{entry['number']}号",
            "发布日期": cn_date(published), "有效性": "有效",
        }  # fmt: skip
        article = desk.write(entry["key"], entry["title"], published, entry["text"], form="document", block=block)
        article.signature = f"{identity.office}\n{cn_date(written)}"
        article.mark = MARK
        if not entry.get("personnel"):
            article.related.append(Link(f"《{entry['name']}》政策解读", f"jiedu/{entry['key']}", "相关解读"))
        yield article


def interpretations(desk: Desk) -> Iterator[Article]:
    """One interpretation a document, published with it, linking back."""
    for entry in content("documents", desk.identity):
        if entry.get("personnel"):
            continue
        text = [
            f"近日，{desk.identity.office}印发《{entry['name']}》，现解读如下。",
            "一、背景依据。为落实上级有关要求，回应企业群众关切，在充分调研、广泛听取意见的基础上制定本文件。",
            "二、目标任务。进一步规范工作流程，提高服务质量和办理效率，增强企业群众的获得感。",
            "三、主要内容。文件明确了适用范围、基本原则、工作措施和监督保障等方面的要求。",
            f"四、注意事项。执行中如有疑问，可与{desk.identity.office}联系，联系电话：{desk.identity.phone}。",
        ]
        article = desk.write(entry["key"], f"《{entry['name']}》政策解读", desk.published(entry["age"]), text)
        article.related.append(Link(entry["title"], f"wenjian/{entry['key']}", "相关文件"))
        yield article


def annual_reports(desk: Desk) -> Iterator[Article]:
    """The disclosure reports of the last two years."""
    unit = desk.identity.unit
    for published in latest_years(desk.anchor, REPORT_DAYS[desk.identity.level], 2):
        year = published.year - 1
        text = [
            f"根据《中华人民共和国政府信息公开条例》的规定，现公布{unit}{year}年政府信息公开工作年度报告。",
            f"一、总体情况。{year}年，{unit}认真落实政府信息公开各项要求，及时准确公开政府信息。",
            "二、主动公开政府信息情况。全年主动公开政府信息三百余条。",
            "三、收到和处理政府信息公开申请情况。全年收到申请十二件，均按期答复。",
            "四、政府信息公开行政复议、行政诉讼情况。全年未发生。",
            "五、存在的主要问题及改进情况。解读形式还不够丰富，将进一步改进。",
            "六、其他需要报告的事项。无收取信息处理费的情况。",
        ]
        yield desk.write(str(year), f"{unit}{year}年政府信息公开工作年度报告", published, text)


def site_reports(desk: Desk) -> Iterator[Article]:
    """The yearly report form of the site itself."""
    name = desk.identity.name
    parts = "信息发布、专栏专题、解读回应、办事服务、互动交流、安全防护、移动新媒体、创新发展"
    for published in latest_years(desk.anchor, SITE_REPORT_DAY, 2):
        year = published.year - 1
        text = [f"现将{name}网站{year}年度工作报表予以公布。", f"报表内容包括{parts}等情况。"]
        yield desk.write(str(year), f"{name}网站工作年度报表（{year}年度）", published, text)


def budgets(desk: Desk) -> Iterator[Article]:
    """The year's budget and last year's accounts."""
    unit = desk.identity.unit
    parts = "单位职责、机构设置、一般公共预算收支、政府性基金预算收支、“三公”经费"
    for published in latest_years(desk.anchor, BUDGET_DAY, 1):
        text = [f"{unit}{published.year}年预算已经批准，现予公开。", f"公开内容包括{parts}等情况及说明。"]
        yield desk.write(f"b{published.year}", f"{unit}{published.year}年部门预算公开", published, text)
    for published in latest_years(desk.anchor, ACCOUNTS_DAY, 1):
        year = published.year - 1
        text = [f"{unit}{year}年决算已经批准，现予公开。", f"公开内容包括{parts}等决算情况及说明。"]
        yield desk.write(f"a{year}", f"{unit}{year}年部门决算公开", published, text)


def gazettes(desk: Desk) -> Iterator[Article]:
    """Government gazettes, every other month."""
    for step, age in enumerate((24, 85, 146)):
        published = desk.published(age)
        title = f"{desk.identity.unit}公报{published.year}年第{published.month}期"
        text = [
            "本期目录：政策文件、人事信息、政策解读。",
            "公报电子版与纸质版同步发布，可在各级档案馆、图书馆免费取阅。",
        ]
        yield desk.write(str(step), title, published, text)


def catalogue(desk: Desk, domain: str) -> Article:
    """The disclosure catalogue of a pilot domain, as a table with the eight elements."""
    names = {**filler(desk.identity), "domain": domain}
    told = fill(load("columns")["catalogue"], names)
    text = [f"{domain}领域基层政务公开标准目录如下，由{desk.identity.unit}有关部门负责公开。"]
    title = f"{desk.identity.place}{domain}领域基层政务公开标准目录"
    return desk.write(
        "0", title, desk.published(CATALOGUE_AGE), text, form="table", table=[told["header"], *told["rows"]]
    )


def guides(desk: Desk) -> Iterator[Article]:
    """Service guides with every element."""
    data = content("interaction", desk.identity)
    for number, guide in enumerate(data["guides"]):
        name = guide["title"].removesuffix("办事指南")
        block = {
            "事项名称": name, "设定依据": guide["basis"], "申请条件": guide["condition"], "办理材料": guide["papers"],
            "办理地点": f"{desk.identity.place}政务服务中心三楼综合窗口",
            "办理时间": "周一至周五上午8:30至12:00，下午14:30至18:00",
            "联系电话": desk.identity.phone, "办理流程": data["guide_steps"], "收费标准": "不收费",
        }  # fmt: skip
        table = [[label, value] for label, value in block.items()]
        text = ["申请人可到现场办理，也可通过政务服务网办理。"]
        yield desk.write(str(number), guide["title"], desk.published(guide["age"]), text, form="table", table=table)


def letters(desk: Desk) -> Iterator[Article]:
    """Letters of citizens; all but the newest are answered."""
    for number, letter in enumerate(content("interaction", desk.identity)["letters"]):
        asked = desk.published(letter["age"])
        answered = None if letter["answered_after"] is None else days_before(asked, -letter["answered_after"])
        block = {
            "来信标题": letter["title"],
            "来信人": "王**",
            "来信时间": asked.isoformat(),
            "来信内容": letter["question"],
        }
        if answered is None or answered > desk.today:
            block["办理状态"] = "办理中"
        else:
            block |= {"办理状态": "已答复", "答复单位": desk.identity.office, "答复时间": answered.isoformat()}
            block["答复内容"] = letter["answer"]
        yield desk.write(str(number), letter["title"], asked, [], form="letter", block=block)


def consultations(desk: Desk) -> Iterator[Article]:
    """Consultations, and what came of those that are over."""
    for number, entry in enumerate(content("interaction", desk.identity)["consultations"]):
        start = desk.published(entry["age"])
        end = days_before(start, -entry["days"])
        name = f"《{entry['name']}（征求意见稿）》"
        answered = days_before(end, -9)
        text = [
            f"为提高决策的科学性、民主性，现就{name}向社会公开征求意见。",
            f"征集时间：{cn_date(start)}至{cn_date(end)}。",
            f"公众可通过信函或者网上留言提出意见，联系电话：{desk.identity.phone}。",
        ]
        article = desk.write(str(number), f"关于公开征求{name}意见的公告", start, text)
        yield article
        result = f"关于{name}征求意见采纳情况的反馈"
        if answered > desk.today:
            continue
        article.related.append(Link(result, f"{desk.column}/{number}r", "结果反馈"))
        told = [
            f"{name}征求意见工作已结束，共收到意见八条。",
            "经研究，采纳六条，未采纳两条，未采纳的已向提出人说明理由。",
        ]
        reply = desk.write(f"{number}r", result, answered, told)
        reply.related.append(Link(article.title, article.key, "相关征集"))
        yield reply


def interviews(desk: Desk) -> Iterator[Article]:
    """Interviews with their words kept."""
    for number, entry in enumerate(content("interaction", desk.identity)["interviews"]):
        yield desk.write(str(number), entry["title"], desk.published(entry["age"]), entry["text"])


def proposals(desk: Desk) -> Iterator[Article]:
    """Replies to deputies' proposals, with issuer, summary, date and number."""
    identity = desk.identity
    for number, entry in enumerate(content("interaction", identity)["proposals"]):
        published = desk.published(entry["age"])
        block = {
            "发布机构": identity.office, "内容概述": f"{entry['kind']}第{entry['number']}号答复",
            "发布日期": cn_date(published), "文号": f"{identity.prefix}函〔{published.year}〕{entry['number']}号",
        }  # fmt: skip
        title = f"对{entry['kind']}第{entry['number']}号《{entry['title']}》的答复"
        text = ["尊敬的代表（委员）：", entry["answer"], "感谢您对我们工作的关心和支持。"]
        article = desk.write(str(number), title, published, text, form="document", block=block)
        article.signature = f"{identity.office}\n{cn_date(published)}"
        article.mark = MARK
        yield article


WRITERS: dict[str, Callable[[Desk], Iterator[Article]]] = {
    one.__name__: one
    for one in (
        news, reprints, notices, plain, documents, interpretations, annual_reports, site_reports, budgets, gazettes,
        guides, letters, consultations, interviews, proposals,
    )
}  # fmt: skip
