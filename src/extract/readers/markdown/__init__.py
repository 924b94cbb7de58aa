"""Markdown: headings, lists, tables and diagrams as blocks of one flowing page, as Word's body is read.

What the blocks carry besides their text:

- `level`: of a heading from 1; of a bullet how deep it stands, 0 for the outermost; of a paragraph inside a list item
  one more than the item's.
- `marker`: the bullet or number; "☐" and "☑" for the boxes of a task list.
- `strike`: the text, or its beginning, is struck through. `spans`: its bold and slanted runs.
- `heading_path`: the headings above it. The title that the front matter states is a `TITLE` of the group "title".
- `group`: "header" in the head of a table, "mermaid" for the lines of a diagram drawn in text and "code" for any
  other code: both are `PICTURE`, since their text is no running text.
- `line_start` and `line_end`: the lines of the file, from 1.
"""

from extract.readers.markdown.reader import MarkdownReader

READER = MarkdownReader()
"""Opens Markdown files."""

__all__ = ["READER"]
