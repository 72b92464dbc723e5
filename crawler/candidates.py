"""Links that may lead to columns: navigation, headings of lists, and what their words and addresses say."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from checks.observations.link import LinkSeen
from checks.observations.page import PageSeen
from config.column_types import match_type

_FILE_END = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|jpe?g|png|gif|mp4|mp3|wps|ofd|txt|css|js|exe|apk)$", re.I
)
_ARTICLE = re.compile(
    r"/(?:t20\d{6}_\d+|art_\d+_\d+|content_\d+|post_\d+|[0-9a-f]{32}|\d{5,})\.\w{3,5}$|/(?:19|20)\d{2}[-/]?\d{2}/|/art/(?:19|20)\d\d/|"
    r"/(?:19|20)\d\d/\d{1,2}/\d{1,2}/|/info/\d+/\d+\.html?$|[?&](?:articleid|infoid|newsid|contentid|aid)=|"
    r"/(?:show|view|detail|content|read)(?!\w*(?:list|more|class|column))\w*\.(?:jsp|aspx?|php|do|action)\?(?:.*&)?(?:id|nid|docid|no)=\d{4,}",
    re.I,
)
_COLUMN = re.compile(
    r"/$|/(?:index|list|default|channel|column|node|col)[\w-]*\.\w{3,5}$|/col/col\d+|list\w*\.(?:s?html?|jsp|aspx?|php)$|_list\b|"
    r"[?&](?:channelid|columnid|catid|cateid|categoryid|cid|classid|nodeid|colid|chnlid|lmid|sortid|tid|typeid|id)=",
    re.I,
)
_NO_COLUMN_ADDRESS = re.compile(
    r"search|sousuo|jsearch|login|logon|regist|passport|sso|oauth|english|/en/|wza|aria|mobile|wap/|rss|/app/?$|webmail|mail\.|jubao|"
    r"12345|12388|xinfang|wsxf|zwfw|jiucuo|conac|beian|weibo|weixin|mp\.weixin|cma\.|gate/big5|data\.|opendata|tj\.html|sitemap|wzdt",
    re.I,
)
_NO_COLUMN_NAME = re.compile(
    r"^(?:网站)?(?:首页|主页)$|^返回|登录|注册|无障碍|关怀版|长者|适老|繁[體体]|简体|English|EN$|Русский|日本語|RSS|邮箱|客户端|微信|微博|"
    r"抖音|搜索|检索|收藏|设为|手机版|移动版|网站地图|站点地图|联系我们|关于我们|版权|隐私|法律声明|网站声明|帮助|友情链接|举报|投诉|信访(?!工作|动态|信息|公开)|"
    r"监督电话|在线申请|服务大厅|政务服务网|办事大厅|智能问答|机器人|IPv6|天气|上一|下一|尾页|打印|关闭|^\W*$|^\d+$|依申请公开|我要|网上办事|"
    r"个人服务|法人服务|公众号|小程序|二维码|政务新媒体|数据开放平台|省政府|国务院(?:部门|网站)|中国政府网|中央人民政府|县区(?:网站|政府)|区县网站|部门网站",
    re.I,
)
_CHANNEL_NAME = re.compile(
    r"^(?:(?:政府|政务|村务|重点领域)?信息公开(?:目录|平台|专栏)?|政务公开|重点领域.{0,4}|(?:政民|公众|互动)(?:交流|互动|参与)|新闻中心|新闻动态|"
    r"资讯中心|公开专栏|公共服务|专题专栏|法定主动公开内容)$"
)
"""What carries other columns below it, seldom a list of its own."""
_PLATFORM_HOST = re.compile(r"xxgk|zwgk|gkml|zfgb", re.I)
_MORE = re.compile(r"^\W*(?:查看|点击|阅读|浏览)?\s*(?:更多|more)\s*(?:信息|内容|>+)?\W*$", re.I)
_SERVICE_TYPES: Final = frozenset({"service", "mailbox", "disclosure_request", "link_list"})
_LONGEST_NAME: Final = 20
"""Characters of a column's name; a longer link is an article's title."""


class Candidate(NamedTuple):
    """A link that may lead to a column."""

    url: str
    name: str
    type: str | None
    confidence: float
    """How sure the link alone makes us, 0 to 1."""
    level: int = 1


def column_candidates(page: PageSeen, *, level: int = 1, known: Container[str] = frozenset()) -> tuple[Candidate, ...]:
    """Return the links of a home page (or, with level 2, of a column's page) that may lead to columns, likeliest first.

    Left out: the addresses that are `known`; other sites, files, articles, search, login, service halls and functions.
    """
    found: dict[str, Candidate] = {}
    for url, link, name in named_links(page):
        if url in known:
            continue
        confidence = _confidence(link, name, url) if _may_be_column(url, name, page.url) else 0.0
        if confidence <= 0:
            continue
        kind = match_type(name)
        candidate = Candidate(url, name, kind.id if kind else None, confidence, level)
        if url not in found or _better(candidate, found[url]):
            found[url] = candidate
    return tuple(sorted(found.values(), key=lambda candidate: -candidate.confidence))


def named_links(page: PageSeen) -> Iterator[tuple[str, LinkSeen, str]]:
    """(address, link, name) of each page link; a link 更多 carries the name of the link to the same address."""
    names = {link.url: name for link in page.links if (name := clean_name(link.text)) and not _MORE.match(name)}
    for link in page.links:
        if link.kind == "page" and not link.malformed:
            name = clean_name(link.text)
            if _MORE.match(name):
                name = names.get(link.url, "")
            if name:
                yield link.url, link, name


def clean_name(text: str) -> str:
    """A link's words without the marks around them."""
    return " ".join(text.split()).strip(" >»›·•|-—+▶►→：:【】[]")


def same_site(url: str, home: str) -> bool:
    """True: the same host, `www.` aside, or the portal's own host for open government information below its domain."""
    ours, theirs = _host(home), _host(url)
    if ours == theirs:
        return bool(ours)
    label, _, rest = theirs.partition(".")
    return rest in (ours, ours.partition(".")[2]) and bool(_PLATFORM_HOST.search(label))


@lru_cache(maxsize=4096)
def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _may_be_column(url: str, name: str, home: str) -> bool:
    path = urlsplit(url).path
    if not same_site(url, home) or len(name) > _LONGEST_NAME or len(name) < 2:
        return False
    if path in ("", "/") or url == home or _FILE_END.search(path) or _ARTICLE.search(url):
        return False
    return not (_NO_COLUMN_NAME.search(name) or _NO_COLUMN_ADDRESS.search(url))


def _confidence(link: LinkSeen, name: str, url: str) -> float:
    score = 0.25
    kind = match_type(name)
    if kind is not None:
        score += 0.1 if kind.id in _SERVICE_TYPES else 0.35
    elif _CHANNEL_NAME.search(name):
        score += 0.15
    if link.region == "nav":
        score += 0.2
    elif link.region in ("footer", "header"):
        score -= 0.1
    if _COLUMN.search(url):
        score += 0.2
    if _MORE.match(clean_name(link.text)):
        score += 0.15
    return round(min(score, 0.95), 2)


def _better(one: Candidate, other: Candidate) -> bool:
    """A surer link, or of equally sure ones that with a name that tells its type."""
    return (one.confidence, one.type is not None) > (other.confidence, other.type is not None)
