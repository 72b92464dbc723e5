import io
import zipfile

import docx
import openpyxl
import pypdf
import pytest

from crawler.extract.attachment import FileLimits, file_kind, read_file

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


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.docx", "a.pdf"])
@pytest.mark.parametrize("body", [b"", b"PK\x03\x04broken", b"%PDF-1.4\n%%EOF", b"\x00" * 5000, b"<html></html>"])
def test_damage_is_an_answer(name, body):
    assert seen(body, name).unreadable in {"damaged", "encrypted"}


def test_an_archive_that_declares_too_much_is_not_opened():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 3_000_000)
    assert seen(out.getvalue(), "a.xlsx", limits=FileLimits(unpacked_bytes=1_000_000)).unreadable == "too-large"


def test_a_file_that_eats_memory_is_ended():
    large = "\n".join(f"第{number}行" for number in range(2_000_000)).encode()
    assert seen(large, "a.txt", limits=FileLimits(memory_bytes=120_000_000)).unreadable == "memory"


def test_gbk_text_is_read():
    assert seen("姓名,电话".encode("gb18030"), "a.csv").parts[0].text == "姓名,电话"


def test_other_endings_are_not_opened():
    assert file_kind("https://www.linhe.example/a.rar") is None
    assert file_kind("https://www.linhe.example/a.PDF?x=1") == "pdf"


def test_a_script_that_hands_files_out_names_them_in_its_query():
    assert file_kind("https://www.linhe.example/download.jsp?fileName=%E5%90%8D%E5%8D%95.xlsx&id=7") == "xlsx"
    assert file_kind("https://www.linhe.example/list.jsp?site=a.pdf") is None
