"""47: a Nynorsk Word table whose times are told in words."""

from dataclasses import replace
from pathlib import Path

from bench.decks.gold import Gold
from bench.decks.variant import Variant
from docx import Document


def make(v: Variant, folder: Path) -> None:
    """Build the document and its gold."""
    v = replace(v, language="nn")
    stem = f"d47-tid-i-ord-{v.number}"
    gold, document = Gold(stem), Document()
    document.styles["Normal"].font.name = "Arial"
    document.add_heading(v.pick("Handlingsdel for velferdsteknologi", "Tiltaksdel: digital omsorg"), 1)
    document.add_paragraph("Kommunestyret vedtok planen i juni. Rekkjefølgja kan bli endra i budsjettet.")
    y = v.first_year
    times = (
        (f"{y}–{y + 2}", (y, y + 2), (f"{y}-01-01", f"{y + 2}-12-31")),
        (f"1. kvartal {y + 1}", (y + 1, y + 1), (f"{y + 1}-01-01", f"{y + 1}-03-31")),
        (f"2. halvår {y}", (y, y), (f"{y}-07-01", f"{y}-12-31")),
        ("Løpande", None, None),
        (f"mai {y + 1}", (y + 1, y + 1), (f"{y + 1}-05-01", f"{y + 1}-05-31")),
        (f"Frå {y + 2}", (y + 2, None), (f"{y + 2}-01-01", None)),
        (f"Q2–Q3 {y}", (y, y), (f"{y}-04-01", f"{y}-09-30")),
        ("Etter avtale", None, None),
        (f"Innan utgangen av {y + 1}", (None, y + 1), (None, f"{y + 1}-12-31")),
    )
    heads = v.pick(("Tiltak", "Kven", "Når", "Kostnad"), ("Kva skal vi gjere", "Ansvar", "Tidsrom", "Ramme"))
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    owners = (("Helse Fonna", ["Helse Fonna"]), ("KS", ["KS"]), ("Helse Vest", ["HV"]))
    for n, (text, period, days) in enumerate(times):
        (what,) = v.take(1)
        name, codes = owners[n % 3]
        cells = table.add_row().cells
        for cell, value in zip(cells, (what.title, name, text, f"{200 + 35 * n} 000 kr"), strict=True):
            cell.text = value
        unsure = ("owners",) if n % 3 == 0 else ()
        gold.add(None, "tid", what, owners=codes, period=period, days=days, unsure=unsure)
    document.add_heading("Kjelder", 1)
    document.add_paragraph("Kommunalt tenesteregister og brukarundersøkinga frå i fjor.")
    document.save(str(folder / f"{stem}.docx"))
    gold.write(folder)
