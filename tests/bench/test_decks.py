"""The made documents and their gold agree: every gold title stands on its page, once for each row."""

import json
from collections import Counter
from pathlib import Path

import pytest
from bench.decks.build import makers, variant
from bench.score_decks import Score, key, pair_up, score_one

from extract.readers.base import Limits
from extract.readers.sniff import reader_for, sniff
from veikart.core.blocks import BlockKind
from veikart.core.config import Config

pytest.importorskip("openpyxl")
MAKERS = makers()


def made(name: str, number: int, folder: Path) -> tuple[Path | None, list[dict[str, object]]]:
    """Build one variant; return the document, where a reader takes it, and its gold rows."""
    MAKERS[name](variant(number, name), folder)
    (gold,) = folder.glob("*.gold.jsonl")
    document = next((p for p in folder.iterdir() if p.suffix in {".pptx", ".docx"}), None)
    return document, [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]


def texts(path: Path) -> dict[int, str]:
    """The comparison key of each page's text; of a Word document all of it under 0."""
    document = reader_for(sniff(path)).open(path, Limits())
    found: dict[int, str] = {}
    for page in document.pages():
        number = 0 if path.suffix == ".docx" else page.number
        seen = (b.text for b in page.blocks if b.kind is not BlockKind.NOTE)
        found[number] = found.get(number, "") + "|".join(key(t) for t in seen)
    document.close()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("name", sorted(MAKERS))
def test_gold_titles_stand_on_their_pages(name: str, number: int, tmp_path: Path) -> None:
    document, rows = made(name, number, tmp_path)
    if document is None:
        pytest.skip("made for its PDF only")
    pages = texts(document)
    for row in rows:
        # a word that the page breaks with a hyphen has the same key; a title without its code stands there as well
        text = pages[int(str(row["page"] or 0))]
        bare = str(row["title"]).rsplit(" (", 1)[0]
        assert key(row["title"]) in text or key(bare) in text, row["title"]


@pytest.mark.parametrize("name", ["swimlanes", "municipal"])
def test_building_twice_gives_the_same_gold(name: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert made(name, 0, tmp_path / "a")[1] == made(name, 0, tmp_path / "b")[1]


def test_variants_have_other_titles(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = Counter(str(r["title"]) for r in made("swimlanes", 0, tmp_path / "a")[1])
    second = Counter(str(r["title"]) for r in made("swimlanes", 1, tmp_path / "b")[1])
    assert max(first.values()) == max(second.values()) == 1
    assert first != second


def test_scorer_counts_what_is_missed_and_what_is_false(tmp_path: Path) -> None:
    document, rows = made("swimlanes", 0, tmp_path)
    assert document is not None
    config = Config(extract={"ocr": False})
    whole, records = score_one(document, rows, config)
    half, _ = score_one(document, rows[::2], config)
    assert whole.hit + whole.missed == len(rows)
    assert half.false == whole.false + whole.hit - half.hit
    assert pair_up(rows, []) == ({}, set())
    assert len(pair_up([], records)[1]) == len(records)
    total = Score()
    total.add(whole)
    assert total.cells() == whole.cells()
