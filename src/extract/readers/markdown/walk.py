"""From the tokens of a Markdown parser to blocks."""

import re
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from extract.readers.markdown.html import pieces_of
from extract.readers.markdown.inline import Inline, read_inline
from veikart.core.blocks import Block, BlockKind, Span

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DIAGRAM = "mermaid"
_CODE = "code"


@dataclass(slots=True)
class _List:
    """A list that is open: its next number, 0 for bullets."""

    number: int
    marker: str
    fresh: bool = False  # an item has begun whose text is still to come


@dataclass(slots=True)
class Walk:
    """Collects blocks; `offset` is the number of lines of the file above the first token's."""

    offset: int
    length: int
    blocks: list[Block] = field(default_factory=list)
    cut: list[tuple[str, int]] = field(default_factory=list)  # blocks whose text was too long, with its length
    _lists: list[_List] = field(default_factory=list)
    _path: list[tuple[int, str]] = field(default_factory=list)
    _heading: int = 0
    _tables: int = 0
    _row: int = -1
    _column: int = -1
    _ids: dict[str, int] = field(default_factory=dict)
    _lines: tuple[int, int] = (0, 0)  # of the table's row

    def read(self, token: Token) -> None:
        """Take one more token."""
        if token.type == "heading_open":
            self._heading = int(token.tag[1:])
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            start = int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else 0
            self._lists.append(_List(start, token.markup))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif token.type == "list_item_open":
            self._lists[-1].fresh = True
        elif token.type == "table_open":
            self._tables, self._row = self._tables + 1, -1
        elif token.type == "tr_open":
            self._row, self._column = self._row + 1, -1
            self._lines = self._place(token)
        elif token.type in {"th_open", "td_open"}:
            self._column += 1
        elif token.type == "inline":
            self._text(token)
        elif token.type == "fence":
            self._code(token)
        elif token.type == "html_block":
            self._html(token)
        elif token.type == "table_close":
            self._column = -1

    def _text(self, token: Token) -> None:
        inline = read_inline(token)
        if self._column >= 0:
            self._cell(inline, f"t{self._tables}", self._row, self._column, self._lines)
        elif self._heading:
            self._title(inline, self._place(token))
        elif self._lists and self._lists[-1].fresh:
            self._bullet(inline, self._place(token))
        else:
            self._add(inline, BlockKind.TEXT, self._place(token), level=len(self._lists))

    def _title(self, inline: Inline, lines: tuple[int, int]) -> None:
        level, self._heading = self._heading, 0
        self._path = [(rank, text) for rank, text in self._path if rank < level]
        self._add(inline, BlockKind.TITLE, lines, level=level)
        if inline.text:
            self._path.append((level, " ".join(inline.text.split())))

    def _bullet(self, inline: Inline, lines: tuple[int, int]) -> None:
        own = self._lists[-1]
        own.fresh = False
        marker = inline.box or (f"{own.number}{own.marker}" if own.number else own.marker)
        own.number += bool(own.number)
        self._add(inline, BlockKind.BULLET, lines, level=len(self._lists) - 1, marker=marker)

    def _cell(self, inline: Inline, table: str, row: int, column: int, lines: tuple[int, int]) -> None:
        block = Block(
            id=f"l{lines[0]}/c{column}",
            page=1,
            kind=BlockKind.CELL,
            container=f"{table}/r{row}c{column}",
            table=table,
            row=row,
            column=column,
            group="" if row else "header",
            marker=inline.box,
        )
        self._keep(block, inline, lines)

    def _add(
        self, inline: Inline, kind: BlockKind, lines: tuple[int, int], *, level: int = 0, marker: str = ""
    ) -> None:
        self._keep(Block(id=f"l{lines[0]}", page=1, kind=kind, level=level, marker=marker), inline, lines)

    def _keep(self, block: Block, inline: Inline, lines: tuple[int, int]) -> None:
        if not inline.text:
            return
        copies = self._ids[block.id] = self._ids.get(block.id, 0) + 1
        if copies > 1:
            block = replace(block, id=f"{block.id}/{copies}")
        if len(inline.text) > self.length:
            self.cut.append((block.id, len(inline.text)))
        path = tuple(text for _, text in self._path)
        spans = tuple(inline.spans) if len(inline.spans) > 1 else ()
        self.blocks.append(
            replace(
                block,
                text=inline.text[: self.length],
                bold=inline.bold,
                strike=inline.strike,
                spans=spans,
                heading_path=path,
                line_start=lines[0],
                line_end=lines[1],
            )
        )

    def _code(self, token: Token) -> None:
        """Keep the lines of a diagram one by one, other code as one block."""
        first, last = self._place(token)
        drawn = token.info.strip().casefold().startswith(_DIAGRAM)
        texts = token.content.split("\n") if drawn else [token.content]
        for index, text in enumerate(texts, 1):
            lines = (first + index, first + index) if drawn else (first, last)
            block = Block(id=f"l{lines[0]}", page=1, kind=BlockKind.PICTURE, group=_DIAGRAM if drawn else _CODE)
            if text.strip():
                self._keep(block, Inline(text.strip()), lines)

    def _html(self, token: Token) -> None:
        first, last = self._place(token)
        for piece in pieces_of(_COMMENT.sub(" ", token.content)):
            lines = (first + piece.line, min(first + piece.line, last))
            inline = Inline(piece.text, [Span(piece.text, bold=piece.bold)])
            if piece.cell is not None:
                table, row, column = piece.cell
                self._cell(inline, f"l{first + table}/t", row, column, lines)
            elif piece.kind is BlockKind.TITLE:
                self._heading = piece.level
                self._title(inline, lines)
            else:
                self._add(inline, piece.kind, lines, level=piece.level + len(self._lists))

    def _place(self, token: Token) -> tuple[int, int]:
        first, behind = token.map or (0, 1)
        return first + 1 + self.offset, max(behind, first + 1) + self.offset
