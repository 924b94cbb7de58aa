"""What the sample documents give, field by field, against files that people looked at.

`VEIKART_GOLDEN=1 pytest tests/test_golden.py` writes the files anew; read the difference before you commit it.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from extract.service import extract_document
from veikart.core.config import Config
from veikart.core.records import Extraction

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
FLAG = "VEIKART_GOLDEN"
SAMPLES = sorted(path.name for path in (ROOT / "raw").iterdir() if path.is_file())
BOX_TOLERANCE = 0.003  # of the page: font metrics differ a little between systems


def rows(extraction: Extraction) -> list[dict[str, Any]]:
    """Return an extraction as plain rows without ids, which only repeat the anchors."""
    names = {record.id: record.anchor for record in extraction.records}
    document = extraction.document
    found: list[dict[str, Any]] = [
        {
            "document": document.path,
            "title": document.title,
            "issuer": document.issuer,
            "edition": document.edition,
            "date": document.date,
            "language": document.language,
            "sensitivity": document.sensitivity,
            "pages": document.pages,
            "problems": [[p.code.value, p.page] for p in document.problems],
        }
    ]
    for record in extraction.records:
        values = [[s.field.value, s.value, s.method] for s in record.statements]
        found.append(
            {
                "anchor": record.anchor,
                "page": record.page,
                "role": record.role.value,
                "extractor": record.extractor,
                "lines": [record.line_start, record.line_end],
                "box": list(record.box) if record.box else None,
                "listing": record.listing,
                "values": values,
            }
        )
    for link in extraction.links:
        right = names.get(link.right_record, "")
        left = names[link.left_record]
        found.append({"link": link.kind.value, "left": left, "right": right, "name": link.right_name})
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_gives_what_it_gave(name: str) -> None:
    found = rows(extract_document(ROOT / "raw" / name, name, "", Config()))
    file = GOLDEN / f"{name}.jsonl"
    if os.environ.get(FLAG):
        lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in found)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    expected = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(found) == len(expected)
    for row, want in zip(found, expected, strict=True):
        got = json.loads(json.dumps(row))
        assert_near(got.pop("box", None), want.pop("box", None))
        assert got == want


def assert_near(got: list[float] | None, want: list[float] | None) -> None:
    """Compare two boxes within the tolerance."""
    if got is None or want is None:
        assert got == want
    else:
        assert got == pytest.approx(want, abs=BOX_TOLERANCE)


def test_the_golden_flag_is_off() -> None:
    assert not os.environ.get(FLAG), "golden files were written, not tested"


def test_every_golden_file_has_its_sample() -> None:
    assert {path.name.removesuffix(".jsonl") for path in GOLDEN.glob("*.jsonl")} == set(SAMPLES)


def test_samples_are_what_their_script_makes(tmp_path: Path) -> None:
    import subprocess
    import sys

    subprocess.run([sys.executable, str(ROOT / "scripts" / "make_samples.py"), str(tmp_path)], check=True)
    for name in SAMPLES:
        made, kept = tmp_path / name, ROOT / "raw" / name
        if name.endswith((".pptx", ".docx")):
            assert parts_of(made) == parts_of(kept), name
        else:
            assert made.read_bytes() == kept.read_bytes(), name


def parts_of(package: Path) -> dict[str, bytes]:
    """Return the parts of an Office file; how they are packed depends on the system's zlib."""
    import zipfile

    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
