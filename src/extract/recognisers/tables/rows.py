"""Rows of a table that are no measures: headings of the rows below, and column headings printed again."""

from extract.layout.headers import Header
from extract.layout.tables import Cell, Table
from extract.recognisers.tables.columns import Columns
from veikart.core.text import fold


def section_cell(cells: list[Cell], columns: Columns, table: Table, header: Header) -> Cell | None:
    """Return the cell of a row that is a heading for the rows below it, None for an ordinary row."""
    written = [cell for cell in cells if cell.text]
    if len(written) != 1 or table.column_count < 2:
        return None
    cell = written[0]
    if cell.column_span > 1 and cell.column_span * 2 >= table.column_count and cell.row_span == 1:
        return cell
    if columns.role is not None:
        return None
    if cell.row_span > 1 or cell.column > columns.title or len(header.heads) < 2:
        return None
    plain = [c for c in table.column(columns.title, header.rows) if c.column == columns.title and c.text]
    bold = sum(c.bold for c in plain)
    fills = [c.fill for c in plain]
    stands_out = (cell.bold and bold * 2 < len(plain)) or (bool(cell.fill) and fills.count(cell.fill) * 3 < len(fills))
    if cell.column < columns.title:
        return cell if cell.column not in columns.group or stands_out else None
    return cell if stands_out else None


def repeats_header(table: Table, row: int, header: Header) -> bool:
    """Tell whether a row prints the column headings again, as on a new page."""
    texts = [(head.text, cell.text) for column, head in enumerate(header.heads) if (cell := table.at(row, column))]
    same = sum(bool(ours) and fold(ours) == fold(theirs) for ours, theirs in texts)
    return same >= 2 and same >= sum(bool(ours) for ours, _ in texts) - 1
