"""Pictures, style sheets, scripts and plain pages around the sample sites."""

import struct
import zlib

from duwang.demo.model import Answer

FOLDERS = ("/css/", "/js/", "/images/", "/picture/", "/script/", "/static/", "/jytyj/xhtml/", "/assets/")
CSS = """
body { font: 16px/1.8 "Microsoft YaHei", sans-serif; margin: 0; color: #333; background: #f6f7f9; }
a { color: #14508c; text-decoration: none; } a:hover { text-decoration: underline; }
ul { list-style: none; padding: 0; } li { padding: 2px 0; } li span { color: #888; margin: 0 8px; }
.home { display: flex; flex-wrap: wrap; } .box, .hub-box { width: 46%; padding: 8px 2%; background: #fff; margin: 4px; }
table { border-collapse: collapse; } td, th { padding: 4px 8px; }
[class*=foot], [id=footer] { background: #14508c; color: #fff; padding: 16px; } [class*=foot] a { color: #fff; }
[class*=nav] a, [class*=menu] a { padding: 0 12px; }
"""
JS = "function createPageHTML(count, index, name, ext) {}\nfunction renderList(place, items) {}\n"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A picture of one colour."""
    rows = (b"\0" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


_PICTURE = _png(240, 60, (20, 80, 140))
_KINDS = {
    "css": (CSS.encode(), "text/css"),
    "js": (JS.encode(), "application/javascript"),
    "png": (_PICTURE, "image/png"),
}
_LOST = ("_old.", "_2020.")
"""Marks in the names of files that the demo's faults link to and nobody kept."""


def asset(path: str) -> Answer | None:
    """The file at a path; None: there is none."""
    ending = path.rpartition(".")[2]
    if ending not in _KINDS or not path.startswith(FOLDERS) or any(mark in path for mark in _LOST):
        return None
    body, kind = _KINDS[ending]
    return Answer(200, body, kind)


def plain_page(title: str, text: str) -> bytes:
    """A page of no site's own: error pages, neighbours, results of enquiries."""
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<!DOCTYPE html><html lang='zh-CN'>{head}<body><h1>{title}</h1><p>{text}</p></body></html>".encode()
