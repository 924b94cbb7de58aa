import zipfile
from pathlib import Path

import pytest

from extract.readers.sniff import reader_for, sniff, wrong_ending
from veikart.core.problems import Code, DocumentError

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def packed(path: Path, **entries: str) -> Path:
    with zipfile.ZipFile(path, "w") as out:
        for name, content in entries.items():
            out.writestr(name.replace("__", "/"), content)
    return path


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\n \r\n", "empty"),
        (b"%PDF-1.7\n", "pdf"),
        (b"junk before\n%PDF-1.4\n", "pdf"),
        (OLE + b"\x00" * 600, "old-office"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted-office"),
        (b"{\\rtf1\\ansi Veikart}", "rtf"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf  <!-- x --><HTML lang='nb'>", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "xml"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 50, "image"),
        (b"BMI er et tiltak", "text"),
        (b"Veikart for Helsenorge", "text"),
        ("Måltall og løp".encode("cp1252"), "text"),
        ("Måltall og løp".encode("utf-16"), "text"),
        ("Måltall og løp".encode("utf-16-le"), "text"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", "program"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(99), "rar"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "gzip"),
        (b"text" + b"\x00" * 400, "binary"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml" + b"\x01" * 40, "docx"),
        (b"PK\x03\x04 cut off", "zip"),
        (b"# Veikart <html> som ord", "text"),
    ],
)
def test_kinds_by_content(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(content)
    assert sniff(path) == kind


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ({"word__document.xml": "x"}, "docx"),
        ({"PPT__presentation.xml": "x"}, "pptx"),
        ({"xl__workbook.xml": "x"}, "xlsx"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}, "odf"),
        ({"notes.txt": "x"}, "zip"),
    ],
)
def test_kinds_of_packages(tmp_path: Path, entries: dict[str, str], kind: str) -> None:
    assert sniff(packed(tmp_path / "file", **entries)) == kind


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("a.pdf", "pdf", False),
        ("a.PDF", "pdf", False),
        ("a.pptx", "pdf", True),
        ("a.txt", "docx", True),
        ("a.notes", "text", False),
        ("a.docx", "text", True),
        ("veikart 2.0", "pptx", True),
    ],
)
def test_wrong_endings_are_told(name: str, kind: str, told: bool) -> None:
    assert [p.code for p in wrong_ending(Path(name), kind)] == ([Code.WRONG_ENDING] if told else [])


@pytest.mark.parametrize("kind", ["pdf", "pptx", "docx", "text"])
def test_readers_know_their_kind(kind: str) -> None:
    assert reader_for(kind).kind == kind


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("empty", Code.EMPTY),
        ("old-office", Code.OLD_FORMAT),
        ("encrypted-office", Code.ENCRYPTED),
        ("html", Code.UNKNOWN_KIND),
        ("binary", Code.UNKNOWN_KIND),
    ],
)
def test_refusals_name_the_kind(kind: str, code: Code) -> None:
    with pytest.raises(DocumentError) as caught:
        reader_for(kind)
    assert (caught.value.problem.code, dict(caught.value.problem.values)["kind"]) == (code, kind)


def test_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        sniff(tmp_path / "nowhere")
    assert caught.value.problem.code is Code.UNREADABLE
