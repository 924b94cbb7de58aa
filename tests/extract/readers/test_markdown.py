from pathlib import Path

import pytest

from extract.readers.base import Limits
from extract.readers.markdown import READER
from extract.readers.sniff import sniff
from veikart.core.blocks import Block, BlockKind
from veikart.core.problems import Code, DocumentError


def blocks_of(folder: Path, text: str, limits: Limits | None = None) -> list[Block]:
    path = folder / "plan.md"
    path.write_text(text, encoding="utf-8")
    return [block for page in READER.open(path, limits or Limits()).pages() for block in page.blocks]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Plan\n\nTekst\n\n## Del\n", "markdown"),
        ("---\ntitle: Plan\n---\n\n# Plan\n\n- Punkt\n", "markdown"),
        ("Plan\n====\n\nDel\n---\n", "markdown"),
        ("#Plan\n\n##Del en\n", "markdown"),
        ("**Milepæler:**\n\n```mermaid\ngantt\n```\n", "markdown"),
        ("# Bare én overskrift\n\nTekst\n", "text"),
        ("Vanlig tekst\n#stikkord #emne\n", "text"),
        ("Tall\n\n```\n# kommentar\n# en til\n```\n", "text"),
        ("Rapport\n\n---\n\nTekst under en strek\n\n---\n", "text"),
    ],
)
def test_what_makes_a_text_markdown(tmp_path: Path, text: str, kind: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    assert sniff(path) == kind


def test_headings_lists_and_paragraphs_with_the_headings_above_them(tmp_path: Path) -> None:
    text = "# Plan\n\nInnledning\nover to\n\n## Del **to**\n\n1. Først\n   - Under\n\n     Mer om det\n2. [x] Så\n"
    assert [(b.kind.value, b.level, b.marker, b.text, b.heading_path) for b in blocks_of(tmp_path, text)] == [
        ("title", 1, "", "Plan", ()),
        ("text", 0, "", "Innledning\nover to", ("Plan",)),
        ("title", 2, "", "Del to", ("Plan",)),
        ("bullet", 0, "1.", "Først", ("Plan", "Del to")),
        ("bullet", 1, "-", "Under", ("Plan", "Del to")),
        ("text", 2, "", "Mer om det", ("Plan", "Del to")),
        ("bullet", 0, "☑", "Så", ("Plan", "Del to")),
    ]


def test_front_matter_states_the_title_and_lines_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    text = "---\ntitle: 'Plan for arkivet'\ndate: 2026-02-01\nlang: nb\n---\n\n# Arkivet\n\nTekst\n"
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    opened = READER.open(path, Limits())
    assert (opened.meta.title, opened.meta.modified, opened.meta.language) == ("Plan for arkivet", "2026-02-01", "nb")
    stated, heading, words = next(iter(opened.pages())).blocks
    assert (stated.text, stated.group) == ("Plan for arkivet", "title")
    assert (heading.line_start, words.line_start) == (7, 9)


def test_runs_of_style_and_struck_text(tmp_path: Path) -> None:
    bold, struck = blocks_of(tmp_path, "- **Felles kalender** for alle\n- ~~Gammelt arkiv~~ ute av bruk\n")
    assert [(span.text, span.bold) for span in bold.spans] == [("Felles kalender", True), (" for alle", False)]
    assert (bold.strike, struck.strike, struck.text) == (False, True, "Gammelt arkiv ute av bruk")


def test_tables_links_and_escapes(tmp_path: Path) -> None:
    text = "| Tiltak | År |\n|:--|--:|\n| [A \\| B](http://x.no/a) | 2027<br>2028 |\n"
    cells = blocks_of(tmp_path, text)
    assert [(c.text, c.row, c.column, c.group, c.line_start) for c in cells] == [
        ("Tiltak", 0, 0, "header", 1),
        ("År", 0, 1, "header", 1),
        ("A | B", 1, 0, "", 3),
        ("2027\n2028", 1, 1, "", 3),
    ]


def test_code_is_no_text_and_a_diagram_is_kept_line_by_line(tmp_path: Path) -> None:
    text = "# Plan\n\n```python\nx = 1\n```\n\n```mermaid\ngantt\n    title Plan\n```\n"
    code, first, second = blocks_of(tmp_path, text)[1:]
    assert (code.kind, code.group) == (BlockKind.PICTURE, "code")
    assert [(b.text, b.group, b.line_start) for b in (first, second)] == [
        ("gantt", "mermaid", 8), ("title Plan", "mermaid", 9)
    ]  # fmt: skip


def test_html_in_the_text_is_read_and_template_tags_are_not(tmp_path: Path) -> None:
    text = (
        '# Plan\n\n<box title="Vekst">\n<ul>\n  <li><b>Ny</b> kalender</li>\n  <li>Arkiv<ul><li>Del</li></ul></li>\n'
        "</ul>\n</box>\n\n<!-- skjult -->\n\n{{% varsel %}}\nTil {{ site.time }} alle\n{{% /varsel %}}\n"
    )
    found = [(b.kind.value, b.level, b.text, b.bold) for b in blocks_of(tmp_path, text)[1:]]
    assert found[:4] == [
        ("text", 0, "Vekst", True),
        ("bullet", 0, "Ny kalender", False),
        ("bullet", 0, "Arkiv", False),
        ("bullet", 1, "Del", False),
    ]
    assert [" ".join(text.split()) for _, _, text, _ in found[4:]] == ["Til alle"]


def test_emoji_written_by_name_are_drawn(tmp_path: Path) -> None:
    text = "# :heavy_check_mark: Kalender\n\n# Kl 10:30:45 og a:b:c\n"
    assert [b.text for b in blocks_of(tmp_path, text)] == ["✔ Kalender", "Kl 10:30:45 og a:b:c"]


def test_ids_are_unique_and_long_texts_are_cut_with_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Plan\n\n<p>En</p><p>To</p>\n\n" + "ord " * 100, encoding="utf-8")
    page = next(iter(READER.open(path, Limits(text_length=40)).pages()))
    assert len({b.id for b in page.blocks}) == len(page.blocks) == 4
    assert [p.code for p in page.problems] == [Code.TEXT_CUT]


def test_too_many_paragraphs_are_cut_and_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Plan\n\n" + "- Punkt\n" * 50, encoding="utf-8")
    page = next(iter(READER.open(path, Limits(blocks_per_page=10)).pages()))
    assert (len(page.blocks), [p.code for p in page.problems]) == (10, [Code.TOO_LARGE])
    path.write_text(" \n\n", encoding="utf-8")
    with pytest.raises(DocumentError):
        READER.open(path, Limits())


@pytest.mark.parametrize("text", ["# A\n" + ">" * 3000 + " dypt", "# A\n" + "- " * 500 + "dypt", "# A\n" + "[" * 4000])
def test_hostile_nesting_is_read(tmp_path: Path, text: str) -> None:
    assert blocks_of(tmp_path, text)[0].text == "A"


def test_tables_in_html_are_tables(tmp_path: Path) -> None:
    text = "# Plan\n\n<table>\n<tr><th>Tiltak</th><th>År</th></tr>\n<tr><td>Kalender</td><td>2027</td></tr>\n</table>\n"
    cells = [b for b in blocks_of(tmp_path, text) if b.kind is BlockKind.CELL]
    assert [(c.text, c.row, c.column, c.group, c.line_start) for c in cells] == [
        ("Tiltak", 0, 0, "header", 4), ("År", 0, 1, "header", 4), ("Kalender", 1, 0, "", 5), ("2027", 1, 1, "", 5)
    ]  # fmt: skip
    assert len({c.table for c in cells}) == 1
