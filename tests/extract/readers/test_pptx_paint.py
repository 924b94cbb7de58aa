"""Colours: theme, style, changes of light, gradients and what is inherited."""

from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

from extract.readers.pptx.colours import Palette, colour_in
from tests.extract.readers.pptx_decks import A, deck, group, only, shape, solid
from veikart.core.colour import distance

THEME = Palette({"accent1": "4472C4", "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A"})


def mixed(xml: str, own: str = "") -> str | None:
    return colour_in(etree.fromstring(f'<a:solidFill xmlns:a="{A}">{xml}</a:solidFill>'), THEME, own)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<a:srgbClr val="92d050"/>', "#92D050"),
        ('<a:schemeClr val="accent1"/>', "#4472C4"),
        ('<a:schemeClr val="tx1"/>', "#000000"),
        ('<a:schemeClr val="bg1"/>', "#FFFFFF"),
        ('<a:sysClr val="windowText" lastClr="111111"/>', "#111111"),
        ('<a:sysClr val="window"/>', "#FFFFFF"),
        ('<a:prstClr val="dkGreen"/>', "#006400"),
        ('<a:prstClr val="ltGray"/>', "#D3D3D3"),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "#00FF00"),
        ('<a:hslClr hue="7200000" sat="100%" lum="50%"/>', "#00FF00"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "#FF0000"),
        # PowerPoint's own "lighter 60 %", "darker 25 %" of the Office accent, within rounding
        ('<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>', "#B4C7E7"),
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>', "#2F5597"),
        ('<a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr>', "#D9D9D9"),
        ('<a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr>', "#808080"),
        ('<a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr>', ""),
        ('<a:srgbClr val="00FF00"><a:tint val="100000"/></a:srgbClr>', "#00FF00"),
        ('<a:srgbClr val="00FF00"><a:shade val="0"/></a:srgbClr>', "#000000"),
        ('<a:srgbClr val="FF0000"><a:hueOff val="7200000"/></a:srgbClr>', "#00FF00"),
        ('<a:schemeClr val="accent9"/>', None),
        ('<a:srgbClr val="nonsense"/>', None),
    ],
)
def test_colour(xml: str, expected: str | None) -> None:
    found = mixed(xml)
    if found and expected:
        assert distance(found, expected) < 2
    else:
        assert found == expected


def test_placeholder_colour_stands_for_the_colour_of_use() -> None:
    assert mixed('<a:schemeClr val="phClr"/>', "#123456") == "#123456"


GREENS = '<a:gs pos="0"><a:srgbClr val="92D050"/></a:gs><a:gs pos="100000"><a:srgbClr val="88C848"/></a:gs>'
RAINBOW = '<a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs>'
STYLE = (
    '<p:style><a:lnRef idx="2"><a:srgbClr val="112233"/></a:lnRef>'
    '<a:fillRef idx="1"><a:srgbClr val="445566"/></a:fillRef>'
    '<a:effectRef idx="0"><a:srgbClr val="000000"/></a:effectRef>'
    '<a:fontRef idx="minor"><a:srgbClr val="FEDCBA"/></a:fontRef>'
    "</p:style>"
)


@pytest.mark.parametrize(
    ("paint", "style", "fill"),
    [
        (solid("92D050"), "", "#92D050"),
        ("<a:noFill/>", STYLE, ""),
        ("", STYLE, "#445566"),
        ("", "", ""),
        (f"<a:gradFill><a:gsLst>{GREENS}</a:gsLst></a:gradFill>", "", "#8DCC4C"),
        (f"<a:gradFill><a:gsLst>{RAINBOW}</a:gsLst></a:gradFill>", "", "?"),
        ('<a:pattFill prst="pct5"><a:fgClr><a:srgbClr val="000000"/></a:fgClr></a:pattFill>', "", "?"),
        ("<a:blipFill/>", "", "?"),
        (solid('<a:schemeClr val="nothing"/>'), "", "?"),
    ],
)
def test_fill(tmp_path: Path, paint: str, style: str, fill: str) -> None:
    [block] = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 1_000_000, 500_000, "x", paint, style=style)]))
    assert block.fill == fill


def test_style_gives_outline_and_text_colour(tmp_path: Path) -> None:
    [block] = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 1_000_000, 500_000, "x", style=STYLE)]))
    assert (block.outline, block.colour) == ("#112233", "#FEDCBA")


def test_fill_of_the_group(tmp_path: Path) -> None:
    xml = group(4, "0,0", "100,100", "0,0", "100,100", shape(5, 0, 0, 100, 100, "x", "<a:grpFill/>"))
    xml = xml.replace("</p:grpSpPr>", solid("ABCDEF") + "</p:grpSpPr>")
    [block] = only(deck(tmp_path / "d.pptx", [xml]))
    assert block.fill == "#ABCDEF"


def test_runs_of_unlike_looks_are_spans(tmp_path: Path) -> None:
    text = (
        '<a:p><a:r><a:rPr b="1" sz="1400"/><a:t>Grønn tekst</a:t></a:r>'
        f'<a:r><a:rPr sz="1400">{solid("00B050")}</a:rPr><a:t> – i drift hos alle regionene</a:t></a:r></a:p>'
    )
    [block] = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 5_000_000, 500_000, text)]))
    assert [(s.text, s.colour, s.bold) for s in block.spans] == [
        ("Grønn tekst", "#000000", True),
        (" – i drift hos alle regionene", "#00B050", False),
    ]
    assert (block.colour, block.bold, block.size) == ("#00B050", False, 14.0)


def test_struck_text_and_links(tmp_path: Path) -> None:
    text = (
        '<a:p><a:r><a:rPr strike="sngStrike"/><a:t>Utgår</a:t></a:r></a:p>'
        '<a:p><a:r><a:rPr><a:hlinkClick r:id=""/></a:rPr><a:t>Lenke</a:t></a:r></a:p>'
    )
    struck, link = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 5_000_000, 500_000, text)]))
    assert (struck.strike, link.strike) == (True, False)
    assert link.colour == "#0000FF"


def test_placeholder_takes_place_size_and_bullets_from_layout_and_master(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Tittel"
    slide.placeholders[1].text = "Første"
    second = slide.placeholders[1].text_frame.add_paragraph()
    second.text, second.level = "Andre", 1
    presentation.save(str(tmp_path / "d.pptx"))
    title, first, deeper = only(tmp_path / "d.pptx")
    assert (title.kind, title.level, title.size) == ("title", 1, 44.0)
    assert title.frame is not None
    assert title.frame.x0 == pytest.approx(0.05, abs=0.001)
    assert (first.kind, first.marker, first.size) == ("bullet", "•", 32.0)
    assert (deeper.kind, deeper.marker, deeper.level, deeper.size) == ("bullet", "–", 1, 28.0)


def test_table_style_paints_header_and_bands(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    table = slide.shapes.add_table(3, 2, Emu(0), Emu(0), Emu(4_000_000), Emu(900_000)).table
    for r in range(3):
        for c in range(2):
            table.cell(r, c).text = f"{r}{c}"
    table.cell(2, 1).fill.solid()
    table.cell(2, 1).fill.fore_color.rgb = RGBColor(0x92, 0xD0, 0x50)
    table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size = Pt(9)
    presentation.save(str(tmp_path / "d.pptx"))
    cells = {b.text: b for b in only(tmp_path / "d.pptx")}
    assert cells["00"].fill == "#4F81BD"
    assert (cells["00"].colour, cells["00"].bold) == ("#FFFFFF", True)
    assert distance(cells["10"].fill, cells["20"].fill) > 3
    assert cells["21"].fill == "#92D050"
    assert (cells["11"].size, cells["11"].bold, cells["11"].colour) == (9.0, False, "#000000")


@pytest.mark.parametrize(
    ("style", "header", "body"),
    [
        ("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "#4F81BD", "#D0D8E8"),
        ("{69012ECD-51FC-41F1-AA8D-1B2483CD663E}", "#4F81BD", ""),
        ("{72833802-FEF1-4C79-8D5D-14CF1EAF98D9}", "#C0504D", ""),
        ("{00000000-0000-0000-0000-000000000000}", "", ""),
    ],
)
def test_named_table_style_that_the_deck_does_not_hold(tmp_path: Path, style: str, header: str, body: str) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    frame = slide.shapes.add_table(2, 1, Emu(0), Emu(0), Emu(4_000_000), Emu(900_000))
    frame._element.graphic.graphicData.tbl.tblPr.find(f"{{{A}}}tableStyleId").text = style
    frame.table.cell(0, 0).text, frame.table.cell(1, 0).text = "Tiltak", "Dialog"
    presentation.save(str(tmp_path / "d.pptx"))
    top, below = only(tmp_path / "d.pptx")
    assert top.fill == header
    assert below.fill == body or distance(below.fill, body) < 3
