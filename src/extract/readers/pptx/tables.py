"""Tables as cells: merged ones once with their spans, rows grown to what their text needs."""

from dataclasses import dataclass, replace
from itertools import accumulate

from lxml import etree

from extract.readers.pptx.names import child, flag, number, q
from extract.readers.pptx.paint import fill_of
from extract.readers.pptx.place import Placed
from extract.readers.pptx.scene import Scene, area_of, text_blocks, upright
from extract.readers.pptx.tablestyle import CellStyle, TableStyle, table_style
from extract.readers.pptx.text import Paragraph, TextStyles, read_paragraphs
from extract.readers.pptx.textbox import needed_height
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box

_MARGINS = {"marL": "lIns", "marT": "tIns", "marR": "rIns", "marB": "bIns", "anchor": "anchor", "vert": "vert"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not covered by another: where it starts, how far it spans, and what it holds."""

    row: int
    column: int
    rows: int
    columns: int
    body: etree._Element  # bodyPr with the cell's margins, anchor and direction
    fill: str
    direct: bool  # the fill is the cell's own, not the table style's
    paragraphs: list[Paragraph]


def table_blocks(scene: Scene, base: Block, spot: Placed, table: etree._Element) -> list[Block]:
    """Return the paragraphs of a table cell by cell; a cell without text of its own fill is an area."""
    widths = [number(e.get("w")) for e in table.iterfind(f"{q('a:tblGrid')}/{q('a:gridCol')}")]
    rows = table.findall(q("a:tr"))
    cells = _cells(scene, table, rows, len(widths))
    lefts = [0.0, *accumulate(widths)]
    heights = _heights(cells, [number(row.get("h")) for row in rows], lefts)
    tops = [0.0, *accumulate(heights)]
    left, top = spot.x - spot.width / 2, spot.y - spot.height / 2
    blocks: list[Block] = []
    for cell in cells:
        last = min(cell.column + cell.columns, len(widths))
        place = Box(lefts[cell.column], tops[cell.row], lefts[last], tops[min(cell.row + cell.rows, len(rows))])
        at = Placed(left + place.middle[0], top + place.middle[1], place.width, place.height)
        blocks += _cell_blocks(scene, base, cell, at)
    return blocks


def _cell_blocks(scene: Scene, base: Block, cell: Cell, at: Placed) -> list[Block]:
    stamped = replace(
        base,
        container=f"{base.container}/r{cell.row}c{cell.column}",
        table=base.container,
        frame=scene.share(at.bounds()),
        fill=cell.fill,
        row=cell.row,
        column=cell.column,
        row_span=cell.rows,
        column_span=cell.columns,
        shape="rect",
    )
    area, turn = area_of([cell.body], at.width, at.height)
    stamped = replace(stamped, rotation=turn)
    blocks = text_blocks(scene, stamped, cell.paragraphs, area, upright(turn, at), lambda _: BlockKind.CELL)
    if not blocks and cell.direct and cell.fill:
        return [replace(stamped, id=stamped.container, kind=BlockKind.SHAPE, box=stamped.frame)]
    return blocks


def _cells(scene: Scene, table: etree._Element, rows: list[etree._Element], columns: int) -> list[Cell]:
    style = table_style(scene, table, len(rows), columns)
    found = []
    for r, row in enumerate(rows):
        for c, element in enumerate(row.findall(q("a:tc"))[:columns]):
            if flag(element.get("hMerge")) or flag(element.get("vMerge")):
                continue
            found.append(_cell(scene, element, style, r, c))
    return found


def _cell(scene: Scene, element: etree._Element, style: TableStyle, row: int, column: int) -> Cell:
    properties = child(element, "a:tcPr")
    looks: CellStyle = style.cell(row, column)
    own = fill_of(properties, scene.sheet.palette)
    far = [s for s in (scene.sheet.default_text, scene.sheet.text_style("otherStyle")) if s is not None]
    text = child(element, "a:txBody")
    near = child(text, "a:lstStyle")
    styles = TextStyles(() if near is None else (near,), tuple(far), looks.colour, looks.bold)
    return Cell(
        row,
        column,
        max(1, int(number(element.get("rowSpan"), 1))),
        max(1, int(number(element.get("gridSpan"), 1))),
        _body(properties),
        looks.fill if own is None else own,
        own is not None,
        [] if text is None else read_paragraphs(text, styles, scene.sheet, scene.number),
    )


def _body(properties: etree._Element | None) -> etree._Element:
    body = etree.Element(q("a:bodyPr"))
    for name, value in () if properties is None else properties.attrib.items():
        if name in _MARGINS:
            body.set(_MARGINS[str(name)], value)
    return body


def _heights(cells: list[Cell], stored: list[float], lefts: list[float]) -> list[float]:
    """Return row heights: as stored, or what the text needs where that is more."""
    heights = list(stored)
    for cell in sorted(cells, key=lambda cell: cell.rows):
        last = min(cell.row + cell.rows, len(heights))
        width = lefts[min(cell.column + cell.columns, len(lefts) - 1)] - lefts[cell.column]
        area, turn = area_of([cell.body], width, 0.0)
        if turn or not cell.paragraphs:
            continue
        left, top, right, bottom = area.insets
        lacking = needed_height(cell.paragraphs, width - left - right) + top + bottom - sum(heights[cell.row : last])
        if lacking > 0:
            heights[last - 1] += lacking
    return heights
