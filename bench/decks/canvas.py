"""Drawing on slides in per cent of the page, with theme colours, groups and tables."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.decks.palette import Palette
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches, Pt

SHAPES = {
    "rect": MSO_SHAPE.RECTANGLE,
    "round": MSO_SHAPE.ROUNDED_RECTANGLE,
    "chevron": MSO_SHAPE.CHEVRON,
    "pentagon": MSO_SHAPE.PENTAGON,
    "diamond": MSO_SHAPE.DIAMOND,
    "dot": MSO_SHAPE.OVAL,
    "flag": MSO_SHAPE.WAVE,
    "can": MSO_SHAPE.CAN,
    "star": MSO_SHAPE.STAR_5_POINT,
}
ALIGN = {"l": PP_ALIGN.LEFT, "c": PP_ALIGN.CENTER, "r": PP_ALIGN.RIGHT}
ANCHOR = {"t": MSO_ANCHOR.TOP, "m": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}
_SLOTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def paint(colour: Any, spec: str) -> None:
    """Set a colour: "1F5A92", a theme slot "accent2", or a tint of one "accent2+60" (per cent lighter)."""
    if re.fullmatch(r"[0-9A-Fa-f]{6}", spec):
        colour.rgb = RGBColor.from_string(spec.upper())
        return
    name, _, lighter = spec.partition("+")
    slots = {"accent": "ACCENT_", "tx": "TEXT_", "bg": "BACKGROUND_"}
    kind = re.sub(r"\d", "", name)
    colour.theme_color = getattr(MSO_THEME_COLOR, slots[kind] + name[len(kind) :])
    if lighter:
        colour.brightness = int(lighter) / 100


class Canvas:
    """A presentation drawn page by page; places are per cent of the page, sizes of type in points."""

    def __init__(
        self,
        palette: Palette,
        *,
        wide: bool = True,
        dark: bool = False,
        font: str = "Arial",
        shrink: float = 1.0,
        margins: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = Inches(13.333 if wide else 10), Inches(7.5)
        self.palette, self.dark = palette, dark
        self.shrink, self.margins = shrink, margins
        self._theme(font)
        self._into: list[Any] = []
        self._scale = 1.0
        self.slide: Any = None

    def _theme(self, font: str) -> None:
        master = self.deck.slide_master
        part = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
        xml = part.blob.decode("utf-8")
        for slot, value in zip(_SLOTS, self.palette.accents, strict=True):
            xml = re.sub(rf"(<a:{slot}>).*?(</a:{slot}>)", rf'\g<1><a:srgbClr val="{value}"/>\g<2>', xml, flags=re.S)
        for slot, value in (("dk2", self.palette.dark), ("lt2", self.palette.light)):
            xml = re.sub(rf"(<a:{slot}>).*?(</a:{slot}>)", rf'\g<1><a:srgbClr val="{value}"/>\g<2>', xml, flags=re.S)
        xml = re.sub(r'<a:latin typeface="[^"]+"', f'<a:latin typeface="{font}"', xml)
        part._blob = xml.encode("utf-8")
        if self.dark:
            mapping = master._element.find("{*}clrMap")
            for key, value in {"bg1": "dk2", "tx1": "lt1", "bg2": "dk1", "tx2": "lt2"}.items():
                mapping.set(key, value)

    @property
    def page(self) -> int:
        """Number of the page being drawn."""
        return len(self.deck.slides)

    def add_page(self, title: str = "", layout: int = 5, size: float = 26, top: float = 3, height: float = 10) -> int:
        """Begin a page, its title in the layout's title placeholder; layout 6 has none."""
        self.slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout if title else 6])
        self._into, self._scale = [self.slide.shapes], 1.0
        if title:
            holder = self.slide.shapes.title
            self._place(holder, 4, top, 80, height)
            holder.text_frame.text = title
            holder.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
            for paragraph in holder.text_frame.paragraphs:
                paragraph.alignment = PP_ALIGN.LEFT
                for run in paragraph.runs:
                    run.font.size, run.font.bold = Pt(round(size * self.shrink, 1)), True
                    paint(run.font.color, "tx2" if not self.dark else "tx1")
        return self.page

    def _px(self, value: float) -> Emu:
        return self._x(self.margins[0] / self.shrink + value)

    def _py(self, value: float) -> Emu:
        return self._y(self.margins[1] / self.shrink + value)

    def _x(self, value: float) -> Emu:
        return Emu(int(self.deck.slide_width * value * self.shrink / 100 / self._scale))

    def _y(self, value: float) -> Emu:
        return Emu(int(self.deck.slide_height * value * self.shrink / 100 / self._scale))

    def _place(self, shape: Any, x: float, y: float, w: float, h: float) -> None:
        shape.left, shape.top, shape.width, shape.height = self._px(x), self._py(y), self._x(w), self._y(h)

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        text: str = "",
        *,
        fill: str | None = None,
        line: str | None = None,
        shape: str = "rect",
        size: float = 10,
        colour: str = "tx1",
        bold: bool = False,
        align: str = "c",
        anchor: str = "m",
        turn: float = 0,
        dash: bool = False,
        weight: float = 1,
    ) -> Any:
        """Draw a shape with text; `turn` rotates it, "\\v" breaks a line, "\\n" a paragraph."""
        drawn = self._into[-1].add_shape(SHAPES[shape], self._px(x), self._py(y), self._x(w), self._y(h))
        drawn.shadow.inherit = False
        if fill:
            drawn.fill.solid()
            paint(drawn.fill.fore_color, fill)
        else:
            drawn.fill.background()
        if line:
            paint(drawn.line.color, line)
            drawn.line.width = Pt(weight)
            if dash:
                drawn.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        else:
            drawn.line.fill.background()
        drawn.rotation = turn
        self.write(drawn.text_frame, text, size, colour, bold, align, anchor)
        return drawn

    def text(self, x: float, y: float, w: float, h: float, text: str, **look: Any) -> Any:
        """Write a text box without fill or outline."""
        drawn = self._into[-1].add_textbox(self._px(x), self._py(y), self._x(w), self._y(h))
        look = {"size": 11, "colour": "tx1", "bold": False, "align": "l", "anchor": "t"} | look
        drawn.rotation = look.pop("turn", 0)
        self.write(drawn.text_frame, text, **look)
        return drawn

    def write(
        self, frame: Any, text: str, size: float, colour: str, bold: bool, align: str = "l", anchor: str = "t"
    ) -> None:
        """Fill a text frame, one paragraph for each line."""
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = Pt(3)
        frame.margin_top = frame.margin_bottom = Pt(1.5)
        frame.vertical_anchor = ANCHOR[anchor]
        for number, line in enumerate(text.split("\n")):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = ALIGN[align]
            for part_number, part in enumerate(line.split("\v")):
                if part_number:
                    paragraph.add_line_break()
                run = paragraph.add_run()
                run.text = part
                run.font.size, run.font.bold = Pt(round(size * self.shrink, 1)), bold
                paint(run.font.color, colour)

    def bullets(
        self, x: float, y: float, w: float, h: float, items: Sequence[str | tuple[int, str]], **look: Any
    ) -> Any:
        """Write a list with real bullets; an item may carry its level."""
        drawn = self._into[-1].add_textbox(self._px(x), self._py(y), self._x(w), self._y(h))
        size, colour, gap = look.get("size", 14), look.get("colour", "tx1"), look.get("gap", 4)
        frame = drawn.text_frame
        frame.word_wrap = True
        for number, item in enumerate(items):
            level, text = item if isinstance(item, tuple) else (0, item)
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.level, paragraph.space_after = level, Pt(gap)
            run = paragraph.add_run()
            run.text = text
            run.font.size = Pt(round((size - 1.5 * level) * self.shrink, 1))
            paint(run.font.color, colour)
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", str(228600 + 285750 * level))
            properties.set("indent", "-228600")
            mark = parse_xml(f'<a:buChar {nsdecls("a")} char="{"•" if level == 0 else "–"}"/>')
            properties.append(mark)
        return drawn

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = "808080", **look: Any) -> Any:
        """Draw a straight line; `arrow` puts a head at its end."""
        drawn = self._into[-1].add_connector(
            MSO_CONNECTOR.STRAIGHT, self._px(x1), self._py(y1), self._px(x2), self._py(y2)
        )
        paint(drawn.line.color, colour)
        drawn.line.width = Pt(look.get("weight", 1))
        if look.get("dash"):
            drawn.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        if look.get("arrow"):
            drawn.line._get_or_add_ln().append(parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle"/>'))
        return drawn

    @contextmanager
    def group(self, scale: float = 1.0) -> Iterator[None]:
        """Draw into a group whose children live in a space of another scale."""
        shape = self._into[-1].add_group_shape()
        self._into.append(shape.shapes)
        self._scale *= scale
        yield
        element = shape._element
        element.recalculate_extents()
        frame = element.grpSpPr.xfrm
        frame.off.x, frame.off.y = int(frame.chOff.x * scale), int(frame.chOff.y * scale)
        frame.ext.cx, frame.ext.cy = int(frame.chExt.cx * scale), int(frame.chExt.cy * scale)
        self._into.pop()
        self._scale /= scale

    def table(self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], **look: Any) -> Any:
        """Draw a table; `height` of a row in per cent, `size` of type, `header` fill (None for no header row)."""
        height, size = look.get("height", 5), look.get("size", 11)
        frame = self._into[-1].add_table(
            len(rows), len(widths), self._px(x), self._py(y), self._x(sum(widths)), self._y(height * len(rows))
        )
        table = frame.table
        header = look.get("header", "accent1")
        table.first_row, table.horz_banding = header is not None, look.get("banding", False)
        for number, width in enumerate(widths):
            table.columns[number].width = self._x(width)
        for r, row in enumerate(rows):
            table.rows[r].height = self._y(height)
            for c, text in enumerate(row):
                head = r == 0 and header is not None
                self.cell(
                    table,
                    r,
                    c,
                    text,
                    size=size,
                    bold=head,
                    colour="FFFFFF" if head else "tx1",
                    fill=header if head else look.get("fill"),
                )
        return table

    def cell(self, table: Any, row: int, column: int, text: str, **look: Any) -> None:
        """Write one cell anew."""
        cell = table.cell(row, column)
        cell.text_frame.clear()
        self.write(
            cell.text_frame,
            text,
            look.get("size", 11),
            look.get("colour", "tx1"),
            look.get("bold", False),
            look.get("align", "l"),
        )
        cell.vertical_anchor = ANCHOR[look.get("anchor", "m")]
        cell.margin_top = cell.margin_bottom = Pt(2)
        if look.get("fill"):
            cell.fill.solid()
            paint(cell.fill.fore_color, look["fill"])

    def to_master(self, shape: Any) -> None:
        """Move a drawn shape to the master, so that every page shows it."""
        element = shape._element
        element.getparent().remove(element)
        self.deck.slide_master.shapes._spTree.append(element)

    def note(self, text: str) -> None:
        """Write speaker's notes, which are no part of the picture."""
        self.slide.notes_slide.notes_text_frame.text = text

    def save(self, folder: Path, stem: str) -> Path:
        """Write the presentation."""
        target = folder / f"{stem}.pptx"
        self.deck.save(str(target))
        return target
