"""The matcher on any list: CSV of several kinds, Excel, and what is wrong with a table."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from tests.app.command import veikart

ROWS = [
    ("a1", "plan.csv", "Rekvisisjonshotell"),
    ("a2", "plan.csv", "Digital henvisning"),
    ("b1", "notat.csv", "REKVISISJONSHOTELL"),
    ("b2", "notat.csv", "Digitale henvisninger"),
    ("b3", "notat.csv", "Kjøling av serverrom"),
]
HEADER = ("id", "dokument", "tittel")


def write(file: Path, delimiter: str, encoding: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([HEADER, *ROWS])
    file.write_bytes(out.getvalue().encode(encoding))


def clusters(text: str) -> dict[str, str]:
    return {row["id"]: row["cluster"] for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-8")]
)
def test_csv_of_several_kinds_gives_the_same_clusters(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / "liste.csv"
    write(file, delimiter, encoding)
    done = veikart("match", file, "--title", "tittel", "--id", "id", "--document", "dokument")
    assert done.returncode == 0, done.stderr
    found = clusters(done.stdout)
    assert found["a1"] == found["b1"] != found["b3"]
    assert found["a2"] == found["b2"]
    assert len(set(found.values())) == 3


def test_excel_and_links(tmp_path: Path) -> None:
    file, out, links = (tmp_path / name for name in ("liste.xlsx", "ut.csv", "par.csv"))
    pd.DataFrame(ROWS, columns=list(HEADER)).to_excel(file, index=False)
    done = veikart("match", file, "--title", "tittel", "--document", "dokument", "--out", out, "--links", links)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(set(clusters(out.read_text(encoding="utf-8")).values())) == 3
    assert "REKVISISJONSHOTELL," in links.read_text(encoding="utf-8")


def test_rows_of_one_document_stay_apart_unless_asked(tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("d,t\nx,Smarte brev\nx,Smarte brev\n", encoding="utf-8")
    apart = clusters(veikart("match", file, "--title", "t", "--document", "d").stdout)
    together = clusters(veikart("match", file, "--title", "t", "--document", "d", "--within").stdout)
    assert len(set(apart.values())) == 2
    assert len(set(together.values())) == 1


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("t\nx\n", ("--title", "finnes-ikke")),
        ("t,i\nx,1\ny,1\n", ("--title", "t", "--id", "i")),
    ],
)
def test_a_wrong_table_is_a_usage_error(tmp_path: Path, text: str, arguments: tuple[str, ...]) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(text, encoding="utf-8")
    assert veikart("match", file, *arguments).returncode == 2
