import pytest

from crawler.extract.page import parse
from crawler.extract.policy import upgrades_insecure

UPGRADE = "upgrade-insecure-requests"


def upgrades(head: str, header: str | None = None) -> bool:
    page = f"<html><head>{head}</head><body>临河县</body></html>"
    return upgrades_insecure(parse(page.encode(), url="https://www.linhe.example/"), header)


@pytest.mark.parametrize(
    ("head", "header"),
    [
        (f'<meta http-equiv="Content-Security-Policy" content="{UPGRADE}">', None),
        (f"<META HTTP-EQUIV='content-security-policy' CONTENT='default-src *; {UPGRADE};'>", None),
        ("", UPGRADE),
        ("", f"default-src https: 'unsafe-inline'; {UPGRADE}"),
    ],
)
def test_a_policy_that_upgrades(head: str, header: str | None) -> None:
    assert upgrades(head, header)


@pytest.mark.parametrize(
    ("head", "header"),
    [
        ("", None),
        ("<meta http-equiv='Content-Security-Policy' content='default-src *'>", "default-src *"),
        (f"<!-- <meta http-equiv='Content-Security-Policy' content='{UPGRADE}'> -->", None),
        (f"<meta name='Content-Security-Policy' content='{UPGRADE}'>", None),
        (f"<script>var tip = '{UPGRADE}';</script>", None),
    ],
)
def test_words_that_are_no_such_policy(head: str, header: str | None) -> None:
    assert not upgrades(head, header)
