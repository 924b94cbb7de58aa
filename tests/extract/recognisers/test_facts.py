"""Named values in a text: where they begin and end, and what stands beside them."""

import pytest

from extract.recognisers.flat.facts import bare_facts, facts_in
from veikart.core.blocks import Block, BlockKind
from veikart.core.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ansvarlig: Helse Midt-Norge. Frist: 31.12.2026.",
         [("owner", "Helse Midt-Norge"), ("end", "31.12.2026")]),
        ("Ansvar: KS | 2025–2026", [("owner", "KS"), ("period", "2025–2026")]),
        ("Eier: NHN · Under arbeid", [("owner", "NHN"), ("status", "Under arbeid")]),
        ("Lead: Helse Nord\nTimeline: Q1 2026 – Q4 2026", [("owner", "Helse Nord"), ("period", "Q1 2026 – Q4 2026")]),
        ("Ansvarlig: Helse\nNord", [("owner", "Helse Nord")]),
        ("Kurs for alle\nAnsvarlig: KS", [("owner", "KS")]),
        ("Hver post får to brukere. Ansvarlig: KS. Frist: 2027.", [("owner", "KS"), ("end", "2027")]),
        ("Hver post får to brukere. Ansvarlig: KS.", []),
        ("Det er uklart hvem som er ansvarlig: vi spør.", []),
        ("Kl. 12:30 møtes vi. Status: ukjent", []),
        ("Responssenter: vaktsentral som tek imot alarmar", []),
        ("Ansvarlig:", []),
        ("Resultat: Genomfört. Ansvarig: KS", [("status", "Genomfört"), ("owner", "KS")]),
        ("Resultat: Færre køer. Ansvarlig: KS", [("description", "Færre køer"), ("owner", "KS")]),
    ],
)  # fmt: skip
def test_named_values(text: str, facts: list[tuple[str, str]]) -> None:
    block = Block("b1", 1, BlockKind.TEXT, text)
    assert [(f.concept, f.value) for f in facts_in(text, block, load_vocabulary())] == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("2. kvartal · Trondheim kommune", [("period", "2. kvartal"), ("owner", "Trondheim kommune")]),
        ("KS | 2026 | Planlagt", [("owner", "KS"), ("period", "2026"), ("status", "Planlagt")]),
        ("Under arbeid", [("status", "Under arbeid")]),
        ("Trondheim · åpent hele uken", []),
        ("Tolv kommuner deler på én sentral", []),
        ("", []),
    ],
)
def test_short_lines_without_names(text: str, facts: list[tuple[str, str]]) -> None:
    block = Block("b1", 1, BlockKind.TEXT, text)
    assert [(f.concept, f.value) for f in bare_facts(text, block, load_vocabulary())] == facts
