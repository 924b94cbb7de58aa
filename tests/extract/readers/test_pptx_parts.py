"""Tables, charts, SmartArt, notes, comments, layouts, hidden things and alternatives."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu

from tests.extract.readers.pptx_decks import XMLNS, deck, group, only, pages, rewrite, shape, solid
from veikart.core.blocks import Block, BlockKind
from veikart.core.problems import Code

SLIDE, RELS, TYPES = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels", "[Content_Types].xml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


@pytest.fixture
def table(tmp_path: Path) -> dict[str, Block]:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    frame = slide.shapes.add_table(3, 3, Emu(0), Emu(0), Emu(6_000_000), Emu(600_000))
    grid = frame.table
    grid.cell(0, 0).merge(grid.cell(0, 2))
    grid.cell(1, 0).merge(grid.cell(2, 0))
    grid.cell(0, 0).text = "Over alle"
    grid.cell(1, 0).text = "Region"
    grid.cell(1, 1).text = "En\nTo\nTre\nFire\nFem\nSeks"
    grid.cell(2, 1).text = "Nederst"
    grid.cell(2, 2).fill.solid()
    grid.cell(2, 2).fill.fore_color.rgb = RGBColor(0, 255, 0)
    presentation.save(str(tmp_path / "d.pptx"))
    return {b.text: b for b in only(tmp_path / "d.pptx")}


def test_merged_cells_come_once_with_their_spans(table: dict[str, Block]) -> None:
    assert (table["Over alle"].column_span, table["Over alle"].row_span) == (3, 1)
    assert (table["Region"].row_span, table["Region"].column_span) == (2, 1)
    assert [b for b in table if b] == ["Over alle", "Region", "En", "To", "Tre", "Fire", "Fem", "Seks", "Nederst"]


def test_rows_grow_with_their_text(table: dict[str, Block]) -> None:
    tall, below = table["En"], table["Nederst"]
    assert tall.frame
    assert below.frame
    assert tall.frame.height > 4 * 200_000 / 6_858_000
    assert below.frame.y0 == pytest.approx(tall.frame.y1, abs=0.001)
    assert table["Region"].frame
    assert table["Region"].frame.y1 == pytest.approx(below.frame.y1, abs=0.001)


def test_painted_empty_cell_is_an_area_of_the_table(table: dict[str, Block]) -> None:
    cell = table[""]
    assert (cell.kind, cell.fill, cell.row, cell.column) == (BlockKind.SHAPE, "#00FF00", 2, 2)
    assert cell.table == table["Region"].table != ""


def test_chart_gives_words_and_says_it_is_one(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    data = CategoryChartData()
    data.categories = ["Pasienter", "Pårørende"]
    data.add_series("Andel svar", (1, 2))
    places = (Emu(0), Emu(0), Emu(3_000_000), Emu(3_000_000))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *places, data).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Undersøkelse"
    presentation.save(str(tmp_path / "d.pptx"))
    blocks = only(tmp_path / "d.pptx")
    assert [b.text for b in blocks] == ["Undersøkelse", "Andel svar", "Pasienter", "Pårørende"]
    assert all(b.group.split("/")[-1].startswith("chart") for b in blocks)


def diagram(path: Path, drawing: bool) -> Path:
    """Write a slide with a SmartArt of two nodes, the first with a child."""
    frame = (
        f'<p:graphicFrame {XMLNS}><p:nvGraphicFramePr><p:cNvPr id="9" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="1000000" y="1000000"/><a:ext cx="4000000" cy="2000000"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{DGM}"><dgm:relIds xmlns:dgm="{DGM}" r:dm="rId90" r:lo="" r:qs="" r:cs=""/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    names = {"1": "Kartlegge", "2": "Journal", "3": "Innføre"}
    points = '<dgm:pt modelId="0" type="doc"/>' + "".join(
        f'<dgm:pt modelId="{n}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{t}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for n, t in names.items()
    )
    edges = "".join(
        f'<dgm:cxn modelId="1{i}" srcId="{s}" destId="{d}" srcOrd="{o}" destOrd="0"/>'
        for i, (s, d, o) in enumerate([("0", "3", 1), ("1", "2", 0), ("0", "1", 0)])
    )
    data = (
        f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst>{points}</dgm:ptLst>'
        f"<dgm:cxnLst>{edges}</dgm:cxnLst>"
        f'<dgm:extLst><a:ext uri="x"><dsp:dataModelExt xmlns:dsp="{DSP}" relId="rId91"/></a:ext>'
        "</dgm:extLst></dgm:dataModel>"
    )
    shapes = "".join(
        f'<dsp:sp modelId="{n}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr><a:xfrm>'
        f'<a:off x="{x}" y="0"/><a:ext cx="1000000" cy="500000"/></a:xfrm><a:prstGeom prst="chevron"/>{solid("92D050")}'
        f"</dsp:spPr><dsp:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>{t}</a:t></a:r></a:p></dsp:txBody></dsp:sp>"
        for n, t, x in (("1", "Kartlegge", 0), ("3", "Innføre", 2_000_000))
    )
    drawn = f'<dsp:drawing xmlns:dsp="{DSP}" xmlns:a="{A}"><dsp:spTree>{shapes}</dsp:spTree></dsp:drawing>'
    relations = (
        f'<Relationship Id="rId90" Type="{REL}/diagramData" Target="../diagrams/data1.xml"/>'
        '<Relationship Id="rId91" Type="http://schemas.microsoft.com/office/2007/relationships/diagramDrawing" '
        'Target="../diagrams/drawing1.xml"/></Relationships>'
    ).encode()
    deck(path, [frame])
    return rewrite(
        path,
        {
            "ppt/diagrams/data1.xml": data.encode(),
            "ppt/diagrams/drawing1.xml": drawn.encode() if drawing else None,
            RELS: lambda old: old.replace(b"</Relationships>", relations),
        },
    )


def test_smartart_without_drawing_is_stacked_by_its_outline(tmp_path: Path) -> None:
    blocks = only(diagram(tmp_path / "d.pptx", drawing=False))
    assert [(b.text, b.level, b.kind.value) for b in blocks] == [
        ("Kartlegge", 0, "text"),
        ("Journal", 1, "bullet"),
        ("Innføre", 0, "text"),
    ]
    assert all(b.group == "smartart9" and b.box for b in blocks)
    assert pages(tmp_path / "d.pptx")[0].problems[0].code is Code.PART_LOST


def test_smartart_with_drawing_has_places_and_paint(tmp_path: Path) -> None:
    blocks = {b.text: b for b in only(diagram(tmp_path / "d.pptx", drawing=True))}
    first, second = blocks["Kartlegge"], blocks["Innføre"]
    assert first.frame is not None
    assert second.frame is not None
    assert tuple(first.frame) == (0.1, 0.2, 0.2, 0.3)
    assert second.frame.x0 == pytest.approx(0.3)
    assert (first.fill, first.shape) == ("#92D050", "chevron")
    assert blocks["Journal"].level == 1
    assert blocks["Journal"].box is None
    assert len({b.id for b in blocks.values()}) == 3


def test_notes_are_kept_apart(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.notes_slide.notes_text_frame.text = "Husk å si dette"
    presentation.save(str(tmp_path / "d.pptx"))
    [block] = pages(tmp_path / "d.pptx")[0].blocks
    assert (block.kind, block.text, block.box) == (BlockKind.NOTE, "Husk å si dette", None)


def test_comments_are_notes(tmp_path: Path) -> None:
    path = deck(tmp_path / "d.pptx", [])
    comment = f'<p:cmLst {XMLNS}><p:cm authorId="0" idx="1"><p:text>Er dette rett?</p:text></p:cm></p:cmLst>'
    relation = f'<Relationship Id="rId80" Type="{REL}/comments" Target="../comments/comment1.xml"/></Relationships>'
    rewrite(
        path,
        {
            "ppt/comments/comment1.xml": comment.encode(),
            RELS: lambda old: old.replace(b"</Relationships>", relation.encode()),
        },
    )
    [block] = pages(path)[0].blocks
    assert (block.kind, block.text) == (BlockKind.NOTE, "Er dette rett?")


@pytest.mark.parametrize(
    "xml",
    [
        shape(5, 0, 0, 500_000, 500_000, "x", common='hidden="1"'),
        group(4, "0,0", "100,100", "0,0", "100,100", shape(5, 0, 0, 10, 10, "x")).replace(
            'name="g"', 'name="g" hidden="1"'
        ),
        shape(5, 20_000_000, 0, 500_000, 500_000, "x"),
        shape(5, 0, -600_000, 500_000, 500_000, "x"),
        shape(5, 100_000, 100_000, 0, 0, "x"),
    ],
)
def test_hidden_shape_is_marked(tmp_path: Path, xml: str) -> None:
    path = deck(tmp_path / "d.pptx", [xml])
    assert [b.hidden for b in only(path)] == [True]
    assert [p.code for p in pages(path)[0].problems] == [Code.HIDDEN_CONTENT]


def test_hidden_slide_is_marked_and_keeps_its_number(tmp_path: Path) -> None:
    path = deck(tmp_path / "d.pptx", [shape(5, 0, 0, 9, 9, "a")], [shape(5, 0, 0, 9, 9, "b")])
    rewrite(path, {SLIDE: lambda old: old.replace(b"<p:sld ", b'<p:sld show="0" ')})
    assert [(p.number, p.hidden) for p in pages(path)] == [(1, True), (2, False)]


def test_slides_come_in_the_order_of_the_deck_not_of_the_files(tmp_path: Path) -> None:
    path = deck(tmp_path / "d.pptx", *([shape(5, 0, 0, 9, 9, t)] for t in "ab"))
    presentation = Presentation(str(path))
    ids = presentation.slides._sldIdLst
    ids.append(ids[0])
    presentation.save(str(path))
    assert [p.blocks[0].text for p in pages(path)] == ["b", "a"]


def test_alternatives_are_read_once(tmp_path: Path) -> None:
    both = (
        f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" {XMLNS}>'
        f'<mc:Choice Requires="x">{shape(5, 0, 0, 900, 900, "valgt")}</mc:Choice>'
        f"<mc:Fallback>{shape(6, 0, 0, 900, 900, 'reserve')}</mc:Fallback></mc:AlternateContent>"
    )
    assert [b.text for b in only(deck(tmp_path / "d.pptx", [both]))] == ["valgt"]


def test_layout_draws_behind_the_slide(tmp_path: Path) -> None:
    path = deck(tmp_path / "d.pptx", [shape(5, 0, 0, 9, 9, "lysbilde")])
    axis = shape(50, 0, 2_000_000, 900_000, 300_000, "2027")
    foot = shape(51, 0, 4_800_000, 900_000, 150_000, "Intern")
    layout = "ppt/slideLayouts/slideLayout7.xml"
    rewrite(path, {layout: lambda old: old.replace(b"</p:spTree>", (axis + foot).encode() + b"</p:spTree>")})
    assert [(b.text, b.kind.value) for b in pages(path)[0].blocks] == [
        ("lysbilde", "text"),
        ("2027", "text"),
        ("Intern", "footer"),
    ]
