"""Recall, precision and fields of the extraction on the documents that bench/decks/build.py made.

python bench/score_decks.py DECKS [--only d01] [--kinds pptx pdf docx] [--list] [--table OUT.md]
python bench/score_decks.py DECKS --scorer SCORE.py --export DIR     also with another scorer, over records.csv

A gold row and a record meet when their titles are the same but for case, blanks and punctuation (then: when nearly so)
and they stand on the same page. Fields are counted over the met pairs only; of a text dump only those that are claimed.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != HERE]  # bench/extract.py is not the package

from extract.service import extract_document  # noqa: E402
from veikart.core.config import Config  # noqa: E402
from veikart.core.records import Field, Record  # noqa: E402

NEAR = 0.93
FIELDS = ("period", "days", "status", "owners", "parent", "group")
Row = dict[str, object]


@dataclass(slots=True)
class Score:
    """What was counted for one document, or for several together."""

    hit: int = 0
    missed: int = 0
    false: int = 0
    extra: int = 0  # met rows that need not be found
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count another document in."""
        self.hit, self.missed = self.hit + other.hit, self.missed + other.missed
        self.false, self.extra = self.false + other.false, self.extra + other.extra
        for mine, theirs in ((self.right, other.right), (self.asked, other.asked), (self.claimed, other.claimed)):
            mine.update(theirs)

    def cells(self) -> list[str]:
        """The figures of one line of the table."""
        recall = self.hit / max(self.hit + self.missed, 1)
        found = self.hit + self.extra
        precision = found / max(found + self.false, 1)
        f1 = 2 * recall * precision / max(recall + precision, 1e-9)
        shares = [f"{self.right[f] / self.asked[f]:.2f}" if self.asked[f] else "-" for f in FIELDS]
        none = " ".join(f"{k}:{n}" for k, n in sorted(self.claimed.items()) if n) or "-"
        required = self.hit + self.missed
        main = [f"{value:.2f}" for value in (recall, precision, f1)] if required else ["-"] * 3
        return [f"{required}", f"{self.false}", *main, *shares, none]


def key(text: object) -> str:
    """A title for comparison: small letters, digits and plus signs only."""
    folded = unicodedata.normalize("NFKC", str(text or "")).casefold()
    return "".join(ch for ch in folded if ch.isalnum() or ch == "+")


def _spellings(row: Row) -> set[str]:
    title = str(row["title"])
    found = {key(title), *map(key, _list(row, "title_alt"))}
    for aside in (*_list(row, "qualifiers"), *_list(row, "aliases")):
        found |= {key(title.replace(f"({aside})", "")), key(title.replace(aside, ""))}
    if _list(row, "qualifiers") or _list(row, "aliases"):
        found.add(key(re.sub(r"\s*\([^()]*\)\s*$", "", title)))
    return found - {""}


def _list(row: Row, name: str) -> list[str]:
    value = row.get(name) or []
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _meets(row: Row, record: Record, exact: bool) -> bool:
    told = record.page and not record.document.endswith(
        ".txt"
    )  # a dump that lost its form feeds counts pages otherwise
    if row.get("page") and told and row["page"] != record.page:
        return False
    mine = {key(record.title), key(record.name)} - {""}
    theirs = _spellings(row)
    if exact:
        return bool(mine & theirs)
    return any(
        abs(len(a) - len(b)) <= 4 + len(b) // 10 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= NEAR
        for a in mine
        for b in theirs
    )


def pair_up(rows: Sequence[Row], records: Sequence[Record]) -> tuple[dict[int, int], set[int]]:
    """Pair rows with records one to one; return the pairs and the records left over."""
    free, pairs = set(range(len(records))), dict[int, int]()
    for exact in (True, False):
        for want in ("required", "optional"):
            for number, row in enumerate(rows):
                if number in pairs or row.get("score", "required") != want:
                    continue
                fitting = [n for n in sorted(free) if _meets(row, records[n], exact)]
                if fitting:
                    pairs[number] = fitting[0]
                    free.discard(fitting[0])
    return pairs, free


def _year(text: str) -> int | None:
    return int(text[:4]) if text else None


def _fields(score: Score, row: Row, record: Record) -> None:
    """Count the fields of one met pair; a wrong one becomes a line."""
    start, end = record.value(Field.PERIOD_START), record.value(Field.PERIOD_END)
    said: dict[str, object] = {
        "period": [_year(start), _year(end)],
        "days": [start or None, end or None],
        "status": record.value(Field.STATUS) or None,
        "owners": sorted(set(record.values(Field.OWNERS))),
        "parent": key(record.value(Field.PARENT)),
        "group": key(record.value(Field.GROUP)),
    }
    wanted: dict[str, object] = {
        "period": row.get("period"),
        "days": row.get("period_half"),
        "status": row.get("status"),
        "owners": sorted(_list(row, "owners")),
        "parent": key(row.get("parent")),
        "group": key(row.get("group")),
    }
    unsure = {"days" if u == "period_days" else u for u in _list(row, "unsure")}
    unsure |= {"days"} if "period" in unsure else set()
    for name in FIELDS:
        empty = said[name] in (None, [None, None], [], "")
        lost = empty and record.document.endswith(".txt")  # colour and place are not in a text dump: silence is right
        if name in unsure or (empty and not wanted[name]) or lost:
            continue
        if not wanted[name]:
            score.claimed[name] += name in {"period", "status", "owners"}
        else:
            score.asked[name] += 1
            score.right[name] += said[name] == wanted[name]
        if said[name] != wanted[name] and (wanted[name] or name in {"period", "status", "owners"}):
            score.lines.append(f"  field p{record.page} {name}: {said[name]} not {wanted[name]}   ({row['title']})")


def score_one(path: Path, rows: Sequence[Row], config: Config) -> tuple[Score, list[Record]]:
    """Extract one document and compare it with its gold."""
    records = list(extract_document(path, path.name, "0" * 64, config).records)
    pairs, free = pair_up(rows, records)
    score = Score()
    for number, row in enumerate(rows):
        if number in pairs:
            required = row.get("score", "required") == "required"
            score.hit, score.extra = score.hit + required, score.extra + (not required)
            _fields(score, row, records[pairs[number]])
        elif row.get("score", "required") == "required":
            score.missed += 1
            score.lines.append(f"  MISS  p{row.get('page')} {row['title']}")
    score.false = len(free)
    for number in sorted(free, key=lambda n: records[n].page):
        record = records[number]
        score.lines.append(f"  FALSE p{record.page} {record.title}   [{record.extractor}]")
    return score, records


def write_csv(folder: Path, records: Iterable[Record]) -> None:
    """Write the columns of records.csv that a scorer reads."""
    names = ("document", "page", "line_start", "title", "name", "qualifiers", "aliases", "owners", "period_start",
             "period_end", "status", "group", "parent", "measure_id")  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "records.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for r in records:
            paged = r.page if not r.document.endswith(".docx") else ""
            many = ["; ".join(r.values(f)) for f in (Field.QUALIFIERS, Field.ALIASES, Field.OWNERS)]
            one = [r.value(f) for f in (Field.PERIOD_START, Field.PERIOD_END, Field.STATUS, Field.GROUP, Field.PARENT)]
            writer.writerow([r.document, paged, r.line_start or "", r.title, r.name, *many, *one, r.id])


def _gold(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _documents(folder: Path, only: Sequence[str], kinds: Sequence[str]) -> list[tuple[Path, Path]]:
    found = []
    for gold in sorted(folder.glob("*.gold.jsonl")):
        stem = gold.name.removesuffix(".gold.jsonl")
        if only and not any(stem.startswith(o) for o in only):
            continue
        found += [(p, gold) for kind in kinds if (p := folder / f"{stem}.{kind}").exists()]
    return found


HEAD = ["document", "gold", "false", "recall", "prec", "F1", *FIELDS, "claimed where gold has none"]


def table(scores: dict[str, Score]) -> str:
    """The table as Markdown, with a line for each kind of file and one for all."""
    rows = [HEAD, ["---"] * len(HEAD)] + [[name, *score.cells()] for name, score in scores.items()]
    totals: dict[str, Score] = defaultdict(Score)
    for name, score in scores.items():
        totals[f"all {Path(name).suffix[1:]}"].add(score)
        totals["all"].add(score)
    rows += [[f"**{name}**", *score.cells()] for name, score in totals.items()]
    widths = [max(len(r[n]) for r in rows) for n in range(len(HEAD))]
    return "\n".join("| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows)


def main() -> None:
    """Read the command line, score, print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("decks", type=Path)
    arguments.add_argument("--only", nargs="*", default=[])
    arguments.add_argument("--kinds", nargs="*", default=["pptx", "docx", "pdf", "txt"])
    arguments.add_argument("--list", action="store_true", help="show misses, false records and wrong fields")
    arguments.add_argument("--table", type=Path, help="write table and lists as Markdown")
    arguments.add_argument("--export", type=Path, help="write records.csv, one folder for each kind of file")
    arguments.add_argument("--scorer", type=Path, help="another scorer: SCORER EXPORT_DIR GOLD")
    asked = arguments.parse_args()
    config = Config(extract={"ocr": False})
    scores: dict[str, Score] = {}
    by_kind: dict[str, list[Record]] = defaultdict(list)
    for path, gold in _documents(asked.decks, asked.only, asked.kinds):
        scores[path.name], records = score_one(path, _gold(gold), config)
        by_kind[path.suffix[1:]] += records
    text = table(scores)
    details = "\n".join(f"\n{name}\n" + "\n".join(s.lines) for name, s in scores.items() if s.lines)
    print(text + ("\n" + details if asked.list else ""))
    if asked.table:
        asked.table.write_text(f"# Made decks\n\n{text}\n\n```\n{details}\n```\n", encoding="utf-8", newline="\n")
    if asked.export:
        _other(asked, by_kind)


def _other(asked: argparse.Namespace, by_kind: dict[str, list[Record]]) -> None:
    for kind, records in by_kind.items():
        write_csv(asked.export / kind, records)
        stems = {Path(r.document).stem for r in records}
        rows = [row for stem in sorted(stems) for row in _gold(asked.decks / f"{stem}.gold.jsonl")]
        merged = asked.export / kind / "gold.jsonl"
        merged.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        if asked.scorer:
            subprocess.run([sys.executable, str(asked.scorer), str(asked.export / kind), str(merged)], check=True)


if __name__ == "__main__":
    main()
