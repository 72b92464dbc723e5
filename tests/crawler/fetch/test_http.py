"""aiohttp without the authorities that it would read for itself."""

import os
import subprocess
import sys

import pytest

_SHOW = """
import gc, os, ssl
import crawler.fetch.http
read = [one.cert_store_stats()["x509"] for one in gc.get_objects() if isinstance(one, ssl.SSLContext)]
print(os.environ.get("SSL_CERT_FILE"), sum(read))
"""


@pytest.mark.parametrize("before", [None, "/etc/authorities.pem"])
def test_it_reads_none_and_leaves_the_variable_as_it_was(before: str | None) -> None:
    others = {name: value for name, value in os.environ.items() if name != "SSL_CERT_FILE"}
    environment = others if before is None else {**others, "SSL_CERT_FILE": before}
    shown = subprocess.run([sys.executable, "-c", _SHOW], env=environment, check=True, capture_output=True, text=True)
    assert shown.stdout.split() == [str(before), "0"]
