import io
import zipfile

import docx
import openpyxl
import pypdf
import pytest

from crawler.extract.attachment import FileLimits, file_format, file_kind, read_file
from tests.crawler.extract.office_files import archive, ofd, ole, word

PAGE = "https://www.linhe.example/a.html"


def seen(body: bytes, name: str, **kw):
    return read_file(body, url=f"https://www.linhe.example/{name}", page=PAGE, title="附件", **kw)


def xlsx(*rows: tuple) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "名单"
    for row in rows:
        book.active.append(row)
    book.save(out := io.BytesIO())
    return out.getvalue()


def test_a_sheets_rows_are_named_as_people_name_them():
    file = seen(xlsx(("姓名", "编号"), ("张某", 110101199003074477)), "a.xlsx")
    assert file.parts[1].place == "工作表“名单”第 2 行"
    assert file.parts[1].text.startswith("张某 1101011990030744")
    assert file.tables[0].rows[0] == ("姓名", "编号")


def test_a_docx_gives_paragraphs_and_tables():
    document = docx.Document()
    document.add_paragraph("公开事项目录")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "公开事项", "公开时限"
    document.save(out := io.BytesIO())
    file = seen(out.getvalue(), "a.docx")
    assert file.parts[0].text == "公开事项目录"
    assert file.tables[0].rows == (("公开事项", "公开时限"),)


def test_a_pdf_without_words_is_read_and_says_nothing():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(out := io.BytesIO())
    file = seen(out.getvalue(), "a.pdf")
    assert (file.parts, file.unreadable) == ((), None)


def test_an_encrypted_pdf_is_unreadable():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out := io.BytesIO())
    assert seen(out.getvalue(), "a.pdf").unreadable == "encrypted"


ENDINGS = ["xlsx", "xls", "et", "docx", "doc", "wps", "pdf", "ofd", "zip"]


@pytest.mark.parametrize("name", [f"a.{ending}" for ending in ENDINGS])
@pytest.mark.parametrize(
    "body",
    [b"", b"PK\x03\x04broken", b"%PDF-1.4\n%%EOF", b"\x00" * 5000, b"<html></html>", b"\xd0\xcf\x11\xe0 not really"],
)
def test_damage_is_an_answer(name, body):
    assert seen(body, name).unreadable in {"damaged", "encrypted"}


def test_an_archive_that_declares_too_much_is_not_opened():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 3_000_000)
    assert seen(out.getvalue(), "a.xlsx", limits=FileLimits(unpacked_bytes=1_000_000)).unreadable == "too-large"


def test_gbk_text_is_read():
    assert seen("姓名,电话".encode("gb18030"), "a.csv").parts[0].text == "姓名,电话"


@pytest.mark.parametrize("name", ["a.doc", "a.wps"])
def test_a_word_document_gives_its_lines(name):
    body = word("补助公示\r", "Notes\r", '\x13 HYPERLINK "x" \x14通知\x15\r姓名\x07编号\x07\x07张某\x07123\x07\x07')
    file = seen(body, name)
    assert [part.text for part in file.parts] == ["补助公示", "Notes", "通知", "姓名\t编号", "张某\t123"]
    assert file.parts[2].place == "第 3 段"


def test_a_docx_with_the_old_ending_is_read():
    document = docx.Document()
    document.add_paragraph("公开事项目录")
    document.save(out := io.BytesIO())
    assert seen(out.getvalue(), "a.doc").parts[0].text == "公开事项目录"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (word("秘密", flags=0x0100), "encrypted"),
        (ole(EncryptedPackage=b"x"), "encrypted"),
        (word("Word 95", version=0x68), "damaged"),
        (ole(WordDocument=b"\xec\xa5\xc1\x00"), "damaged"),
        (ole(Workbook=b"x"), "damaged"),
    ],
)
def test_a_word_document_that_hides_its_text_is_unreadable(body, why):
    assert seen(body, "a.doc").unreadable == why


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_file_with_a_password_is_encrypted(name):
    assert seen(ole(EncryptedPackage=b"x"), name).unreadable == "encrypted"


def test_an_ofd_gives_its_pages_and_parts_what_stands_apart():
    title = (("10 10 40 5", "关于公示"), ("50 10 20 5", "的通知"), ("120 10 20 5", "甲"), ("10 20 40 5", "第二行"))
    file = seen(ofd(title, (("10 10 9 5", "附表"),)), "a.ofd")
    assert [(part.place, part.text) for part in file.parts] == [
        ("第 1 页", "关于公示的通知\n甲\n第二行"),
        ("第 2 页", "附表"),
    ]


def test_signs_that_an_ofd_places_one_by_one_make_a_word_and_cells_do_not():
    number = tuple(
        (f"{10 + 2.6 * at} {20 + 0.3 * (at % 2)} {1.2 if sign == '1' else 2.2} 3.6", sign)
        for at, sign in enumerate("110101")
    )
    file = seen(ofd((*number, ("29.4 20 15 3.6", "19900307"), ("10 26 2 3.6", "下"))), "a.ofd")
    assert file.parts[0].text == "110101\n19900307\n下"


def test_an_ofd_whose_text_is_hidden_or_lost_is_unreadable():
    assert seen(ofd(), "a.ofd").parts == ()
    assert seen(ofd((("1 1 1 1", "x"),), **{"Encryptions.xml": "<a/>"}), "a.ofd").unreadable == "encrypted"
    assert seen(ofd(**{"OFD.xml": "<a><DocRoot>gone.xml</DocRoot></a>"}), "a.ofd").unreadable == "damaged"
    assert seen(archive({"a.xml": b"<a/>"}), "a.ofd").unreadable == "damaged"


def test_a_file_that_a_parser_stumbles_over_is_damaged_and_nobodys_screen_is_written_on(capfd):
    body = bytearray(ofd((("1 1 1 1", "x"),)))
    body[body.index(b"OFD.xml") + 20] ^= 0xFF
    assert seen(bytes(body), "a.ofd").unreadable == "damaged"
    assert capfd.readouterr() == ("", "")


def test_an_entity_of_an_ofd_brings_nothing_in():
    bomb = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><DocRoot>&b;</DocRoot></a>'
    assert seen(ofd(**{"OFD.xml": bomb}), "a.ofd").unreadable == "damaged"


def test_an_archives_members_are_read_and_named():
    body = archive({"公示/名单.xlsx": xlsx(("张某", 110101199003074477)), "说明.txt": "无".encode(), "图.jpg": b"x"})
    file = seen(body, "a.zip")
    assert file.parts[1].place == "压缩包内“公示/名单.xlsx”工作表“名单”第 1 行"
    assert file.parts[1].text.startswith("张某 1101")
    assert file.tables[0].place == "压缩包内“公示/名单.xlsx”工作表“名单”"
    assert [part.text for part in file.parts if part.place == "压缩包内的文件名"] == [
        "公示/名单.xlsx",
        "说明.txt",
        "图.jpg",
    ]
    assert (file.unreadable, file.gaps) == (None, ())


def test_names_in_an_archive_may_be_gbk():
    body = archive({"@@@@.txt": b"1"}).replace(b"@@@@", "名单".encode("gb18030"))
    assert seen(body, "a.zip").parts[0].text == "名单.txt"


def test_members_that_cannot_be_read_are_gaps_and_the_others_are_read():
    locked = bytearray(archive({"a.txt": b"secret", "b.txt": b"open", "c.rar": b"x", "d.zip": b"x", "e.pdf": b"x"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    file = seen(bytes(locked), "a.zip")
    assert [part.text for part in file.parts if part.place.startswith("压缩包内“")] == ["open"]
    assert {gap.place: gap.cause for gap in file.gaps} == {
        "a.txt": "encrypted",
        "c.rar": "format-rar",
        "d.zip": "nested",
        "e.pdf": "damaged",
    }


def test_what_a_mac_or_an_open_window_left_in_an_archive_is_nothing():
    file = seen(archive({"__MACOSX/._a.docx": b"x", "~$a.docx": b"x", "sub/": b"", "a.txt": b"1"}), "a.zip")
    assert len(file.parts) == 2
    assert file.gaps == ()


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"a.txt": b"0" * (11 << 20)}, id="grows a thousandfold"),
        pytest.param({f"{number}.txt": b"" for number in range(1001)}, id="too many"),
    ],
)
def test_an_archive_made_to_hurt_is_not_opened(members):
    assert seen(archive(members), "a.zip").unreadable == "too-large"


def test_a_member_made_to_hurt_is_a_gap():
    inner = archive({"word/document.xml": b"0" * (11 << 20)})
    assert [gap.cause for gap in seen(archive({"a.docx": inner}), "a.zip").gaps] == ["too-large"]


def test_where_the_text_is_cut_the_file_says_so():
    file = seen("一二三\n四五六\n七八九".encode(), "a.txt", limits=FileLimits(text_chars=4))
    assert [part.text for part in file.parts] == ["一二三", "四五六"]
    assert [(gap.place, gap.cause) for gap in file.gaps] == [("第 2 行以后", "too-large")]


def test_other_endings_are_not_opened():
    assert file_kind("https://www.linhe.example/a.rar") is None
    assert file_format("https://www.linhe.example/a.RAR?x=1") == "rar"
    assert file_format("https://www.linhe.example/down.do?id=1&fileName=b.7z") == "7z"
    assert file_kind("https://www.linhe.example/a.PDF?x=1") == "pdf"


def test_a_script_that_hands_files_out_names_them_in_its_query():
    assert file_kind("https://www.linhe.example/download.jsp?fileName=%E5%90%8D%E5%8D%95.xlsx&id=7") == "xlsx"
    assert file_kind("https://www.linhe.example/list.jsp?site=a.pdf") is None
