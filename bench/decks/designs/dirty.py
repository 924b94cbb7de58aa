"""30: what hands do to decks: split runs, tabs, "NY!" stickers, text off the slide, hidden slides, notes."""

from pathlib import Path
from typing import Any

from bench.decks import furniture
from bench.decks.canvas import Canvas, paint
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant
from pptx.util import Pt

BARS = ((0, 0, 1), (0, 2, 2), (1, 1, 2), (1, 0, 0), (2, 0, 2), (3, 1, 1), (3, 2, 2), (3, 0, 0))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d30-haandarbeid-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Veikart under arbeid", "Veikart versjon 0.9"), "Helse Vest", "Arbeidsutkast")
    _timeline(c, v, gold)
    _placeholder_list(c, v, gold)
    _hidden(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _timeline(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Veikart – utkast", "Forslag til veikart"))
    furniture.watermark(c, v)
    year, column = v.first_year, 29.0
    for n in range(3):
        c.box(
            8 + column * n, 14, column - 1, 6, f" {year + n} ", fill="accent1+40", size=14, bold=True, shape="pentagon"
        )
    for n in range(1, 3):
        c.line(7.5 + column * n, 14, 7.5 + column * n, 86, "A6A6A6", dash=True)
    for number, (row, first, last) in enumerate(BARS):
        (what,) = v.take(1, 40)
        x, y = 8.4 + column * first, 24 + 15 * row
        box = c.box(x, y, column * (last - first + 1) - 2.6, 9, "", fill="bg2", line="accent1", shape="round")
        _split_runs(box, what.title, number)
        if number in (1, 4):
            c.box(
                x + column * (last - first + 1) - 6.5,
                y - 2.4,
                5,
                4.6,
                v.pick("NY!", "Ny"),
                fill="FFFF00",
                size=9,
                bold=True,
                turn=12,
                shape=v.pick("rect", "dot"),
            )
        gold.add(page, "utkast", what, period=(year + first, year + last))
    c.text(103, 20, 30, 20, v.pick("Husk å flytte denne: Pasientportal for alle", "Spør Ola om årstallene"), size=12)
    c.note("Snakk om: Digital lommebok for helsekort, Samlet bestillingstorg")
    c.text(60, 88, 34, 4, v.pick("Gule lapper: nye siden sist", "Ny = kom til etter forrige versjon"), size=9)
    furniture.foot(c, "Versjon 0.9, ikke for deling")


def _split_runs(box: Any, title: str, number: int) -> None:
    """Runs cut where spelling marks or a hand left them; a tab and double blanks in some."""
    frame = box.text_frame
    paragraph = frame.paragraphs[0]
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    cut = max(1, len(title) // 2)
    parts = [title[:cut], title[cut:]] if number % 2 else title.split(" ", 1)
    for n, part in enumerate(parts):
        run = paragraph.add_run()
        run.text = (" " if n and number % 2 == 0 else "") + part + ("  " if n == len(parts) - 1 and number == 2 else "")
        run.font.size, run.font.bold = Pt(11), bool(n == 0 and number == 4)
        paint(run.font.color, "tx1")
    frame.word_wrap = True


def _placeholder_list(c: Canvas, v: Variant, gold: Gold) -> None:
    """A list in the layout's own body placeholder, with a second level that explains."""
    page = c.add_page(v.pick("Tiltak vi foreslår", "Foreslåtte tiltak"), layout=1)
    body = c.slide.placeholders[1]
    frame = body.text_frame
    for number, what in enumerate(v.take(5)):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = f"{what.title} (HV)" if number == 1 else what.title
        paragraph.font.size = Pt(20)
        named = Measure(f"{what.title} (HV)", (*what.qualifiers, "HV"), what.aliases) if number == 1 else what
        gold.add(
            page, "forslag", named, owners=["HV"] if number == 1 else [], role="proposal", unsure=("role", "owners")
        )
        if number % 2 == 0:
            child = frame.add_paragraph()
            child.text, child.level = "Krever avklaring om finansiering før sommeren", 1
            child.font.size = Pt(14)
    furniture.foot(c)


def _hidden(c: Canvas, v: Variant) -> None:
    """A hidden slide with an older version of the plan: no part of what is shown."""
    c.add_page(v.pick("Gammelt veikart", "Reserve"))
    for n, text in enumerate(("Utgått tjeneste A", "Gammel meldingsløsning", "Lokal timebok")):
        c.box(10 + 28 * n, 30, 26, 10, text, fill="accent2+60", size=12)
        c.box(10 + 28 * n, 18, 26, 6, str(v.first_year - 4 + n), fill="accent1", colour="FFFFFF")
    c.slide._element.set("show", "0")
