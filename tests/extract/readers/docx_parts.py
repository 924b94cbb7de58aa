"""Word documents made by hand, so that a test shows the XML it is about."""

import zipfile
from pathlib import Path

from extract.readers.base import Limits
from extract.readers.docx import READER
from veikart.core.blocks import Block, Page

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""


def p(text: str, style: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph with one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table of plain cells."""
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{p(text)}</w:tc>" for text in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{cells}</w:tbl>"


def write(folder: Path, body: str, names: str = NAMES, **parts: str) -> Path:
    """Write a document; parts are named by kind: styles, numbering, footnotes, comments, header, footer."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_R}/{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(parts, 1)
    )
    path = folder / "made.docx"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("[Content_Types].xml", _TYPES)
        main = f'<Relationship Id="m" Type="{_R}/officeDocument" Target="word/document.xml"/>'
        out.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>')
        out.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        )
        out.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for kind, xml in parts.items():
            out.writestr(f"word/{kind}.xml", xml)
    return path


def page_of(path: Path, limits: Limits | None = None) -> Page:
    """Read the one page of a document."""
    opened = READER.open(path, limits or Limits())
    try:
        (page,) = opened.pages()
    finally:
        opened.close()
    return page


def blocks_of(folder: Path, body: str, **parts: str) -> list[Block]:
    """Write and read a document."""
    return list(page_of(write(folder, body, **parts)).blocks)
