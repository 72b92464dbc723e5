"""Small office files, made byte by byte: no package writes them."""

import io
import zipfile
from struct import pack

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST_STREAM = 4096
"""Shorter streams would lie in a stream of their own kind."""


def ole(**streams: bytes) -> bytes:
    """A compound file with these streams at its top."""
    padded = {
        name: body.ljust(-(-max(len(body), _LEAST_STREAM) // _SECTOR) * _SECTOR, b"\0")
        for name, body in streams.items()
    }
    fat = [_FAT, _END]  # sector 0: this table; sector 1: the directory
    entries = [_entry("Root Entry", 5, child=1 if streams else _FREE)]
    for number, (name, body) in enumerate(padded.items(), 1):
        start, count = len(fat), len(body) // _SECTOR
        fat += [*range(start + 1, start + count), _END]
        entries.append(
            _entry(name, 2, start=start, size=len(body), right=number + 1 if number < len(padded) else _FREE)
        )
    table = pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += pack("<6xIIIIIIIII", 0, 1, 1, 0, _LEAST_STREAM, _END, 0, _END, 0) + pack("<I", 0)
    return head.ljust(_SECTOR, b"\xff") + table + directory + b"".join(padded.values())


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = 0, size: int = 0, right: int = _FREE) -> bytes:
    title = name.encode("utf-16-le")
    links = pack("<III", _FREE, right, child)
    return title.ljust(64, b"\0") + pack("<HBB", len(title) + 2, kind, 1) + links + pack("<36xIQ", start, size)


def word(*pieces: str, flags: int = 0, version: int = 0xC1) -> bytes:
    """A Word 97 document of these pieces; those of Latin letters alone are kept one byte a character."""
    text, places, table = b"", [0], b""
    for piece in pieces:
        narrow = piece.isascii()
        at = 2048 + len(text)
        table += pack("<HIH", 0, at * 2 | 0x40000000 if narrow else at, 0)
        text += piece.encode("cp1252" if narrow else "utf-16-le")
        places.append(places[-1] + len(piece))
    plain = pack(f"<{len(places)}I", *places) + table
    clx = b"\x01" + pack("<H", 3) + b"xyz" + b"\x02" + pack("<I", len(plain)) + plain
    head = pack("<HH6xH", 0xA5EC, version, flags | 0x0200).ljust(0x1A2, b"\0") + pack("<II", 7, len(clx))
    return ole(WordDocument=head.ljust(2048, b"\0") + text, **{"1Table": b"before!" + clx})


def ofd(*pages: tuple[tuple[str, str], ...], **more: str) -> bytes:
    """An OFD document; a page is made of (boundary, text)."""
    head = '<ofd:{0} xmlns:ofd="http://www.ofdspec.org/2016">{1}</ofd:{0}>'
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    files = {
        "OFD.xml": head.format("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": head.format("Document", f"<ofd:Pages>{listed}</ofd:Pages>"),
        **more,
    }
    for number, page in enumerate(pages):
        shown = "".join(
            f'<ofd:TextObject Boundary="{box}"><ofd:TextCode X="0" Y="3">{text}</ofd:TextCode></ofd:TextObject>'
            for box, text in page
        )
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = head.format("Page", f"<ofd:Content>{shown}</ofd:Content>")
    return archive({name: content.encode() for name, content in files.items()})


def archive(files: dict[str, bytes]) -> bytes:
    """A zip of these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in files.items():
            made.writestr(name, body)
    return out.getvalue()
