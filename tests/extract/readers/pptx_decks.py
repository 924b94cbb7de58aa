"""Small decks made for the tests, and ways to hurt them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.util import Emu

from extract.readers.base import Limits
from extract.readers.pptx import READER
from veikart.core.blocks import Block, Page

WIDTH, HEIGHT = 10_000_000, 5_000_000
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XMLNS = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'


def shape(
    number: int,
    x: int,
    y: int,
    w: int,
    h: int,
    text: str = "",
    paint: str = "",
    *,
    xfrm: str = "",
    body: str = "<a:bodyPr/>",
    name: str = "s",
    common: str = "",
    style: str = "",
    geometry: str = "rect",
) -> str:
    """Return the XML of a shape; `text` is plain or, starting with "<", paragraphs."""
    paragraphs = text if text.startswith("<") else f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
    return (
        f'<p:sp {XMLNS}><p:nvSpPr><p:cNvPr id="{number}" name="{name}" {common}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm {xfrm}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{paint}</p:spPr>{style}'
        f"<p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def group(number: int, off: str, ext: str, child_off: str, child_ext: str, inner: str, xfrm: str = "") -> str:
    """Return the XML of a group; the four places are "x,y"."""

    def pair(name: str, values: str, keys: str) -> str:
        first, second = values.split(",")
        one, two = keys.split(",")
        return f'<a:{name} {one}="{first}" {two}="{second}"/>'

    places = pair("off", off, "x,y") + pair("ext", ext, "cx,cy")
    places += pair("chOff", child_off, "x,y") + pair("chExt", child_ext, "cx,cy")
    return (
        f'<p:grpSp {XMLNS}><p:nvGrpSpPr><p:cNvPr id="{number}" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm {xfrm}>{places}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def solid(colour: str) -> str:
    """Return a solid fill; `colour` is the XML of a colour, or RRGGBB."""
    inner = colour if colour.startswith("<") else f'<a:srgbClr val="{colour}"/>'
    return f"<a:solidFill>{inner}</a:solidFill>"


def deck(path: Path, *slides: list[str], layout: int = 6) -> Path:
    """Write a deck with a slide for every list of shapes."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    for shapes in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
        for xml in shapes:
            slide.shapes._spTree.append(etree.fromstring(xml.encode()))
    presentation.save(str(path))
    return path


def rewrite(path: Path, change: Mapping[str, Callable[[bytes], bytes] | bytes | None]) -> Path:
    """Change parts of a package: bytes replace or add one, a function edits it, None takes it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            edit = change.get(name, old.read(name)) if name in change else old.read(name)
            if edit is not None:
                new.writestr(name, edit(old.read(name)) if callable(edit) else edit)
        for name, value in change.items():
            if name not in old.namelist() and isinstance(value, bytes):
                new.writestr(name, value)
    path.write_bytes(out.getvalue())
    return path


def pages(path: Path, limits: Limits | None = None) -> list[Page]:
    """Read a deck."""
    opened = READER.open(path, limits or Limits())
    try:
        return list(opened.pages())
    finally:
        opened.close()


def only(path: Path) -> list[Block]:
    """Return the blocks of a deck's first slide without footers."""
    return [b for b in pages(path)[0].blocks if b.kind != "footer"]
