"""Pictures of the places where something is wrong, outlined in red."""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checks.privacy import find_private
from config.settings import FetchSettings
from crawler.extract.address import canonical, join
from crawler.fetch.browser import Browser
from crawler.fetch.door import Door

if TYPE_CHECKING:  # an optional part
    from playwright.async_api import ElementHandle, Page

_LINKING = "[href], [src]"
_TARGETS = "all => all.map(one => String(one.href || one.src || ''))"
_OUTLINE = "one => { one.style.outline = '4px solid #e00'; one.scrollIntoView({ block: 'center' }); }"
_NO_OUTLINE = "one => { one.style.outline = ''; }"
_TEXT = "document.body ? document.body.innerText : ''"


class Place(NamedTuple):
    """One element of a page."""

    page: str
    selector: str | None = None
    target: str | None = None
    """The address that the element links to or shows, where there is no selector."""


async def take_screenshots(
    places: Iterable[Place], settings: FetchSettings, *, own_hosts: Collection[str], folder: Path
) -> dict[Place, str]:
    """Take a picture of each place that can be seen, and return the files' names within `folder`, by place.

    A page that shows anybody's private number is not photographed; and since a picture on it could show one that
    cannot be read, pictures are left out.
    """
    by_page: dict[str, list[Place]] = {}
    for place in dict.fromkeys(places):
        by_page.setdefault(canonical(place.page), []).append(place)
    async with Door(settings, own_hosts) as door, Browser(door, settings) as browser:
        visits = (browser.visit(url, partial(_photograph, places=wanted)) for url, wanted in by_page.items())
        taken = await asyncio.gather(*visits)
    return {place: _keep(png, folder) for shots in taken for place, png in (shots or {}).items()}


def _keep(png: bytes, folder: Path) -> str:
    name = f"{sha256(png).hexdigest()}.png"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(png)
    return name


async def _photograph(page: "Page", places: Sequence[Place]) -> Mapping[Place, bytes]:
    if await _shows_private_numbers(page):
        return {}
    taken: dict[Place, bytes] = {}
    for place in places:
        element = await _element(page, place)
        if element is not None and await element.is_visible():
            await element.evaluate(_OUTLINE)
            taken[place] = await page.screenshot()
            await element.evaluate(_NO_OUTLINE)
    return taken


async def _shows_private_numbers(page: "Page") -> bool:
    texts = [await frame.evaluate(_TEXT) for frame in page.frames]
    return any(True for text in texts for _ in find_private(text, key=b""))


async def _element(page: "Page", place: Place) -> "ElementHandle | None":
    if place.selector is not None:
        matching = await page.query_selector_all(f"css={place.selector}")
        return matching[0] if len(matching) == 1 else None  # an outline around another list would mislead
    targets: list[str] = await page.eval_on_selector_all(_LINKING, _TARGETS)
    elements = await page.query_selector_all(_LINKING)
    for element, target in zip(elements, targets, strict=False):
        if target and join(page.url, target) == place.target:
            return element
    return None
