import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.readers.base import Limits
from extract.readers.text import READER
from extract.readers.text.aligned import aligned_at
from extract.readers.text.decode import decode, looks_like_text
from extract.readers.text.lines import read_lines
from extract.readers.text.marks import take_apart
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.problems import Code, DocumentError

SEEDS = Path(__file__).parents[3] / ".." / "shared" / "seeds"


def pages_of(folder: Path, text: str | bytes, limits: Limits | None = None) -> list[Page]:
    path = folder / "dump.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(READER.open(path, limits or Limits()).pages())


def blocks_of(folder: Path, text: str) -> list[Block]:
    return [block for page in pages_of(folder, text) for block in page.blocks]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("A\nB\n\nC", [["A", "B", "C"]]),
        ("A\n\n\n\nB", [["A"], ["B"]]),
        ("A\fB\n\n\n\nC", [["A"], ["B", "C"]]),
        ("A\n\fB\n", [["A"], ["B"]]),
        ("A\n\f\fB\n", [["A"], ["B"]]),
        ("A\r\rB\r\r\r\rC", [["A", "B"], ["C"]]),
        ("A\r\n\r\n\r\n\r\nB", [["A"], ["B"]]),
        # Triple-spaced throughout: three blank lines are this dump's line spacing.
        ("\n\n\n\n".join("ABCDEFGH"), [list("ABCDEFGH")]),
    ],
)
def test_pages(tmp_path: Path, text: str, pages: list[list[str]]) -> None:
    assert [[b.text for b in page.blocks] for page in pages_of(tmp_path, text)] == pages


def test_leading_blank_may_be_a_lost_form_feed(tmp_path: Path) -> None:
    body = "\n".join(f"linje {n}" for n in range(8))
    text = f" Første side\n{body}\n Andre side\n{body}\n Tredje side\n{body}"
    assert [page.blocks[0].text for page in pages_of(tmp_path, text)] == ["Første side", "Andre side", "Tredje side"]


@pytest.mark.parametrize(
    "text",
    [
        "Tittel\n\n Punkt en\n\n Punkt to\n\n Punkt tre\n" + "mer\n" * 30,  # bullets whose sign was lost
        "Tittel\n en\n to\n tre\n fire\n fem\n",  # everything indented
        "Lang setning som \n fortsetter her\n" + "mer\n" * 30,  # a wrapped line
    ],
)
def test_leading_blanks_that_are_no_pages(tmp_path: Path, text: str) -> None:
    assert len(pages_of(tmp_path, text)) == 1


def test_what_is_left_of_the_layout(tmp_path: Path) -> None:
    first, second, third, fourth = blocks_of(tmp_path, "Tittel \nover to\n\n    1.2 Innrykk\n\n\t• Punkt")
    assert (first.column_span, first.row, first.id, first.line_start) == (2, 0, "l1", 1)
    assert (second.column_span, second.row) == (1, 0)
    assert (third.row, third.level, third.marker, third.text, third.line_start) == (1, 4, "1.2", "Innrykk", 4)
    assert (fourth.row, fourth.level, fourth.marker, fourth.kind) == (1, 4, "•", BlockKind.BULLET)


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("• Punkt", "•", "Punkt"),
        ("•Punkt", "•", "Punkt"),
        ("- Punkt", "-", "Punkt"),
        ("-punkt", "", "-punkt"),
        ("✓ Ferdig", "✓", "Ferdig"),
        ("\uf0b7 Symbol", "\uf0b7", "Symbol"),
        ("o   Ring", "o", "Ring"),
        ("o vanlig", "", "o vanlig"),
        ("1. Første", "1.", "Første"),
        ("2) Andre", "2)", "Andre"),
        ("2.1 Delt", "2.1", "Delt"),
        ("a) Bokstav", "a)", "Bokstav"),
        ("2025", "", "2025"),
        ("2023 - 2024", "", "2023 - 2024"),
        ("12.00-12.05", "", "12.00-12.05"),
        ("14.04.2023", "", "14.04.2023"),
        ("1. mai 2023 er fristen", "", "1. mai 2023 er fristen"),
        ("28. mars.", "", "28. mars."),
        ("2. halvår 2025", "", "2. halvår 2025"),
        ("1-39/23 Sak", "", "1-39/23 Sak"),
        ("12-16 år", "", "12-16 år"),
        ("+ mer", "+", "mer"),
        ("•", "", "•"),
    ],
)
def test_markers(line: str, marker: str, text: str) -> None:
    marked = take_apart(line)
    assert (marked.marker, marked.text) == (marker, text)


def test_markdown(tmp_path: Path) -> None:
    text = "# Veikart #\n\n- **Fet** [lenke](http://x.no/a)\n\n---\n\n| Tiltak | År |\n|:--|--:|\n| A \\| B | 2025 |\n"
    blocks = blocks_of(tmp_path, text)
    assert [(b.kind.value, b.text, b.row, b.column) for b in blocks] == [
        ("title", "Veikart", 0, 0),
        ("bullet", "Fet lenke", 1, 0),
        ("cell", "Tiltak", 0, 0),
        ("cell", "År", 0, 1),
        ("cell", "A | B", 1, 0),
        ("cell", "2025", 1, 1),
    ]
    assert blocks[0].level == 1
    assert {b.table for b in blocks[2:]} == {"p1/t1"}
    assert [b.line_start for b in blocks] == [1, 3, 7, 7, 9, 9]


def test_more_markdown(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 'Plan'\ndate: 2025-02-01\n---\nVeikart\n=======\n\nDel to\n---\n<!-- skjult -->\n- [x] Gjort\n"
        "- [ ] Ugjort\n> Sitat\n```\nkode\n```\n\n---\n"
    )
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    opened = READER.open(path, Limits())
    assert (opened.meta.title, opened.meta.modified) == ("Plan", "2025-02-01")
    blocks = [block for page in opened.pages() for block in page.blocks]
    assert [(b.kind.value, b.level, b.marker, b.text) for b in blocks] == [
        ("title", 1, "", "Veikart"),
        ("title", 2, "", "Del to"),
        ("bullet", 0, "☑", "Gjort"),
        ("bullet", 0, "☐", "Ugjort"),
        ("text", 0, "", "Sitat"),
        ("text", 0, "", "kode"),
    ]
    assert blocks[0].line_start == 5


def test_tab_tables(tmp_path: Path) -> None:
    text = "Overskrift\nTiltak\tAnsvarlig\tÅr\nA\t\t2025\nB\tHN\t2026\n\nC\tD\tE\n\nBare\tto"
    blocks = blocks_of(tmp_path, text)
    assert [(b.text, b.table, b.row, b.column) for b in blocks if b.table] == [
        ("Tiltak", "p1/t1", 0, 0),
        ("Ansvarlig", "p1/t1", 0, 1),
        ("År", "p1/t1", 0, 2),
        ("A", "p1/t1", 1, 0),
        ("2025", "p1/t1", 1, 2),
        ("B", "p1/t1", 2, 0),
        ("HN", "p1/t1", 2, 1),
        ("2026", "p1/t1", 2, 2),
        ("C", "p1/t2", 0, 0),
        ("D", "p1/t2", 0, 1),
        ("E", "p1/t2", 0, 2),
    ]
    assert blocks[-1].kind is BlockKind.TEXT
    assert len({b.id for b in blocks}) == len(blocks)


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("cp1252", True),
        ("mac_roman", True),
        ("cp865", True),
    ],
)
def test_encodings(encoding: str, guessed: bool) -> None:
    text = "Løsning på tvers – «ærlig» Økt måloppnåelse i året" if encoding != "cp865" else "Løsning på tvers, Økt år"
    data = text.encode(encoding)
    assert looks_like_text(data)
    decoded, notes = decode(data)
    assert decoded == text
    assert [note.code for note in notes] == ([Code.ENCODING_GUESSED] if guessed else [])


def test_mixed_encodings_line_by_line() -> None:
    data = "Blåbær\n".encode() + "Rødgrøt på fløte\n".encode("cp1252") + b"ascii"
    text, notes = decode(data)
    assert text == "Blåbær\nRødgrøt på fløte\nascii"
    assert dict(notes[0].values)["encoding"] == "utf-8 + cp1252"


def test_control_characters_go() -> None:
    assert decode(b"A\x00B\x0bC\x07\xef\xbb\xbfD\te\x0cf")[0] == "AB CD\te\x0cf"


def test_one_endless_line_is_cut_quickly(tmp_path: Path) -> None:
    begun = time.perf_counter()
    (page,) = pages_of(tmp_path, "veikart " * 180_000)
    assert time.perf_counter() - begun < 2
    assert len(page.blocks[0].text) == Limits().text_length
    assert [problem.code for problem in page.problems] == [Code.TEXT_CUT]


@pytest.mark.parametrize("sign", ["|", "[", "**a", "- ", "\t", " ", "(", "|-", "![](", "__"])
def test_hostile_repetition_ends(tmp_path: Path, sign: str) -> None:
    begun = time.perf_counter()
    pages_of(tmp_path, "x" + sign * 100_000)
    assert time.perf_counter() - begun < 4


def test_pieces_of_one_line_have_their_own_ids(tmp_path: Path) -> None:
    blocks = blocks_of(tmp_path, "A\fB\f\fC\nD")
    assert [(b.id, b.page, b.line_start) for b in blocks] == [
        ("l1", 1, 1),
        ("l1/p2", 2, 1),
        ("l1/p3", 3, 1),
        ("l2", 3, 2),
    ]


def test_many_lines_and_pages(tmp_path: Path) -> None:
    assert len(pages_of(tmp_path, "linje\n" * 250, Limits(blocks_per_page=100))) == 3
    path = tmp_path / "pages.txt"
    path.write_text("side\f" * 50, encoding="utf-8")
    opened = READER.open(path, Limits(pages=10))
    assert (opened.meta.pages, [p.code for p in opened.meta.problems]) == (10, [Code.TOO_LARGE])


@pytest.mark.parametrize(("data", "code"), [(b"", Code.EMPTY), (b" \n\f\n", Code.EMPTY)])
def test_empty_files(tmp_path: Path, data: bytes, code: Code) -> None:
    with pytest.raises(DocumentError) as caught:
        pages_of(tmp_path, data)
    assert caught.value.problem.code is code


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="shared seeds are absent")
def test_every_line_of_the_seeds_is_kept() -> None:
    for seed in SEEDS.glob("*.txt"):
        filled = {n for n, line in enumerate(seed.read_text("utf-8").split("\n"), 1) if line.strip()}
        read = {b.line_start for page in READER.open(seed, Limits()).pages() for b in page.blocks}
        assert read == filled


ALIGNED = """Tiltaksliste – oppdatert 15.10.2025

ID     Satsing           Tiltak                                  Ansvarlig        Start        Status
T01    Eldre             Kartlegging av fallrisiko               Oslo kommune     01.02.2025   Pågår

T02    Eldre             Felles digital tavle for akutt          HSØ, Oslo        01.03.2026   Under vurdering
                         hjelp hjemme                            kommune
T03    Barn og unge      Chat med helsesykepleier                Oslo kommune     01.08.2024   Ferdig


Eldre får hjelp
Tavlen står hos alle bydeler, og planen følges opp hvert halvår av de som deltar i arbeidet.
"""


def test_columns_set_apart_by_blanks(tmp_path: Path) -> None:
    blocks = blocks_of(tmp_path, ALIGNED)
    cells = {(b.row, b.column): b.text for b in blocks if b.kind is BlockKind.CELL}
    assert [cells[0, c] for c in range(6)] == ["ID", "Satsing", "Tiltak", "Ansvarlig", "Start", "Status"]
    assert cells[2, 2] == "Felles digital tavle for akutt\nhjelp hjemme"
    assert (cells[2, 3], cells[3, 5]) == ("HSØ, Oslo\nkommune", "Ferdig")
    assert [b.text for b in blocks if b.kind is not BlockKind.CELL][-2:] == [
        "Eldre får hjelp",
        "Tavlen står hos alle bydeler, og planen følges opp hvert halvår av de som deltar i arbeidet.",
    ]


def test_sections_marks_and_merged_cells_between_aligned_columns(tmp_path: Path) -> None:
    text = (
        "Område       Tiltak                     2026    2027\n"
        "Klinikk      Ny kurve på alle poster     X\n"
        "             Felles vaktportal                   X\n"
        "Pasient      Innkalling på mobil         X       X\n"
    )
    cells = {(b.row, b.column): b.text for b in blocks_of(tmp_path, text) if b.kind is BlockKind.CELL}
    assert cells[2, 1] == "Felles vaktportal"
    assert (cells[2, 3], (2, 2) in cells, cells[3, 2]) == ("X", False, "X")


def test_names_and_values_in_two_columns(tmp_path: Path) -> None:
    text = "Felles tillitsmodell\nTjenesteeier     NHN\nStatus           I drift\n"
    text += "Periode          2026\nRamme            3 mill.\n"
    blocks = blocks_of(tmp_path, text)
    assert [b.text for b in blocks if b.kind is BlockKind.CELL] == [
        "Tjenesteeier", "NHN", "Status", "I drift", "Periode", "2026", "Ramme", "3 mill.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Felles kalender     Ny journal     Video\nfor alle            på mobil       hjemme\n",  # boxes side by side
        "• Felles kalender     • Ny journal     • Video\n" * 4,
        "Tiltak     Ansvarlig     Frist\nbare en rad     HN     2026\n",
        "Prosjektet skal  gi  god hjelp\n" * 3,
    ],
)
def test_blanks_that_part_no_columns(text: str, tmp_path: Path) -> None:
    assert not [b for b in blocks_of(tmp_path, text) if b.kind is BlockKind.CELL]


@given(st.text(alphabet="ab X.\n2026Tiltak", max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_text_is_lost_in_aligned_tables(text: str) -> None:
    lines = read_lines("Tiltak     Ansvarlig     Frist\n" + text)
    found = aligned_at(lines, 0)
    if found is not None:
        taken = "".join(line.text for line in lines[: found.count])
        kept = "".join("".join(row.cells) for row in found.rows)
        assert sorted(kept.replace(" ", "").replace("\n", "")) == sorted("".join(taken.split()))
