"""normalized/ files come back as they were, and damage is told with its line."""

from pathlib import Path

import pytest

from veikart.core.geometry import Box
from veikart.core.problems import Code, Level, problem
from veikart.core.records import (
    Document,
    Extraction,
    Field,
    Link,
    LinkKind,
    PageAccount,
    Record,
    Role,
    Statement,
)
from veikart.core.store import DamagedLineError, dump_extraction, read_extraction, stored_key, write_extraction


def sample() -> Extraction:
    place = Box(0.1, 0.2, 0.3, 0.4)
    statement = Statement(Field.TITLE, "Smarte brev ‘æøå’ \u2028", "", 3, place, "snippet", "title", 0.9)
    record = Record("r1", "a/b.pptx", "p3/s1", 3, Role.NEED, (statement,), place, listing="t1")
    link = Link("l1", "a/b.pptx", LinkKind.CROSSWALK, "r1", "", "Smarte brev", "Brev", 3, place)
    told = (problem(Code.NO_TEXT, Level.WARNING, 4, pages="4"),)
    document = Document("a/b.pptx", "0" * 64, "pptx", title="T", problems=told)
    return Extraction(document, (record,), (link,), (PageAccount(3, 10, 2, 1, 1, ("drawn",)),))


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    write_extraction(file, sample(), "key1")
    assert read_extraction(file) == sample()
    assert stored_key(file) == "key1"
    assert dump_extraction(read_extraction(file), "key1") == file.read_bytes()


@pytest.mark.parametrize("line", range(1, 6))
def test_a_cut_line_is_named(tmp_path: Path, line: int) -> None:
    file = tmp_path / "x.jsonl"
    lines = dump_extraction(sample(), "k").splitlines(keepends=True)
    lines[line - 1] = lines[line - 1][: len(lines[line - 1]) // 2] + b"\n"
    file.write_bytes(b"".join(lines))
    with pytest.raises(DamagedLineError) as caught:
        read_extraction(file)
    assert caught.value.line == line


def test_a_value_that_does_not_fit_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_bytes(dump_extraction(sample(), "k").replace(b'"need"', b'"wish"'))
    with pytest.raises(DamagedLineError) as caught:
        read_extraction(file)
    assert caught.value.line == 3


def test_a_missing_or_foreign_file_has_no_key(tmp_path: Path) -> None:
    assert stored_key(tmp_path / "none.jsonl") == ""
    (tmp_path / "other.jsonl").write_text('{"schema": "other/1", "key": "k"}\n', encoding="utf-8")
    assert stored_key(tmp_path / "other.jsonl") == ""
