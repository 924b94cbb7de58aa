"""Word documents: paragraphs, lists, tables and text boxes in body order, on one page without layout.

What the blocks carry besides the text:

- ids: "b12" the twelfth paragraph of the body, "t2/r3c1/1" the first paragraph of a cell, "b12/x1/1" of a text box,
  "h1/1", "f1/1", "n3/1" and "c2/1" of headers, footers, notes and comments.
- an empty cell with a paint of its own is a SHAPE with the cell's row and column.
- a heading has kind TITLE, its level from 1, and stands in the `heading_path` of all that follows it.
- `group` is "toc" in a table of contents, "header" in a repeated header row of a table, "title" for the title of the
  document itself, "smartart" for texts of a diagram, "" elsewhere.
- a table that goes on after an empty paragraph or page break keeps its id, and its rows are counted on.
"""

from extract.readers.docx.reader import DocxReader

READER = DocxReader()
"""Opens Word documents."""

__all__ = ["READER"]
