"""The matcher on any list: a CSV or Excel table in, id and cluster out."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from reconcile.language.parts import load_language
from reconcile.matching import Matches, match_table
from veikart.core.vocabulary import load_vocabulary

_DELIMITERS = ";,\t|"
_EXCEL = frozenset({".xlsx", ".xlsm"})


class TableError(Exception):
    """The table cannot be used; `key` names the message, `values` fill it."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that was matched: the rows' ids and titles, with what came out."""

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    matches: Matches


def match_file(file: Path, title: str, document: str = "", identity: str = "", *, within: bool = False) -> Listed:
    """Match the rows of a table by their titles.

    Raises:
        TableError: the file cannot be read, or has no such column, or ids twice.
    """
    table = read_table(file)
    for column in filter(None, (title, document, identity)):
        if column not in table.columns:
            raise TableError("match.no_column", column=column, columns=", ".join(map(str, table.columns)))
    titles = table[title].tolist()
    ids = table[identity].tolist() if identity else [str(number) for number in range(1, len(table) + 1)]
    if len(set(ids)) != len(ids):
        raise TableError("match.ids_twice", column=identity)
    documents = table[document].tolist() if document else None
    matches = match_table(titles, documents, ids, language=load_language(load_vocabulary()), within=within)
    return Listed(tuple(ids), tuple(titles), matches)


def read_table(file: Path) -> pd.DataFrame:
    """Return a CSV or Excel table with all cells as text; the first row holds the column names.

    Raises:
        TableError: it cannot be read.
    """
    try:
        if file.suffix.lower() in _EXCEL:
            return pd.read_excel(file, dtype=str, keep_default_na=False)
        encoding = _encoding(file)
        return pd.read_csv(file, sep=_delimiter(file, encoding), dtype=str, keep_default_na=False, encoding=encoding)
    except (OSError, ValueError, KeyError) as error:
        raise TableError("match.unreadable", file=str(file), reason=f"{type(error).__name__}: {error}"[:200]) from error


def write_clusters(listed: Listed) -> str:
    """Return the outcome as CSV: id and cluster, in the order of the list."""
    rows = zip(listed.ids, listed.matches.clusters, strict=True)
    return _csv(["id", "cluster"], (list(row) for row in rows))


def write_links(listed: Listed) -> str:
    """Return the pairs that are, or may be, the same as CSV."""
    titles = dict(zip(listed.ids, listed.titles, strict=True))
    rows = (
        [
            link.left,
            link.right,
            titles[link.left],
            titles[link.right],
            f"{link.score:.3f}",
            "same" if link.same else "review",
        ]
        for link in listed.matches.links
    )
    return _csv(["left", "right", "left_title", "right_title", "score", "verdict"], rows)


def _csv(header: list[str], rows: Iterable[list[str]]) -> str:
    return str(pd.DataFrame(list(rows), columns=header).to_csv(index=False, lineterminator="\n"))


def _encoding(file: Path) -> str:
    """Return UTF-8 where the file is that, else the encoding of a Norwegian Excel."""
    try:
        with file.open(encoding="utf-8-sig") as source:
            while source.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _delimiter(file: Path, encoding: str) -> str:
    """Return the delimiter that the first row holds most of."""
    with file.open(encoding=encoding, newline="") as source:
        first = next(csv.reader(source, delimiter="\x00"), [""])
    header = first[0] if first else ""
    return max(_DELIMITERS, key=header.count)
