import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from config.settings import FetchSettings, Settings
from crawler.fetch.host import certificate_holder, look_at_host
from tests.certificates import root, self_signed

HOST = "www.linhe.example"
ISSUER = "ca.linhe.example"
KNOWN = "www.zhiming.example"
DAY = timedelta(days=1)


@asynccontextmanager
async def served(file):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1]


def settings(folder, *, trusted=True, controls=()):
    hosts = dict.fromkeys((HOST, ISSUER, KNOWN), "127.0.0.1")
    ca_file = str(root().save(folder)) if trusted else ""
    return Settings(fetch=FetchSettings(hosts=hosts, ca_file=ca_file, controls=controls))


def look(file, folder, *, host=HOST, control=None, **given):
    """What is seen of the host that shows `file`, beside a well-known one that shows `control`."""

    async def run():
        async with served(file) as port, served(control or file) as known:
            controls = (f"https://{KNOWN}:1/", f"https://{KNOWN}:{known}/") if control else ()
            own = settings(folder, controls=controls, **given)
            return await look_at_host(f"https://{host}:{port}/", own, own_hosts=[host])

    return asyncio.run(run()).certificate


@contextmanager
def handed_out(body: bytes) -> Iterator[str]:
    """Where an authority hands out its certificate."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if body else 404)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{ISSUER}:{server.server_port}/issuer.cer"
        server.shutdown()
        thread.join()


def test_a_certificate_that_a_browser_accepts_has_no_error(tmp_path):
    seen = look(root().issue(tmp_path, HOST, ends=90 * DAY), tmp_path)
    assert (seen.error, seen.subject, seen.issuer) == (None, HOST, "虚构根证书机构")
    assert seen.not_after - datetime.now(UTC) > 89 * DAY


@pytest.mark.parametrize(
    ("hosts", "given", "error"),
    [
        ([HOST], {"ends": -DAY}, "expired"),
        ([HOST], {"starts": DAY}, "not-yet-valid"),
        (["www.other.example"], {}, "wrong-host"),
        (["linhe.example"], {}, "wrong-host"),
        (["*.linhe.example"], {}, None),
        (["linhe.example", HOST], {"common_name": ""}, None),
    ],
)
def test_why_a_browser_would_warn(tmp_path, hosts, given, error):
    assert look(root().issue(tmp_path, *hosts, **given), tmp_path).error == error


def test_a_certificate_for_another_address_is_for_another_host(tmp_path):
    seen = look(root().issue(tmp_path, HOST), tmp_path, host="127.0.0.1")
    assert (seen.error, seen.subject) == ("wrong-host", HOST)


def test_a_certificate_without_a_common_name_is_called_by_its_first_host(tmp_path):
    seen = look(root().issue(tmp_path, "www.other.example", "other.example", common_name=""), tmp_path)
    assert seen.subject == "www.other.example"


def test_one_that_a_site_gave_itself_is_self_signed(tmp_path):
    assert look(self_signed(tmp_path, HOST), tmp_path).error == "self-signed"


def test_one_of_an_authority_that_nobody_told_us_of_is_untrusted(tmp_path):
    assert look(root().issue(tmp_path, HOST), tmp_path, trusted=False).error == "untrusted"


def test_an_unknown_root_that_is_sent_along_is_no_self_signed_certificate(tmp_path):
    file = root().issue(tmp_path, HOST)
    file.write_bytes(file.read_bytes() + root().save(tmp_path).read_bytes())
    assert look(file, tmp_path, trusted=False).error == "untrusted"


def test_a_whole_chain_is_fine(tmp_path):
    assert look(root().child("虚构中级机构").issue(tmp_path, HOST), tmp_path).error is None


def test_a_link_that_browsers_fetch_themselves_only_makes_the_chain_incomplete(tmp_path):
    between = root().child("虚构中级机构")
    with handed_out(between.der) as place:
        assert look(between.issue(tmp_path, HOST, chain=False, fetched_at=place), tmp_path).error == "incomplete-chain"


def test_what_is_wrong_besides_a_missing_link_is_told(tmp_path):
    between = root().child("虚构中级机构")
    with handed_out(between.der) as place:
        file = between.issue(tmp_path, HOST, chain=False, fetched_at=place, ends=-DAY)
        assert look(file, tmp_path).error == "expired"


def test_a_root_is_not_trusted_because_it_can_be_fetched(tmp_path):
    with handed_out(root().der) as place:
        file = root().issue(tmp_path, HOST, fetched_at=place)
        assert look(file, tmp_path, trusted=False).error == "untrusted"


def test_a_link_that_cannot_be_fetched_leaves_it_open(tmp_path):
    with handed_out(b"") as place:
        file = root().child("虚构中级机构").issue(tmp_path, HOST, chain=False, fetched_at=place)
        assert look(file, tmp_path).error == "chain-unknown"


def test_a_missing_link_that_nobody_hands_out_is_untrusted(tmp_path):
    file = root().child("虚构中级机构").issue(tmp_path, HOST, chain=False)
    assert look(file, tmp_path).error == "untrusted"


def test_a_link_that_has_ended_is_not_the_sites_own_end(tmp_path):
    file = root().child("虚构中级机构", ends=-DAY).issue(tmp_path, HOST)
    assert look(file, tmp_path).error == "untrusted"


def test_a_host_that_does_not_answer_says_nothing_of_its_certificate(tmp_path):
    seen = asyncio.run(look_at_host(f"https://{HOST}:1/", settings(tmp_path)))
    assert seen.certificate is None


def test_a_mapped_name_is_in_no_name_service(tmp_path):
    seen = asyncio.run(look_at_host(f"http://{HOST}/", settings(tmp_path)))
    assert (seen.resolved, seen.ipv6, seen.certificate) == (False, (), None)


def test_a_name_with_one_family_only_is_told_from_one_nobody_answered_for():
    seen = asyncio.run(look_at_host("http://localhost/", Settings()))
    assert "127.0.0.1" in seen.ipv4


@pytest.mark.parametrize(
    ("known", "error"),
    [
        pytest.param({}, "expired", id="the well-known one is fine"),
        pytest.param({"ends": -DAY}, "own-network", id="it seems to have ended, too: our clock"),
        pytest.param({"issuer": root("上网审计设备")}, "own-network", id="a proxy shows its own certificates"),
    ],
)
def test_what_our_own_network_does_to_everybody_is_no_fault_of_the_site(tmp_path, known, error):
    issuer = known.pop("issuer", root())
    control = issuer.issue(tmp_path, KNOWN, **known)
    assert look(root().issue(tmp_path, HOST, ends=-DAY), tmp_path, control=control).error == error


def test_a_certificate_that_holds_needs_no_control(tmp_path):
    control = root().issue(tmp_path, KNOWN, ends=-DAY)
    assert look(root().issue(tmp_path, HOST), tmp_path, control=control).error is None


def test_whose_certificate_it_is_can_be_asked_whatever_is_wrong_with_it(tmp_path):
    async def run():
        async with served(self_signed(tmp_path, "www.other.example")) as port:
            return [await certificate_holder(f"https://{HOST}:{at}/", settings(tmp_path)) for at in (port, 1)]

    assert asyncio.run(run()) == ["www.other.example", ""]


CONTROL = "dns.alidns.com"
LINHE = "www.linhe.test"
V4, V6, ABSENT, SILENT = "203.0.113.5", "2001:db8::5", socket.EAI_NONAME, socket.EAI_AGAIN


@pytest.mark.parametrize(
    ("names", "resolved", "ipv6"),
    [
        pytest.param({LINHE: (V4, V6)}, True, (V6,), id="both"),
        pytest.param({LINHE: (V4, ABSENT), CONTROL: (V4, V6)}, True, (), id="none, where others have one"),
        pytest.param({LINHE: (V4, ABSENT), CONTROL: (V4, ABSENT)}, False, (), id="nobody has one here"),
        pytest.param({LINHE: (V4, ABSENT), CONTROL: (SILENT, SILENT)}, False, (), id="the control says nothing"),
        pytest.param({LINHE: (V4, SILENT), CONTROL: (V4, V6)}, False, (), id="the lookup failed"),
        pytest.param({LINHE: (ABSENT, ABSENT), CONTROL: (V4, V6)}, False, (), id="no such name"),
    ],
)
def test_no_ipv6_address_is_only_told_where_the_name_service_tells_any(monkeypatch, names, resolved, ipv6):
    def asked(host, port, family=0, kind=0, *_, **__):
        told = names.get(host, (ABSENT, ABSENT))[family == socket.AF_INET6]
        if isinstance(told, int):
            raise socket.gaierror(told, "")
        return [(family, kind, 6, "", (told, port or 0))]

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    given = Settings(fetch=FetchSettings(controls=(f"https://{CONTROL}/",)))
    seen = asyncio.run(look_at_host(f"http://{LINHE}/", given))
    assert (seen.resolved, seen.ipv6) == (resolved, ipv6)
