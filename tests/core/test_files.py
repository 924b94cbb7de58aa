"""Atomic writes leave the old file or the new one, names are safe and unique."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veikart.core import files
from veikart.core.files import append_lines, safe_name, sha256_of, write_atomic


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.csv"
    write_atomic(target, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomic(target, "new")
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_a_line_after_a_torn_one_stands_alone(tmp_path: Path) -> None:
    target = tmp_path / "d.jsonl"
    target.write_bytes(b'{"a": 1}\n{"b": ')
    append_lines(target, ['{"c": 3}'])
    assert target.read_bytes() == b'{"a": 1}\n{"b": \n{"c": 3}\n'


def test_hash_of_known_content(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abc")
    assert sha256_of(tmp_path / "x").startswith("ba7816bf8f01cfea")


@given(st.text(min_size=1, max_size=300))
def test_names_are_short_and_hold_nothing_a_file_system_refuses(document: str) -> None:
    name = safe_name(document, ".jsonl")
    assert len(name.encode("utf-8")) < 200
    assert not set(name) & set('/\\:*?"<>|\n\r\0')
    assert not name.startswith(("-", ".", "="))


def test_like_names_in_different_folders_do_not_meet() -> None:
    assert safe_name("a/x.pdf", ".jsonl") != safe_name("b/x.pdf", ".jsonl")
