"""Builds a small Word document and reads it the whole way."""

from collections.abc import Sequence
from pathlib import Path

import docx

from extract.service import extract_document
from veikart.core.config import Config
from veikart.core.records import Record

Part = str | Sequence[Sequence[str]]
"""A paragraph, or the rows of a table."""


def read_word(parts: Sequence[Part], folder: Path) -> dict[str, Record]:
    """Return the records of a document by title; "# " begins a heading, "- " a bullet, "**name** text" a bold start."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            _add(document, part)  # type: ignore[arg-type]
        else:
            table = document.add_table(len(part), len(part[0]))
            for row, texts in zip(table.rows, part, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    path = folder / "plan.docx"
    document.save(str(path))
    return {record.title: record for record in extract_document(path, path.name, "0", Config()).records}


def _add(document: "docx.document.Document", text: str) -> None:
    if text.startswith("#"):
        marks, _, rest = text.partition(" ")
        document.add_heading(rest, level=len(marks))
        return
    style = "List Bullet" if text.startswith("- ") else None
    paragraph = document.add_paragraph(style=style)
    for number, piece in enumerate(text.removeprefix("- ").split("**")):
        run = paragraph.add_run(piece)
        run.bold = bool(number % 2)
