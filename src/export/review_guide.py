"""The first sheet of review.xlsx: what to fill in, what the answers mean, and where the file comes from."""

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from veikart.core.messages import Catalogue

_STEPS = ("fill", "choose", "sign", "leave", "send")
_WIDTHS = (4, 20, 90)


def write_guide(
    sheet: Worksheet, book: xlsxwriter.Workbook, catalogue: Catalogue, facts: dict[str, str], verdicts: dict[str, str]
) -> None:
    """Write the guide; `facts` are told by their texts' keys, `verdicts` by the word that is filled in."""
    title = book.add_format({"bold": True, "font_size": 16})
    bold = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"valign": "top", "text_wrap": True})
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.write_string(0, 0, catalogue.text("review_book.title"), title)
    row = 2
    for number, step in enumerate(_STEPS, start=1):
        sheet.write_number(row, 0, number, bold)
        sheet.merge_range(row, 1, row, 2, catalogue.text(f"review_book.guide.{step}"), text)
        sheet.set_row(row, 30)
        row += 1
    row += 1
    for word, meaning in verdicts.items():
        sheet.write_string(row, 1, word, bold)
        sheet.write_string(row, 2, meaning, text)
        row += 1
    row += 1
    for key, value in facts.items():
        sheet.write_string(row, 1, catalogue.text(key), bold)
        sheet.write_string(row, 2, value, text)
        row += 1
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect()
