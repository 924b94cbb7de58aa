"""What a table style gives its cells: fill, text colour and weight of header, bands and body."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from extract.readers.pptx.colours import Palette, colour_in
from extract.readers.pptx.names import child, flag
from extract.readers.pptx.paint import fill_of
from extract.readers.pptx.scene import Scene

# "Medium Style 2", PowerPoint's own choice for a new table, which files may name without holding it.
_MEDIUM_2 = {
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3",
    "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
}
# "Light Style 2": only the header is painted.
_LIGHT_2 = {
    "{7E9639D4-E3E2-4D34-9284-5A2195B3D0D7}": "tx1",
    "{69012ECD-51FC-41F1-AA8D-1B2483CD663E}": "accent1",
    "{72833802-FEF1-4C79-8D5D-14CF1EAF98D9}": "accent2",
    "{F2DE63D5-997A-4646-A377-4702673A728D}": "accent3",
    "{17292A2E-F333-43FB-9621-5CBBE7FDCDCB}": "accent4",
    "{5A111915-BE36-4E01-A7E5-04B1672EAD32}": "accent5",
    "{912C8C85-51F0-491E-9774-3900AFEF0FD7}": "accent6",
}
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_BUILT_IN = """<a:tblStyle xmlns:a="{ns}">
<a:wholeTbl><a:tcTxStyle><a:schemeClr val="dk1"/></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill>
<a:schemeClr val="{accent}"><a:tint val="20000"/></a:schemeClr></a:solidFill></a:fill></a:tcStyle></a:wholeTbl>
<a:band1H><a:tcStyle><a:fill><a:solidFill><a:schemeClr val="{accent}"><a:tint val="40000"/></a:schemeClr>
</a:solidFill></a:fill></a:tcStyle></a:band1H>
<a:firstRow><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill>
<a:schemeClr val="{accent}"/></a:solidFill></a:fill></a:tcStyle></a:firstRow>
<a:firstCol><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill>
<a:schemeClr val="{accent}"/></a:solidFill></a:fill></a:tcStyle></a:firstCol></a:tblStyle>"""

_BUILT_IN_LIGHT = """<a:tblStyle xmlns:a="{ns}"><a:firstRow><a:tcTxStyle b="on"><a:schemeClr val="bg1"/></a:tcTxStyle>
<a:tcStyle><a:fill><a:solidFill><a:schemeClr val="{accent}"/></a:solidFill></a:fill></a:tcStyle></a:firstRow>
<a:firstCol><a:tcTxStyle b="on"/><a:tcStyle/></a:firstCol></a:tblStyle>"""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a style gives one cell."""

    fill: str = ""
    colour: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table's style with the parts of it that the table has switched on."""

    style: etree._Element | None
    palette: Palette
    on: frozenset[str]
    rows: int
    columns: int

    def cell(self, row: int, column: int) -> CellStyle:
        """Return what the style gives the cell: the most particular part that says something."""
        fill = colour = ""
        bold = None
        for name in self._parts(row, column):
            part = child(self.style, f"a:{name}")
            painted = fill_of(child(part, "a:tcStyle/a:fill"), self.palette)
            if painted is None:
                painted = colour_in(child(part, "a:tcStyle/a:fillRef"), self.palette)
            text = child(part, "a:tcTxStyle")
            fill = fill or painted or ""
            colour = colour or colour_in(text, self.palette) or ""
            if bold is None and text is not None and text.get("b") in {"on", "off"}:
                bold = text.get("b") == "on"
        return CellStyle(fill, colour, bool(bold))

    def _parts(self, row: int, column: int) -> Iterator[str]:
        if row == 0 and "firstRow" in self.on:
            yield "firstRow"
        if row == self.rows - 1 and "lastRow" in self.on:
            yield "lastRow"
        if column == 0 and "firstCol" in self.on:
            yield "firstCol"
        if column == self.columns - 1 and "lastCol" in self.on:
            yield "lastCol"
        if "bandRow" in self.on:
            yield "band1H" if (row - ("firstRow" in self.on)) % 2 == 0 else "band2H"
        if "bandCol" in self.on:
            yield "band1V" if (column - ("firstCol" in self.on)) % 2 == 0 else "band2V"
        yield "wholeTbl"


def table_style(scene: Scene, table: etree._Element, rows: int, columns: int) -> TableStyle:
    """Return the style of a table: from the deck, else a built-in one, else an empty one."""
    properties = child(table, "a:tblPr")
    if properties is None:
        return TableStyle(None, scene.sheet.palette, frozenset(), rows, columns)
    on = frozenset(str(name) for name, value in properties.attrib.items() if flag(str(value)))
    named = child(properties, "a:tableStyleId")
    identity = (named.text or "").strip().upper() if named is not None else ""
    return TableStyle(_style(scene.table_styles, identity), scene.sheet.palette, on, rows, columns)


def _style(held: etree._Element | None, identity: str) -> etree._Element | None:
    for style in () if held is None else held:
        if (style.get("styleId") or "").upper() == identity:
            return style
    for known, form in ((_MEDIUM_2, _BUILT_IN), (_LIGHT_2, _BUILT_IN_LIGHT)):
        if identity in known:
            return etree.fromstring(form.format(ns=_A, accent=known[identity]))
    return None
