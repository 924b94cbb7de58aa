"""Pages that look like plans and gave no record are told; agendas, figures and prose are not."""

import pytest

from extract.accounts import account_for
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.problems import Code
from veikart.core.vocabulary import load_vocabulary

PHRASES = ["Felles kjernejournal", "Digital innsjekk", "Trygg deling av bilder", "Ny timebok"]

PLANS = {
    "labels of an axis": ["Oversikt", "2026", "2027", "2028", *PHRASES],
    "periods inside the items": [
        "Dette er på gang",
        "- Mars 2026: Felles kjernejournal",
        "- Mai 2026: Digital innsjekk",
        "- Juni 2026: Trygg deling av bilder",
        "- August 2027: Ny timebok",
    ],
    "phases with a period": ["Tre steg", "Bygge (2026)", "Bruke (2027–2028)", *PHRASES],
    "organisations that head lists": [
        "Hvem gjør hva", "Helse Vest", "- Felles kjernejournal", "- Digital innsjekk",
        "Helse Nord", "- Trygg deling av bilder", "- Ny timebok",
    ],
    "the heading of a plan": ["Veikart for avdelingen", *PHRASES],
}  # fmt: skip

OTHERS = {
    "agenda": ["Dagen i dag", "09.00 Velkommen til alle", "09.15 Status i 2026", "10.00 Planer for 2027",
               "11.00 Gjennomgang av 2028", "12.00 Felles lunsj"],
    "agenda by its heading": ["Agenda", "Status for 2026", "Planer for 2027", "Ønsker for 2028", "Felles lunsj"],
    "figures": ["Bruk av tjenestene", "2024", "2025", "2026", "112 000", "98 000", "150 000", "148 000", "131 000",
                "Nord i landet", "Sør i landet", "Vest i landet", "Midt i landet"],
    "prose": ["Veikart og vegen dit", "Arbeidet har pågått siden 2024.", "Vi skal levere mer i 2026 enn i 2025.",
              "Det er mange som venter på svar.", "Hvem skal eie planen?", *PHRASES],
    "few phrases": ["Veikart", "Felles kjernejournal", "Digital innsjekk"],
    "no signs of a plan": ["Samtaler om framtida", *PHRASES],
}  # fmt: skip


def page_of(lines: list[str]) -> Page:
    blocks = []
    for at, line in enumerate(lines):
        bullet = line.startswith("- ")
        kind = BlockKind.TITLE if at == 0 else BlockKind.BULLET if bullet else BlockKind.TEXT
        blocks.append(Block(f"b{at}", 1, kind, line.removeprefix("- "), marker="•" if bullet else ""))
    return Page(1, tuple(blocks))


def told(lines: list[str], records: int = 0) -> bool:
    _, problems = account_for(page_of(lines), {}, records, (), load_vocabulary())
    return [problem.code for problem in problems] == [Code.PLAN_WITHOUT_RECORDS]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_without_records_is_told(name: str) -> None:
    assert told(PLANS[name])
    assert not told(PLANS[name], records=1)


@pytest.mark.parametrize("name", OTHERS)
def test_other_pages_are_not(name: str) -> None:
    assert not told(OTHERS[name])
