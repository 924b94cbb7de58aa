"""Generated decks, tables and corpora: nothing raises, snippets stand, merges know no order, people's "no" holds."""

from itertools import combinations
from pathlib import Path

from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.extract.readers.pdf_pages import Sheet, make_pdf
from tests.extract.readers.pptx_decks import deck, group, shape, solid
from tests.hostile.standing import stands
from tests.reconcile.make import Deck, run
from veikart.core.decisions import Decision, Judgement, Side, make_decision
from veikart.core.outcome import Reconciliation
from veikart.core.records import Record, Role

PHRASES = [
    *("Tiltak", "Ansvarlig", "Status", "Oppstart", "Ferdig", "Periode", "Felles", "Regionale initiativ/prosjekt"),
    *(
        "2025",
        "2026 H1",
        "Q3 2027",
        "2024–2027",
        "2027 →",
        "H2",
        "pågår",
        "planlagt",
        "Helse Nord",
        "HV",
        "HN; HV",
        "(HN)",
    ),
    *("Digital dialog", "Timebok", "Deling av bilder (Bildedeling)", "Hjemmeoppfølging – kols", "• Felles innkalling"),
    *("Behandlings-\nhjelpemidler", "1. Kartlegging", "steg 2", "Problem:", "Behov: bedre oversikt", "Nytteverdi"),
    *("–", "", " ", "x", "(", "=1+1", "12–16 år"),
]
PHRASE = st.sampled_from(PHRASES)
TABLE = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(PHRASE, min_size=width, max_size=width), min_size=1, max_size=8)
)
NUMBER = st.integers(-200_000, 9_000_000)
SHAPE = st.tuples(NUMBER, NUMBER, st.integers(0, 5_000_000), st.integers(0, 900_000), PHRASE, st.booleans())
KINDS = ("rect", "homePlate", "chevron", "ellipse", "line")
relaxed = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def printable(text: str) -> str:
    """What the made PDFs can print, in one line."""
    return text.replace("\n", " ").replace("→", "-") or " "


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@relaxed
@given(
    pages=st.lists(st.lists(st.tuples(SHAPE, st.sampled_from(KINDS)), max_size=12), min_size=1, max_size=3),
    inside=st.booleans(),
)
def test_any_deck_of_shapes(tmp_path: Path, pages: list[list[tuple[tuple[object, ...], str]]], inside: bool) -> None:
    slides = []
    for shapes in pages:
        made = [
            shape(n, x, y, w, h, escaped(text), solid("92D050") if filled else "", geometry=kind)  # type: ignore[arg-type]
            for n, ((x, y, w, h, text, filled), kind) in enumerate(shapes, 2)
        ]
        place = "0,0", "8000000,4000000", "0,0", "9000000,5000000"
        slides.append([group(99, *place, "".join(made))] if inside and made else made)
    stands(deck(tmp_path / "a.pptx", *slides))


@relaxed
@given(tables=st.lists(TABLE, min_size=1, max_size=3), heading=PHRASE)
def test_any_word_tables(tmp_path: Path, tables: list[list[list[str]]], heading: str) -> None:
    document = Document()
    document.add_heading(heading, 1)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        if len(rows) > 1 and len(rows[0]) > 1:
            table.cell(0, 0).merge(table.cell(1, 0))
        document.add_paragraph(heading)
    document.save(str(tmp_path / "a.docx"))
    stands(tmp_path / "a.docx")


@relaxed
@given(tables=st.lists(TABLE, min_size=1, max_size=2), ruled=st.booleans())
def test_any_printed_tables(tmp_path: Path, tables: list[list[list[str]]], ruled: bool) -> None:
    sheets = []
    for rows in tables:
        sheet, width = Sheet(), 900 / len(rows[0])
        for down, texts in enumerate(rows):
            for across, text in enumerate(texts):
                x, y = 30 + across * width, 30 + down * 50
                if ruled:
                    sheet.box(x, y, width, 50, "", stroke="0 0 0")
                sheet.text(x + 3, y + 25, printable(text))
        sheets.append(sheet)
    stands(make_pdf(tmp_path / "a.pdf", *sheets))


TITLE = st.sampled_from(
    [
        *("Timebok", "Nasjonal timebok", "Timebok (Nasjonal timebok)", "Digital dialog", "Digital dialog steg 1"),
        *("Deling av bilder", "Bildedeling", "Digital dialog – barn", "Hjemmeoppfølging kols", "Felles innkalling"),
    ]
)
MENTION = st.tuples(TITLE, st.sampled_from(["", "l1", "l2"]), st.sampled_from(["", "2025-01-01", "2027-01-01"]))
CORPUS = st.lists(st.lists(MENTION, max_size=6), min_size=2, max_size=4)
PAIRS = st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23), st.sampled_from(Judgement)), max_size=6)


def decks(corpus: list[list[tuple[str, str, str]]]) -> tuple[list[Deck], list[Record]]:
    made = []
    for number, mentions in enumerate(corpus):
        one = Deck(f"plan-{number}.txt", date=f"202{number}", series="plan" if number % 2 else "")
        for title, listing, start in mentions:
            one.add(title, listing=listing, **({"period_start": start} if start else {}))
        made.append(one)
    made[0].row("Timebok", "Nasjonal timebok")
    return made, [record for one in made for record in one.records]


def decided(pairs: list[tuple[int, int, Judgement]], records: list[Record]) -> list[Decision]:
    made = []
    for number, (a, b, judgement) in enumerate(pairs):
        if judgement in {Judgement.VALUE, Judgement.UNDO} or a % len(records) == b % len(records):
            continue
        left, right = (records[n % len(records)] for n in (a, b))
        sides = [Side(r.id, r.title, r.name, r.document) for r in (left, right)]
        made.append(make_decision(judgement, *sides, by="a", when=f"{number:03}"))
    return made


def told(outcome: Reconciliation) -> tuple[object, ...]:
    return outcome.measures, outcome.pairs, outcome.conflicts, outcome.lineage, outcome.member_of, outcome.chosen


@relaxed
@given(corpus=CORPUS, pairs=PAIRS, shuffled=st.randoms())
def test_no_order_of_documents_or_records_matters(corpus: list, pairs: list, shuffled: object) -> None:  # type: ignore[type-arg]
    made, records = decks(corpus)
    decisions = decided(pairs, records)
    once = run(*made, decisions=decisions).reconciliation
    for one in made:
        shuffled.shuffle(one.records)  # type: ignore[attr-defined]
    shuffled.shuffle(made)  # type: ignore[attr-defined]
    assert told(run(*made, decisions=decisions).reconciliation) == told(once)


@relaxed
@given(corpus=CORPUS, pairs=PAIRS)
def test_what_people_told_apart_stays_apart(corpus: list, pairs: list) -> None:  # type: ignore[type-arg]
    made, records = decks(corpus)
    apart = [p for p in pairs if p[2] in {Judgement.DIFFERENT, Judgement.RELATED}]
    decisions = decided(apart, records)
    found = run(*made, decisions=decisions).reconciliation.member_of
    for decision in decisions:
        assert found[decision.left.record] != found[decision.right.record]


@relaxed
@given(corpus=CORPUS)
def test_items_of_one_list_stay_apart_unless_a_row_binds_them(corpus: list) -> None:  # type: ignore[type-arg]
    made, _ = decks(corpus)
    found = run(*made).reconciliation.member_of
    for one in made[1:]:
        for left, right in combinations(one.records, 2):
            bound = {Role.COMMON, Role.MEMBER} & {left.role, right.role} or _claimed(one, left, right)
            named = {left.name, right.name, left.title, right.title} & {"Timebok", "Nasjonal timebok"}
            if left.listing and left.listing == right.listing and left.name != right.name and not bound and not named:
                assert found[left.id] != found[right.id], (left.title, right.title)


def _claimed(deck: Deck, left: Record, right: Record) -> bool:
    return any({link.left_name, link.right_name} & {left.name, right.name} for link in deck.links)
