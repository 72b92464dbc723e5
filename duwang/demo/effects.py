"""What each fault does to a portal: one function an effect, named in `content/faults.yaml`.

An effect changes the portal before it is drawn and says what the finding is about: the key of a page or column, "/"
for the home page, or the finding's subject itself; None where nothing is to be found yet.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from duwang.demo.calendar import REPORTS_DUE
from duwang.demo.model import Answer, Article, Column, Portal
from duwang.demo.portal import fill_column
from duwang.demo.writers import cn_date

About = dict[str, Any]
HOME = "/"

_TAGS = {
    "page": '<p>详情请见：<a href="{href}" target="_blank">{words}</a></p>',
    "attachment": '<p>附件：<a href="{href}">{words}.doc</a></p>',
    "image": '<p><img src="{href}" alt="{words}"></p>',
    "media": '<p><video src="{href}" controls="controls" title="{words}"></video></p>',
    "frame": '<p><iframe src="{href}" width="640" height="320" title="{words}"></iframe></p>',
    "script": '<script type="text/javascript" src="{href}"></script>',
    "style": '<link rel="stylesheet" type="text/css" href="{href}">',
}


def _column(portal: Portal, key: str) -> Column:
    return portal.columns[key]


def _page(portal: Portal, key: str) -> Article:
    """The article of that key; of a column, its standing page or its newest article."""
    if key not in portal.columns:
        return portal.article(key)
    column = portal.columns[key]
    return column.standing or column.articles[0]


def _markup(portal: Portal, about: About) -> str:
    kind = about.get("tag", "page")
    return _TAGS[kind].format(href=_target(portal, about), words="相关材料")


def _target(portal: Portal, about: About) -> str:
    return str(about["target"]).replace("{port}", str(portal.port))


def _answer(portal: Portal, about: About) -> None:
    """Make the server answer at the target as the fault says; without a word of it, there is no such page."""
    if "answer" in about:
        portal.answers[_target(portal, about)] = Answer(**about["answer"])


def _subject(portal: Portal, about: About) -> str:
    target = _target(portal, about)
    return portal.origin + target if target.startswith("/") else target


def link(portal: Portal, about: About) -> str:
    """Put a link, picture, file, film or frame into an article or a standing page."""
    if about["at"] in portal.columns and portal.columns[about["at"]].children:
        portal.columns[about["at"]].extra += _markup(portal, about)
    else:
        _page(portal, about["at"]).extra += _markup(portal, about)
    _answer(portal, about)
    return _subject(portal, about)


def template_link(portal: Portal, about: About) -> str:
    """Put a link into the frame that all pages share."""
    portal.banner += _markup(portal, about)
    _answer(portal, about)
    return _subject(portal, about)


def answer_only(portal: Portal, about: About) -> str:
    """Only the server's answer at an address, for links of another fault."""
    _answer(portal, about)
    return _subject(portal, about)


def column_frozen(portal: Portal, about: About) -> str:
    """Nothing new in a column since a day."""
    fill_column(portal, about["at"], today=about["anchor"] + timedelta(days=about["since"]), anchor=about["anchor"])
    return str(about.get("item", about["at"]))


def column_emptied(portal: Portal, about: About) -> str:
    """A column without any item."""
    _column(portal, about["at"]).articles.clear()
    return str(about["at"])


def dates_hidden(portal: Portal, about: About) -> str:
    """A column whose items and articles print no date."""
    for article in _column(portal, about["at"]).articles:
        article.show_date = False
    return str(about["at"])


def dated_ahead(portal: Portal, about: About) -> str:
    """An article dated after today."""
    _page(portal, about["at"]).published = about["anchor"] + timedelta(days=40)
    return str(about["at"])


def home_frozen(portal: Portal, about: About) -> str:
    """A home page that shows nothing new."""
    portal.home_frozen_days = about["quiet"]
    return HOME


def unexplained(portal: Portal, about: About) -> str:
    """A document that does not link to its interpretation, though there is one."""
    _page(portal, about["at"]).related.clear()
    return str(about["at"])


def never_explained(portal: Portal, about: About) -> str:
    """A document without any interpretation on the site."""
    key = str(about["at"])
    _page(portal, key).related.clear()
    jiedu = _column(portal, "jiedu")
    jiedu.articles = [one for one in jiedu.articles if one.key != key.replace("wenjian/", "jiedu/")]
    return key


def explained_late(portal: Portal, about: About) -> str:
    """An interpretation published long after its document."""
    key = str(about["at"])
    _page(portal, key.replace("wenjian/", "jiedu/")).published += timedelta(days=about["days_late"])
    return key


def not_linked_back(portal: Portal, about: About) -> str:
    """An interpretation that does not link to its document."""
    _page(portal, about["at"]).related.clear()
    return str(about["at"])


def footer_without(portal: Portal, about: About) -> str:
    """A footer that lacks a mark."""
    portal.footer_without.add(about["item"])
    return str(about["item"])


def column_gone(portal: Portal, about: About) -> str:
    """A column that must be there and is not."""
    del portal.columns[about["at"]]
    for column in portal.columns.values():
        column.children = [child for child in column.children if child != about["at"]]
    return str(about["item"])


def nothing_more(portal: Portal, about: About) -> str:
    """Nothing besides what another fault does, which breaks more than one rule."""
    return str(about["item"])


def report_gone(portal: Portal, about: About) -> str | None:
    """Last year's disclosure report is missing; nothing to be found before it is due."""
    year = portal.today.year - 1
    nianbao = _column(portal, "nianbao")
    nianbao.articles = [one for one in nianbao.articles if one.key != f"nianbao/{year}"]
    is_due = (portal.today.month, portal.today.day) > REPORTS_DUE[portal.identity.level]
    return f"annual-report-{year}" if is_due else None


def down(portal: Portal, about: About) -> str:
    """The whole site cannot be reached."""
    portal.down = True
    return HOME


def block_without(portal: Portal, about: About) -> str:
    """A document's block without some of its fields."""
    article = _page(portal, about["at"])
    article.block = {label: value for label, value in article.block.items() if label not in about["fields"]}
    return str(about["at"])


def written_early(portal: Portal, about: About) -> str:
    """A document that lay about before it was published."""
    article = _page(portal, about["at"])
    written = article.published - timedelta(days=about["by"])
    article.block["成文日期"] = cn_date(written)
    article.signature = f"{portal.identity.office}\n{cn_date(written)}"
    return str(about["at"])


def mark_gone(portal: Portal, about: About) -> str:
    """A document without 此件公开发布."""
    _page(portal, about["at"]).mark = ""
    return str(about["at"])


def table_without(portal: Portal, about: About) -> str:
    """A catalogue without some of its columns."""
    article = _page(portal, about["at"])
    kept = [place for place, label in enumerate(article.table[0]) if label not in about["fields"]]
    article.table = [[row[place] for place in kept] for row in article.table]
    return str(about["at"])


def guide_without(portal: Portal, about: About) -> str:
    """A service guide without some of its elements."""
    article = _page(portal, about["at"])
    article.table = [row for row in article.table if row[0] not in about["fields"]]
    return str(about["at"])


def metas_without(portal: Portal, about: About) -> str:
    """A kind of page without some of its meta tags."""
    portal.metas_left_out.setdefault(about["kind"], set()).update(about["tags"])
    return str(about["kind"])


def unanswered(portal: Portal, about: About) -> str:
    """A letter that nobody answered."""
    block = _page(portal, about["at"]).block
    for label in ("答复单位", "答复时间", "答复内容"):
        block.pop(label, None)
    block["办理状态"] = "办理中"
    return str(about["at"])


def result_gone(portal: Portal, about: About) -> str:
    """A consultation that ended without anybody saying what came of it."""
    key = str(about["at"])
    _page(portal, key).related.clear()
    column = _column(portal, key.split("/")[0])
    column.articles = [one for one in column.articles if one.key != f"{key}r"]
    return key


def consultations_few(portal: Portal, about: About) -> str:
    """Fewer consultations than a year must have."""
    column = _column(portal, "zhengji")
    kept = {f"zhengji/{number}" for number in range(about["keep"])}
    column.articles = [one for one in column.articles if one.key.rstrip("r") in kept]
    return str(about["item"])


def reprint_gone(portal: Portal, about: About) -> str:
    """An important document that was not taken over."""
    document = _page(portal, about["at"])
    _column(portal, document.column).articles.remove(document)
    return document.title


def reprinted_late(portal: Portal, about: About) -> str:
    """An important document that was taken over days later, once it was."""
    document = _page(portal, about["at"])
    document.published += timedelta(days=about["days_late"])
    if document.published > portal.today:
        _column(portal, document.column).articles.remove(document)
    return document.title


def account_silent(portal: Portal, about: About) -> str:
    """A new-media account without a post since a day."""
    portal.accounts[about["account"]] = about["anchor"] + timedelta(days=about["since"])
    return str(about["account"])


def text(portal: Portal, about: About) -> str:
    """One more paragraph in an article."""
    _page(portal, about["at"]).paragraphs.append(about["text"])
    return str(about["at"])


def replaced(portal: Portal, about: About) -> str:
    """An article that somebody was only trying out."""
    article = _page(portal, about["at"])
    article.title, article.paragraphs = about["title"], [about["text"]]
    return str(about["at"])


def hidden(portal: Portal, about: About) -> str:
    """A planted link that people do not see, on every page."""
    target = _target(portal, about)
    portal.banner += (
        f'<div style="position:absolute;left:-9999px;top:-9999px;"><a href="{target}">{about["words"]}</a></div>'
    )
    return target


def language_gone(portal: Portal, about: About) -> str:
    """Pages of one kind that do not say which language they are in."""
    portal.without_language.add(about["item"])
    return str(about["item"])


def alt_gone(portal: Portal, about: About) -> str:
    """Pictures without alternative text on one kind of page."""
    portal.without_alt.add(about["item"])
    return str(about["item"])


def printed_newer(portal: Portal, about: About) -> str:
    """An old article that prints a new date, so that its column looks kept up."""
    _page(portal, about["at"]).printed = portal.today - timedelta(days=1)
    return str(about["at"])


EFFECTS: dict[str, Callable[[Portal, About], str | None]] = {
    one.__name__: one
    for one in (
        link, template_link, answer_only, column_frozen, column_emptied, dates_hidden, dated_ahead, home_frozen,
        unexplained, never_explained, explained_late, not_linked_back, footer_without, column_gone, nothing_more,
        report_gone, down, block_without, written_early, mark_gone, table_without, guide_without, metas_without,
        unanswered, result_gone, consultations_few, reprint_gone, reprinted_late, account_silent,
        text, replaced, hidden, language_gone, alt_gone, printed_newer,
    )
}  # fmt: skip


def day_number(today: date, anchor: date) -> int:
    """Simulated days as the faults count them: 0 is the last."""
    return (today - anchor).days
