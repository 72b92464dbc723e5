"""The benchmark's portal is what it says: otherwise its precision and recall mean nothing."""

import re
from pathlib import Path

import pytest

from benchmarks.read_portal.portal import DEAD_SHARE, TARGETS_PER_PAGE, Portal, make_portal

_PAGES = 200
_ADDRESS = re.compile(r"""(?:href|src)=["']([^"']+)""")


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return make_portal(tmp_path_factory.mktemp("portal"), _PAGES, silent=True)


def _pages(portal: Portal) -> list[Path]:
    return [page for page in portal.folder.rglob("*.html") if page.name != "error.html"]


def test_has_as_many_pages_as_asked_for(portal: Portal) -> None:
    assert len(_pages(portal)) == _PAGES


def test_counts_as_targets_just_what_its_pages_link_to(portal: Portal) -> None:
    linked = {address for page in _pages(portal) for address in _ADDRESS.findall(page.read_text(encoding="utf-8"))}
    assert linked == portal.targets


def test_calls_dead_what_no_file_answers(portal: Portal) -> None:
    def is_there(target: str) -> bool:
        file = portal.folder / target.lstrip("/")
        return target.startswith("/") and (file.is_file() or (file / "index.html").is_file())

    assert set(portal.dead) == {target for target in portal.targets if not is_there(target)}


def test_has_every_kind_of_dead_link_in_turn(portal: Portal) -> None:
    kinds = list(portal.dead.values())
    assert len(kinds) == len(set(kinds)) == 17


def test_has_one_dead_target_in_a_hundred_on_larger_portals(tmp_path: Path) -> None:
    pages = 700
    portal = make_portal(tmp_path, pages)
    assert len(portal.dead) == round(pages * TARGETS_PER_PAGE * DEAD_SHARE)
