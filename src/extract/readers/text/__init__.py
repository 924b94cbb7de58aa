"""Text dumps: one block a line, with what little of the layout is left.

What the blocks of a line carry besides their text:

- `level`: columns of indentation before the text (a tab counts to the next multiple of four); for a heading its level.
- `row`: how many blank lines stand before the line on its page, 0 for none. In a cell: the row of its table.
- `column_span`: 2 where the printed line ended in a blank, which in such dumps means that the layout wrapped it there;
  1 where it did not. In a cell: 1.
- `marker`: the bullet or number in front, no longer part of `text`.
- `line_start` and `line_end`: the line of the file, from 1.
"""

from extract.readers.text.reader import TextReader

READER = TextReader()
"""Opens text files."""

__all__ = ["READER"]
