"""What every export says about itself: title, version, sensitivity, the id of its content, what was left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from export.ceiling import NOTHING, LeftOut
from export.rows import Content
from veikart.core.dates_told import day_told
from veikart.core.ids import short_hash
from veikart.core.messages import Catalogue


@dataclass(frozen=True, slots=True)
class Stamp:
    """The same for all files of one export; it never holds the time, so that bytes repeat."""

    title: str
    version: str
    sensitivity: str
    content_id: str
    language: str = "nb"
    left_out: LeftOut = NOTHING

    @property
    def catalogue(self) -> Catalogue:
        """The texts in the export's language."""
        return Catalogue(self.language)


def content_id(tables: Mapping[str, bytes]) -> str:
    """Return an id of the tables' content: two exports with the same id hold the same."""
    return short_hash(*(part for name in sorted(tables) for part in (name, tables[name].decode("utf-8"))))


def facts(content: Content, stamp: Stamp) -> Iterator[tuple[str, str]]:
    """Yield what a cover sheet tells: names and values in the export's language."""
    say = stamp.catalogue.text
    yield say("workbook.sensitivity"), stamp.sensitivity or say("workbook.unlabelled")
    yield say("workbook.documents"), str(len(content.extractions))
    yield say("workbook.dated"), _dated(content, stamp.catalogue)
    yield say("workbook.records"), str(len(content.records))
    yield say("workbook.measures"), str(len(content.outcome.measures))
    yield say("workbook.conflicts"), str(sum(c.state == "open" for c in content.outcome.conflicts))
    if stamp.left_out.documents:
        yield say("workbook.left_out"), left_out_text(stamp)
    yield say("workbook.run"), stamp.content_id
    yield say("workbook.written"), say("workbook.written_when")
    yield say("workbook.made_by"), f"veikart {stamp.version}"


def _dated(content: Content, catalogue: Catalogue) -> str:
    """Return from when to when the documents are."""
    dates = sorted({e.document.date for e in content.extractions if e.document.date})
    ends = dict.fromkeys(day_told(day, catalogue) for day in (dates[:1] + dates[-1:]))
    return " – ".join(ends) or catalogue.text("workbook.undated")


def left_out_text(stamp: Stamp) -> str:
    """Return how much was left out above the ceiling."""
    left = stamp.left_out
    return stamp.catalogue.text(
        "workbook.left_out_count", documents=left.documents, records=left.records, ceiling=left.ceiling
    )
