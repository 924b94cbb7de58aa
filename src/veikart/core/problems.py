"""Coded problems: what went wrong or could not be known, where, and what to do about it.

The texts stand in the message catalogue under the code; `docs/problems.md` tells about each.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a problem matters."""

    ERROR = "error"  # a document, page or table is missing from the result
    WARNING = "warning"  # something may be missing or wrong
    NOTE = "note"  # worth knowing


class Code(StrEnum):
    """Every problem veikart can report. VK1xx reading, 2xx recognising, 3xx reconciling, 4xx decisions, 5xx export,
    8xx sensitivity, 9xx environment and project."""

    UNREADABLE = "VK101"  # damaged or not what it seems
    ENCRYPTED = "VK102"
    EMPTY = "VK103"  # a file of no bytes, or a document without pages
    UNKNOWN_KIND = "VK104"  # no reader takes it
    TIMED_OUT = "VK105"
    OUT_OF_MEMORY = "VK106"
    CRASHED = "VK107"  # the worker died
    TOO_LARGE = "VK108"  # unpacked size, parts or pages over a limit
    NO_TEXT = "VK109"  # a page without a usable text layer
    PICTURE_PAGE = "VK110"  # a page that is mostly one picture
    GARBLED_TEXT = "VK111"  # characters without a Unicode meaning
    PART_LOST = "VK112"  # one part, shape or relationship of a package could not be read
    OLD_FORMAT = "VK113"  # .doc, .ppt, .xls
    WRONG_ENDING = "VK114"  # content and file ending differ
    ENCODING_GUESSED = "VK115"
    TEXT_CUT = "VK116"  # an overlong text was cut
    NAME_UNUSABLE = "VK117"  # the file's name or link cannot be used
    HIDDEN_CONTENT = "VK118"  # hidden slides or shapes were left out
    READERS_DISAGREE = "VK119"

    PLAN_WITHOUT_RECORDS = "VK201"  # a page looks like a plan and gave no record
    LEGEND_UNKNOWN = "VK202"  # a legend's word is not in the vocabulary
    OWNER_AMBIGUOUS = "VK203"  # a sticker lies between two measures
    PERIOD_UNREADABLE = "VK204"
    NO_RECORDS = "VK205"  # a whole document without records
    RECOGNISER_FAILED = "VK206"

    LINKS_CONTRADICT = "VK301"
    CLUSTER_SPLIT = "VK302"  # evidence would have joined what a cannot-link keeps apart

    DECISIONS_CONTRADICT = "VK401"
    DECISION_UNMATCHED = "VK402"  # a decision about records that are no longer there
    DECISION_STALE = "VK403"  # the evidence changed since
    DECISION_UNREADABLE = "VK404"  # a damaged line
    WORKBOOK_UNUSABLE = "VK405"  # a review workbook that cannot be read back

    EXPORT_SHRANK = "VK501"
    EXPORT_FAILED = "VK502"
    PARQUET_MISSING = "VK503"  # asked for, and pyarrow is not installed

    OVER_CEILING = "VK801"
    LEFT_OUT = "VK802"  # documents over the ceiling were left out, as asked

    CONFIG_INVALID = "VK901"
    STORE_DAMAGED = "VK902"  # a line in normalized/ or the registry could not be used
    STORE_NEWER = "VK903"
    NOT_WRITABLE = "VK904"
    LOCKED = "VK905"
    NO_PROJECT = "VK906"
    LIMITS_UNAVAILABLE = "VK907"  # this platform cannot limit a worker's memory
    NO_DOCUMENTS = "VK908"
    PORT_TAKEN = "VK909"  # the review page cannot listen
    STORE_MIGRATED = "VK910"  # files of an older version were rewritten, with a copy


@dataclass(frozen=True, slots=True)
class Problem:
    """One occurrence of a coded problem.

    `values` fill the placeholders of the message. Page counts from 1, 0 means the whole document.
    """

    code: Code
    level: Level
    page: int = 0
    values: tuple[tuple[str, str], ...] = ()
    document: str = ""
    place: str = ""  # part, sheet, shape or line, as far as known


def problem(code: Code, level: Level, page: int = 0, place: str = "", **values: object) -> Problem:
    """Make a problem from keyword values."""
    return Problem(code, level, page, tuple(sorted((k, str(v)) for k, v in values.items())), place=place)


class VeikartError(Exception):
    """Something that stops a document or the run, with the problem that names the cause."""

    def __init__(self, cause: Problem) -> None:
        super().__init__(cause)  # the only argument, so that the exception survives the way between processes
        self.problem = cause

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.problem.values)
        return f"{self.problem.code.value} {told}".strip()


class DocumentError(VeikartError):
    """This document cannot be read; others can."""


class ProjectError(VeikartError):
    """The run cannot go on: configuration, permissions or a damaged store. Nothing was changed."""
