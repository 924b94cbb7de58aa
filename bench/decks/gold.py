"""Gold rows: what a careful person reads from the picture of a page."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's title as written, with what the title itself says."""

    title: str
    qualifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class Gold:
    """The gold rows of one document, in reading order."""

    doc: str
    rows: list[dict[str, object]] = field(default_factory=list)

    def add(
        self,
        page: int | None,
        section: str,
        what: Measure,
        *,
        owners: Sequence[str] = (),
        period: tuple[int | None, int | None] | None = None,
        days: tuple[str | None, str | None] | None = None,
        status: str | None = None,
        group: str | None = None,
        parent: str | None = None,
        role: str = "measure",
        optional: bool = False,
        unsure: Sequence[str] = (),
        printed: str = "",
    ) -> None:
        """Add one mention.

        `days` are the ISO first and last day where the page tells more than years; `printed` is the whole line where
        it could be taken for the title as well.
        """
        row: dict[str, object] = {
            "doc": self.doc,
            "page": page,
            "section": section,
            "title": what.title,
            "qualifiers": list(what.qualifiers),
            "aliases": list(what.aliases),
            "owners": list(owners),
            "period": list(period) if period else None,
            "period_half": list(days) if days else None,
            "status": status,
            "group": group,
            "parent": parent,
            "role": role,
            "score": "optional" if optional else "required",
        }
        if printed:
            row["title_alt"] = [printed]
        if unsure:
            row["unsure"] = list(unsure)
        self.rows.append(row)

    def write(self, folder: Path) -> Path:
        """Write the rows as JSON Lines beside the document."""
        target = folder / f"{self.doc}.gold.jsonl"
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.rows)
        target.write_text(text, encoding="utf-8", newline="\n")
        return target


QUARTER_DAYS = (("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"))


def quarters(first: int, start: int, end: int) -> tuple[tuple[int, int], tuple[str, str]]:
    """Years and days of the quarters `start` to `end` (inclusive), counted from 0 in the year `first`."""
    a, b = first + start // 4, first + end // 4
    return (a, b), (f"{a}-{QUARTER_DAYS[start % 4][0]}", f"{b}-{QUARTER_DAYS[end % 4][1]}")
