"""35: a web page printed to PDF by a browser: a board of cards, a striped table, a side menu."""

import html
from pathlib import Path

from bench.decks.gold import Gold
from bench.decks.variant import Variant

STYLE = """
@page { size: A4 landscape; margin: 12mm }
body { font: 11px Arial, sans-serif; margin: 0; color: #222 }
header { background: DARK; color: white; padding: 8px 14px; display: flex; justify-content: space-between }
nav { float: left; width: 110px; font-size: 10px; color: #666 } nav a { display: block; padding: 3px 0 }
main { margin-left: 125px } h1 { font-size: 20px } h2 { font-size: 14px }
.board { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px }
.column { background: #f1f2f4; border-radius: 6px; padding: 8px }
.card { background: white; border: 1px solid #ddd; border-radius: 4px; padding: 6px 8px; margin: 6px 0 }
.tag { display: inline-block; font-size: 8px; border-radius: 8px; padding: 1px 6px; background: ACCENT; color: white }
table { width: 100%; border-collapse: collapse; page-break-before: always }
th { text-align: left; background: DARK; color: white }
td, th { padding: 5px 7px } tr:nth-child(even) td { background: #f4f6f8 }
footer { font-size: 9px; color: #888; margin-top: 14px }
"""


def make(v: Variant, folder: Path) -> None:
    """Write the page and its gold; the page is only a source for its PDF."""
    stem = f"d35-nettside-{v.number}"
    gold = Gold(stem)
    style = STYLE.replace("DARK", f"#{v.palette.dark}").replace("ACCENT", f"#{v.palette.accents[1]}")
    menu = "".join(f"<a>{t}</a>" for t in ("Forside", "Om oss", "Nyheter", "Veikart", "Driftsmeldinger", "Kontakt oss"))
    title = v.pick("Produktveikart", "Dette jobber vi med")
    body = f"<h1>{title}</h1><p>Oppdatert 4. mars. Rekkefølgen kan bli endret.</p>{_board(v, gold)}{_table(v, gold)}"
    page = (
        f"<html lang='nb'><meta charset='utf-8'><title>{title}</title><style>{style}</style>"
        "<header><b>Norsk helsenett</b><span>Logg inn</span></header>"
        f"<nav>{menu}</nav><main>{body}</main>"
        "<footer>Personvern · Tilgjengelighetserklæring · Informasjonskapsler</footer></html>"
    )
    (folder / f"{stem}.html").write_text(page, encoding="utf-8")
    gold.write(folder)


def _board(v: Variant, gold: Gold) -> str:
    columns = []
    heads = v.pick(
        (("Under arbeid", "ongoing"), ("Planlagt", "planned"), ("Levert", "done")),
        (("Pågår", "ongoing"), ("Vurderes", "under_consideration"), ("Ferdig", "done")),
    )
    for n, (head, status) in enumerate(heads):
        cards = []
        for k, what in enumerate(v.take(4)):
            quarter, year = (n + k) % 4, v.first_year + (n + k) // 4
            tag = f"<span class=tag>Q{quarter + 1} {year}</span>"
            cards.append(f"<div class=card><b>{html.escape(what.title)}</b><br>{tag}</div>")
            days = (f"{year}-{3 * quarter + 1:02}-01", f"{year}-{('03-31', '06-30', '09-30', '12-31')[quarter]}")
            gold.add(1, "tavle", what, period=(year, year), days=days, status=status)
        columns.append(f"<div class=column><h2>{head}</h2>{''.join(cards)}</div>")
    return f"<div class=board>{''.join(columns)}</div>"


def _table(v: Variant, gold: Gold) -> str:
    rows = [
        "<tr>"
        + "".join(
            f"<th>{h}</th>"
            for h in v.pick(("Produkt", "Team", "Planlagt", "Beskrivelse"), ("Leveranse", "Team", "Når", "Beskrivelse"))
        )
        + "</tr>"
    ]
    for n, what in enumerate(v.take(9)):
        year = v.first_year + n % 3
        rows.append(
            f"<tr><td>{html.escape(what.title)}</td><td>Team {'ABC'[n % 3]}</td><td>{year}</td>"
            "<td>Gjør det enklere å få oversikt over egne avtaler og meldinger.</td></tr>"
        )
        gold.add(2, "tabell", what, period=(year, year), unsure=("owners",))
    return f"<table>{''.join(rows)}</table>"
