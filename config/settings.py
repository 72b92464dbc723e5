"""Settings: defaults < duwang.toml in the workspace < DUWANG_* environment variables < command line."""

import os
import re
import ssl
import tomllib
from datetime import date, time
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from config.errors import ConfigError
from config.mistakes import did_you_mean, expected, no_toml

SETTINGS_FILE = "duwang.toml"


class QuietHours(BaseModel):
    """Local hours in which a site is left alone; may pass midnight."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    start: time
    end: time


class FetchSettings(BaseModel):
    """How sites are fetched."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    contact: str = Field(default="", description="联系邮箱或电话，写进 User-Agent，便于网站管理员联系；请务必填写")
    """Mail address or telephone that the User-Agent names, so that a site's keeper can reach us."""
    concurrency: int = Field(default=8, ge=1, le=64, description="对一个主机同时进行的请求数，1 至 64")
    """Requests under way at once to one host."""
    delay_seconds: float = Field(default=0.0, ge=0, description="对一个主机两次请求之间至少停几秒")
    """Least pause between two requests to one host; AutoThrottle adds to it when the host slows down."""
    autothrottle: bool = Field(default=True, description="网站变慢时自动放慢读取")
    timeout_seconds: float = Field(default=15.0, gt=0, description="一次请求最多等几秒")
    max_bytes: int = Field(default=32 * 1024 * 1024, gt=0, description="一个页面或文件最多读多少字节")
    max_page_bytes: int = Field(
        default=4 * 1024 * 1024, gt=0, description="一个网页最多核看多少字节，超过的不核看、不作结论，并在报告中说明"
    )
    """Larger pages are not parsed: a long one holds up everything else; people's pages have a tenth of this."""
    obey_robots: bool = Field(default=True, description="遵守网站的 robots.txt")
    foreign_concurrency: int = Field(default=2, ge=1, le=16, description="对站外主机同时进行的请求数")
    """Requests under way at once to a host that is no registered site's."""
    calm_seconds: float = Field(default=1.0, gt=0, description="回答慢于几秒时开始自动放慢")
    """Answers quicker than this never slow us down."""
    longest_pause_seconds: float = Field(default=120.0, ge=0, description="网站要求稍后再来时，最多等几秒")
    """Limit of `Retry-After`."""
    quiet_hours: QuietHours | None = Field(
        default=None,
        description="不读网的时段（北京时间，可跨午夜）",
        examples=[{"start": "08:30:00", "end": "09:30:00"}],
    )
    daily_pages: int = Field(default=300, ge=1, description="每日读网（daily）一个网站最多读多少页")
    """Page budget of a daily reading of one site."""
    full_pages: int = Field(default=20_000, ge=1, description="全面读网（--full）一个网站最多读多少页")
    daily_files: int = Field(default=100, ge=0, description="每日读网一个网站最多打开多少个附件")
    """File budget of a daily reading of one site."""
    full_files: int = Field(default=2000, ge=0, description="全面读网一个网站最多打开多少个附件")
    daily_file_bytes: int = Field(default=200 * 1024 * 1024, gt=0, description="每日读网一个网站的附件最多下载多少字节")
    full_file_bytes: int = Field(
        default=4 * 1024 * 1024 * 1024, gt=0, description="全面读网一个网站的附件最多下载多少字节"
    )
    pattern_pages: int = Field(
        default=200, ge=1, description="同一种地址（日历、筛选等）连续多少页没有文章和列表就不再读"
    )
    """Pages of one address pattern that show neither an article nor a list before the rest of it counts as endless."""
    second_try_seconds: float = Field(default=20.0, ge=0, description="判定链接打不开之前，两次尝试至少相隔几秒")
    """Least time between two tries at a link before it counts as broken."""
    browser: bool = Field(
        default=True, description="装有浏览器组件（duwang[browser]）和 Chromium 时，用它读取由脚本生成的列表和页脚"
    )
    """True: pages whose list or footer only scripts draw are drawn, where the machine can."""
    screenshots: int = Field(
        default=20, ge=0, description="装有浏览器组件时，一次读网给新发现的问题最多截几张图；0 表示不截"
    )
    """Screenshots of new findings that one reading takes."""
    allow_private: bool = Field(default=False, description="允许读取本机和内网地址（登记网站自己的主机一律允许）")
    """True: loopback and private addresses may be fetched. A registered site's own host always may."""
    ca_file: str = Field(
        default="",
        description="除系统自带的证书机构外另行信任的机构（PEM 文件的完整路径），本单位自建证书机构时才用；平时留空",
    )
    """File with the certificates of authorities that are trusted besides the system's: an office's own."""
    controls: tuple[str, ...] = Field(
        default=("https://dns.alidns.com/", "https://www.taobao.com/", "https://www.qq.com/"),
        description="对照网站：证书有效、有 IPv6 地址的知名网站；连它们也显得不正常，就是本机网络的问题，不作结论",
    )
    """Addresses of hosts that are surely in order: what seems wrong with them too is wrong with our own network."""
    hosts: dict[str, str] = Field(
        default={}, description="主机名指向的 IP 地址，优先于 DNS", examples=[{"www.linhe.example": "127.0.0.1"}]
    )
    """Host name -> IP address, over DNS: for rehearsals before a site goes live, and for the demo."""

    @field_validator("ca_file")
    @classmethod
    def _holds_certificates(cls, file: str) -> str:
        """Refuse at once what would fail at the first handshake."""
        try:
            if file:
                ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=file)
        except OSError as error:
            raise ValueError("没有这个文件，或文件里没有 PEM 格式的证书") from error
        return file

    @field_validator("hosts")
    @classmethod
    def _are_addresses(cls, hosts: dict[str, str]) -> dict[str, str]:
        """Refuse what would look like a host that is down."""
        for host, address in hosts.items():
            try:
                ip_address(address)
            except ValueError as error:
                raise ValueError(f"{host} 的“{address}”不是 IP 地址") from error
        return hosts


class Settings(BaseSettings):
    """Everything that may differ between two installations."""

    model_config = SettingsConfigDict(env_prefix="DUWANG_", env_nested_delimiter="__", extra="forbid", frozen=True)

    home: Path = Field(default=Path(), description="工作区文件夹；用环境变量 DUWANG_HOME 设置")
    """The workspace."""
    database_url: str = Field(default="", description="数据库地址；留空则用工作区里的 data/duwang.db（SQLite）")
    """Empty: SQLite in the workspace, `data/duwang.db`."""
    today: date | None = Field(
        default=None, description="规则以哪一天为“今天”，供补报和演练；平时不设", examples=["2026-11-20"]
    )
    """The day that every rule takes for today; None: the calendar's."""
    processes: int = Field(default=2, ge=1, description="同时读几个网站")
    """Sites read at once on this machine."""
    fetch: FetchSettings = Field(default=FetchSettings(), description="怎样读取网站")
    evidence_days: int = Field(
        default=400, ge=1, description="证据截图（data/evidence）至少保留多少天；没有整改的问题，截图一直保留"
    )
    """Days that a picture is kept after its finding was mended: circulars are quarterly, scores yearly."""
    checks: dict[str, dict[str, Any]] = Field(
        default={},
        description="本单位对某条规则的参数调整，见 duwang checks 规则编号",
        examples=[{"wording-error": {"office_expressions": ["words.tsv"]}}],
    )
    """Rule id -> limits that this installation sets over the rule's own."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment over file; the file is the workspace's."""
        file = workspace() / SETTINGS_FILE
        short = {"fetch": {"allow_private": allowed}} if (allowed := os.environ.get("DUWANG_ALLOW_PRIVATE")) else {}
        return (
            init_settings,
            env_settings,
            InitSettingsSource(settings_cls, short),
            InitSettingsSource(settings_cls, _written(file)),
        )

    @property
    def database(self) -> str:
        """The database's SQLAlchemy address."""
        return self.database_url or f"sqlite:///{(self.home / 'data' / 'duwang.db').absolute()}"


def workspace() -> Path:
    """The folder that holds duwang.toml: DUWANG_HOME, or the current folder."""
    return Path(os.environ.get("DUWANG_HOME") or ".")


def load_settings(**overrides: Any) -> Settings:
    """Read the settings of the workspace; `overrides` are the command line's.

    Raises `ConfigError` naming the file or variable and the key.
    """
    values: dict[str, Any] = {"home": workspace(), **overrides}
    file = str(workspace() / SETTINGS_FILE)
    try:
        return Settings(**values)
    except UnicodeDecodeError as error:
        raise ConfigError(file, "文字编码不是 UTF-8。", "请用 UTF-8 编码另存后重试。") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(file, no_toml(error), "请检查引号、方括号和等号。") from error
    except SettingsError as error:
        place = f"环境变量 {_variables(error)}"
        raise ConfigError(place, "列表和分项的值应写成 JSON。", f"请改正，或改写在 {file} 里。") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        place = f"{file} 或环境变量 DUWANG_{key.upper().replace('.', '__')}"
        remedy = _meant(first) or "请改正后重试。"
        raise ConfigError(place, f"“{key}”不对（{expected(first)}）。", remedy) from error


def _variables(error: SettingsError) -> str:
    """The variables whose values could not be taken apart, as closely as the error names them."""
    found = re.search(r'field "(\w+)"', str(error))
    prefix = f"DUWANG_{found[1].upper()}" if found else "DUWANG_"
    return "、".join(sorted(name for name in os.environ if name.upper().startswith(prefix)))


def _written(file: Path) -> dict[str, Any]:
    """What the file says; some editors put a mark before UTF-8."""
    return tomllib.loads(file.read_text("utf-8-sig")) if file.exists() else {}


def _meant(detail: ErrorDetails) -> str:
    """The name that was meant, where there is no such setting."""
    if detail["type"] != "extra_forbidden":
        return ""
    *above, name = detail["loc"]
    return did_you_mean(str(name), (FetchSettings if "fetch" in above else Settings).model_fields)
