"""Damaged, locked, oversized and hostile packages: the right code, and only what is bad is lost."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.readers.base import Limits
from extract.readers.opc import PartError, open_package, parse_xml
from extract.readers.opc_meta import read_meta
from extract.readers.pptx import READER
from tests.extract.readers.pptx_decks import deck, pages, rewrite, shape
from veikart.core.problems import Code, DocumentError

SLIDE = "ppt/slides/slide1.xml"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return deck(tmp_path / "d.pptx", *([shape(5, 0, 0, 900_000, 900_000, t)] for t in ("en", "to")))


def refused(path: Path, limits: Limits | None = None) -> Code:
    with pytest.raises(DocumentError) as error:
        READER.open(path, limits or Limits())
    return error.value.problem.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.EMPTY),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), Code.ENCRYPTED),
        (OLE + bytes(600) + "PowerPoint Document".encode("utf-16-le"), Code.OLD_FORMAT),
        (b"PK\x03\x04 and nothing more", Code.UNREADABLE),
        (b"no package at all", Code.UNREADABLE),
    ],
)
def test_not_a_package(tmp_path: Path, content: bytes, code: Code) -> None:
    path = tmp_path / "d.pptx"
    path.write_bytes(content)
    assert refused(path) is code


def test_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.pptx") is Code.UNREADABLE


def test_bomb_is_refused_before_it_is_unpacked(two: Path) -> None:
    rewrite(two, {"ppt/media/big.bin": bytes(3_000_000)})
    assert two.stat().st_size < 200_000
    assert refused(two, Limits(unpacked_bytes=2_000_000)) is Code.TOO_LARGE


def test_too_many_parts(two: Path) -> None:
    assert refused(two, Limits(parts=5)) is Code.TOO_LARGE


def test_word_document_is_not_a_deck(two: Path) -> None:
    rewrite(two, {"ppt/presentation.xml": b"<w:document xmlns:w='x'/>"})
    assert refused(two) is Code.WRONG_ENDING


def test_deck_without_slides(tmp_path: Path) -> None:
    assert refused(deck(tmp_path / "d.pptx")) is Code.EMPTY


def test_more_slides_than_the_limit_are_cut(two: Path) -> None:
    opened = READER.open(two, Limits(pages=1))
    assert [p.number for p in opened.pages()] == [1]
    assert [p.code for p in opened.meta.problems] == [Code.TOO_LARGE]
    opened.close()


@pytest.mark.parametrize(
    "change",
    [None, b"<p:sld", b"", lambda old: b"<!DOCTYPE p [<!ENTITY a 'b'>]>" + old.split(b"?>", 1)[1]],
    ids=["missing", "cut", "empty", "doctype"],
)
def test_bad_slide_costs_itself(two: Path, change: bytes | Callable[[bytes], bytes] | None) -> None:
    first, second = pages(rewrite(two, {SLIDE: change}))
    assert first.blocks == ()
    assert [(p.code, p.place) for p in first.problems] == [(Code.PART_LOST, SLIDE)]
    assert [b.text for b in second.blocks] == ["to"]


@pytest.mark.parametrize(
    "part",
    [
        "ppt/slides/_rels/slide1.xml.rels",
        "ppt/slideLayouts/slideLayout7.xml",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/theme/theme1.xml",
    ],
)
def test_bad_part_costs_itself(two: Path, part: str) -> None:
    read = pages(rewrite(two, {part: b"<broken"}))
    assert [b.text for p in read for b in p.blocks] == ["en", "to"]
    assert [p.code for p in read[0].problems] == [Code.PART_LOST]
    assert part in dict(read[0].problems[0].values)["reason"] or part == read[0].problems[0].place


def test_bad_shape_costs_itself(two: Path) -> None:
    table = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="Tabell 8"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="x/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId77"/>'
        "</a:graphicData></a:graphic></p:graphicFrame></p:spTree>"
    )
    page = pages(rewrite(two, {SLIDE: lambda old: old.replace(b"</p:spTree>", table.encode())}))[0]
    assert "en" in [b.text for b in page.blocks]
    assert [p.code for p in page.problems] == [Code.PART_LOST]


@pytest.mark.parametrize("value", ["abc", "", "1e999", "999999999999999999999", "-5", "NaN"])
def test_nonsense_numbers_do_no_harm(two: Path, value: str) -> None:
    page = pages(rewrite(two, {SLIDE: lambda old: old.replace(b'cx="900000"', f'cx="{value}"'.encode())}))[0]
    assert [b.text for b in page.blocks] == ["en"]


def test_external_links_lead_nowhere(two: Path) -> None:
    relation = b'<Relationship Id="rId70" Type="x/image" Target="http://example.com/a.png" TargetMode="External"/>'
    rewrite(two, {"ppt/slides/_rels/slide1.xml.rels": lambda old: old.replace(b"</Rel", relation + b"</Rel", 1)})
    package = open_package(two, Limits())
    outside = package.relations(SLIDE)["rId70"]
    assert (outside.external, outside.target) == (True, "")
    package.close()


def test_strict_deck_reads_like_a_plain_one(two: Path) -> None:
    plain = pages(two)

    def strict(old: bytes) -> bytes:
        for family in (b"presentationml", b"drawingml", b"officeDocument"):
            old = old.replace(
                b"http://schemas.openxmlformats.org/" + family + b"/2006/",
                b"http://purl.oclc.org/ooxml/" + family + b"/",
            )
        return old

    with zipfile.ZipFile(two) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
    rewrite(two, dict.fromkeys(names, strict))
    package = open_package(two, Limits())
    assert package.strict
    package.close()
    assert pages(two) == plain


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a d="&b;"/>',
        '<?xml version="1.0" encoding="UTF-7"?><a/>',
        "<a>",
        "",
    ],
)
def test_only_plain_xml_is_parsed(text: str) -> None:
    with pytest.raises(PartError):
        parse_xml(text.encode())
    with pytest.raises(PartError):
        parse_xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"))


CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


@pytest.mark.parametrize(
    ("properties", "labels"),
    [
        ({"MSIP_Label_aa-1_Name": "Intern", "MSIP_Label_aa-1_Enabled": "true"}, ("Intern",)),
        ({"MSIP_Label_aa-1_Name": "Intern", "MSIP_Label_aa-1_Enabled": "false"}, ()),
        ({"Følsomhet": "Åpen"}, ("Åpen",)),
        ({"Annet": "Intern"}, ()),
    ],
)
def test_labels(two: Path, properties: dict[str, str], labels: tuple[str, ...]) -> None:
    inner = "".join(f'<property name="{k}"><vt:lpwstr>{v}</vt:lpwstr></property>' for k, v in properties.items())
    part = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VT}">{inner}</Properties>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    relation = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/custom.xml"/></Relationships>'.encode()
    rewrite(
        two,
        {
            "docProps/custom.xml": part.encode(),
            "_rels/.rels": lambda old: old.replace(b"</Relationships>", relation),
        },
    )
    package = open_package(two, Limits())
    assert read_meta(package).labels == labels
    package.close()
