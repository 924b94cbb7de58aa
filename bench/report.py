"""Seconds and size of report.html for made-up measures: python bench/report.py [COUNT …]   (default 1000 10000)

Every measure has four mentions in ten documents, every tenth an open question with evidence, every fifth a step of
lineage.
"""

import argparse
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != HERE]  # this file is not the package of its name

from export.report import report  # noqa: E402
from export.rows import Content  # noqa: E402
from export.stamp import Stamp  # noqa: E402
from veikart.core.geometry import Box  # noqa: E402
from veikart.core.outcome import (  # noqa: E402
    Change,
    Conflict,
    ConflictKind,
    Lineage,
    Measure,
    Pair,
    Reconciliation,
    Source,
    Step,
    Verdict,
)
from veikart.core.records import Document, Extraction, Field, Record, Role, Statement, Status  # noqa: E402

FIRST = ("Digital", "Felles", "Nasjonal", "Ny", "Regional", "Trygg", "Åpen", "Enkel")
SECOND = ("køvisning", "oppmøteskjerm", "journaldeling", "timeliste", "svarbrev", "måleliste", "reiseplan", "ordning")
OWNERS = ("HN", "HV", "HSØ", "HMN", "NHN")
DOCUMENTS, MENTIONS, GROUPS = 10, 4, 8


def made(count: int) -> Content:
    """Return made-up content with so many measures; the same at every call."""
    measures, found = [], [[] for _ in range(DOCUMENTS)]
    pairs, conflicts, lineage, member_of = [], [], [], {}
    for n in range(count):
        name = f"{FIRST[n % 8]} {SECOND[n // 8 % 8]} for område {n // 64}"
        records = [_record(f"r{n}-{m}", f"plan-{(n + m) % DOCUMENTS}.pdf", name, 1 + n % 40) for m in range(MENTIONS)]
        for m, record in enumerate(records):
            found[(n + m) % DOCUMENTS].append(record)
            member_of[record.id] = f"m{n}"
        measures.append(_measure(n, name, records))
        if n % 10 == 9:
            left, right = f"r{n - 1}-0", f"r{n}-0"
            steps = (Step("prior", -7.0), Step("title: overlap", 6.5, name, name), Step("owner", 0.3, "HN", "HV"))
            pairs.append(Pair(left, right, 0.5, Verdict.REVIEW, Source.EVIDENCE, steps))
            question = f"Er «{name}» og forrige samme tiltak?"
            kind = ConflictKind.AMBIGUOUS_IDENTITY
            conflicts.append(
                Conflict(f"c{n}", kind, count - n, (f"m{n - 1}", f"m{n}"), (left, right), message=question)
            )
        if n % 5 == 0:
            lineage.append(
                Lineage("2024", "2025", list(Change)[n // 5 % 7], (f"m{n}",), (f"m{n}",), f"«{name}» i 2025.")
            )
    extractions = [
        Extraction(Document(f"plan-{d}.pdf", "0" * 64, "pdf", title=f"Plan {d}", pages=40), tuple(found[d]))
        for d in range(DOCUMENTS)
    ]
    outcome = Reconciliation(tuple(measures), tuple(pairs), tuple(conflicts), tuple(lineage), member_of)
    return Content(extractions, outcome)


def _record(key: str, document: str, title: str, page: int) -> Record:
    statements = (Statement(Field.TITLE, title), Statement(Field.NAME, title))
    return Record(key, document, key, page, Role.MEASURE, statements, Box(0.1, 0.1, 0.2, 0.2), snippet=f"• {title}")


def _measure(n: int, name: str, records: list[Record]) -> Measure:
    start = f"{2024 + n % 4}-01-01" if n % 6 else ""
    end = f"{2025 + n % 4}-12-31" if n % 7 else ""
    status = list(Status)[n % 6].value if n % 3 else ""
    documents = tuple(sorted({r.document for r in records}))
    owners = (OWNERS[n % 5], OWNERS[n // 5 % 5])
    ids = tuple(r.id for r in records)
    return Measure(f"m{n}", name, (f"{name} 2.0",), owners, start, end, status, f"Område {n % GROUPS}", ids, documents)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--out", type=Path, help="folder for the reports, to look at them")
    options = parser.parse_args()
    for count in options.counts:
        content = made(count)
        started = time.perf_counter()
        page = report(content, [], Stamp(f"{count} tiltak", "bench", "Intern", "0" * 12))
        print(f"{count:>7} measures: {time.perf_counter() - started:6.2f} s, {len(page) / 1e6:6.1f} MB")
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / f"report-{count}.html").write_bytes(page)


if __name__ == "__main__":
    main()
