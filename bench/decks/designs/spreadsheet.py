"""13: a spreadsheet printed to PDF: many thin rows, small type, the header repeated on every page, landscape."""

from dataclasses import replace
from pathlib import Path

from bench.decks.gold import Gold
from bench.decks.variant import Variant
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

OWNERS = (
    ("HN", ["HN"]),
    ("HSØ", ["HSØ"]),
    ("Helsedirektoratet", ["HDIR"]),
    ("KS", ["KS"]),
    ("HV, HMN", ["HV", "HMN"]),
    ("", []),
)
STATES = (
    ("Pågår", "ongoing"),
    ("Planlagt", "planned"),
    ("Ferdig", "done"),
    ("Til vurdering", "under_consideration"),
    ("", None),
)


def make(v: Variant, folder: Path) -> None:
    """Build the workbook, which is only a source for its PDF, and the gold."""
    stem = f"d13-regneark-{v.number}"
    gold, book = Gold(stem), Workbook()
    sheet = book.active
    sheet.title = "Tiltak"
    titles = [*v.take(50), *replace(v, language="nn").take(22)]
    heads = v.pick(
        ("ID", "Område", "Tiltak", "Eier", "Start", "Slutt", "Status", "Kommentar"),
        ("Ref", "Program", "Prosjekt", "Ansvarlig", "Oppstart", "Ferdig", "Fase", "Merknad"),
    )
    sheet.append([v.pick("Samlet tiltaksliste", "Prosjektoversikt, uttrekk"), *[""] * 7])
    sheet.append(heads)
    areas = v.pick(
        ("Innbygger", "Kliniker", "Data", "Infrastruktur"), ("Forebygging", "Behandling", "Forskning", "Drift")
    )
    for n, what in enumerate(titles):
        owner, codes = OWNERS[n % len(OWNERS)]
        word, status = STATES[(n + n // 5) % len(STATES)]
        start = v.first_year - 1 + n % 4
        months = (n % 12 + 1, 12 - n % 3)
        row = [f"T{n + 1:03}", areas[n // 18], what.title, owner]
        if v.number % 2:
            days = (f"{start}-{months[0]:02}-01", f"{start + 1}-{months[1]:02}-28")
            row += [_norwegian(days[0]), _norwegian(days[1])]
            years = (start, start + 1)
        else:
            years, days = (start, start + n % 2), None
            row += [str(years[0]), str(years[1])]
        sheet.append([*row, word, "Avhenger av bevilgning" if n % 7 == 0 else ""])
        gold.add(None, "regneark", what, owners=codes, period=years, days=days, status=status, group=areas[n // 18])
    _look(v, sheet)
    book.save(folder / f"{stem}.xlsx")
    gold.write(folder)


def _norwegian(day: str) -> str:
    year, month, date = day.split("-")
    return f"{date}.{month}.{year}"


def _look(v: Variant, sheet: object) -> None:
    thin = Side(style="hair", color="999999")
    for letter, width in zip("ABCDEFGH", (6, 13, 46, 17, 10, 10, 13, 24), strict=True):
        sheet.column_dimensions[letter].width = width
    for number, row in enumerate(sheet.iter_rows(), start=1):
        for cell in row:
            cell.font = Font(size=8, bold=number <= 2)
            cell.alignment = Alignment(wrap_text=number > 1, vertical="top")
            if number > 1:
                cell.border = Border(bottom=thin, left=thin, right=thin)
            if number == 2:
                cell.fill = PatternFill("solid", fgColor=v.palette.accents[0])
                cell.font = Font(size=8, bold=True, color="FFFFFF")
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "2:2"
    sheet.oddFooter.center.text = "Side &P av &N"
    sheet.oddHeader.right.text = "Følsomhet Intern (gul)"
