"""What a heading of a written plan says: that it is no plan, a period, a status, a stage, a plan, or only a name."""

import re
from dataclasses import dataclass
from enum import StrEnum

from extract.recognisers.lexicon import lexicon
from veikart.core.periods import Period, find_periods, parse_axis
from veikart.core.records import Status
from veikart.core.text import mend, words
from veikart.core.vocabulary import Vocabulary

_SIGNS = re.compile(r"^[^\w«\"“'(\[#]+|[^\w»\"”')\].!?%+]+$")
_NUMBER = re.compile(r"^(?:§\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|\d{1,2}\s+[–—-])\s+(?=\D)")
_TICK = re.compile(r"[✅✔☑✓]")
_TICKED_TAIL = re.compile(r"(?<=\w)\W*[✅✔☑✓]\s*.{0,40}$")
"""A tick behind a heading, with when or by whom: "Reading room ✅ done in June"."""
_CODE = re.compile(
    r"(?![QHTK][1-4]\b)[A-Z]{1,3}-?\d{1,2}(?:(?:\.\d{1,2})*[a-z]?\s*[—–:-]\s+|\.\d{1,2}\s+(?=[A-ZÆØÅÄÖ]))(?=\S)"
)
_VERSION = re.compile(r"v?\d+(?:\.\d+)+(?:\.x)?\b", re.IGNORECASE)
_COUNT = re.compile(r"\s*[#:]?\s*(?:\d{1,3}(?:\.\d+)*|[ivx]{1,4}|[a-f])(?!\w)", re.IGNORECASE)
_BETWEEN = " :.,–—-|"
_TAG = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]+)[)\]]\s*$|\s+[–—-]\s+(?P<tail>[^–—()\[\]]+)$")
_SHORT_MONTH = re.compile(r"(?<![\d/])(0[1-9]|1[0-2])/([2-5]\d)(?![\d/])")
_PART = re.compile(r"[qhkt][1-4]")
_QUARTER = re.compile(r"\b(?:q|t|k|quarter|kvartal|trimestre|quartal)\s*(?P<number>[1-4])\b", re.IGNORECASE)
_AND = re.compile(r"\s+(?:og|och|and|und|en|&)\s+")
_FEW_WORDS = 4


AGAINST = frozenset({"benefit", "problem", "goal", "target", "background", "dependency", "source", "cost", "note"})
"""Labels over lists that tell about measures rather than name them."""

_FIRM_KINDS = frozenset(
    {"agenda", "contents", "introduction", "minutes", "legend", "appendix", "risk", "questions", "thanks"}
)
_MAY_PLAN = frozenset({"summary"})
"""Kinds of pages that list what comes next where the document is a plan."""


class Kind(StrEnum):
    """What a heading is."""

    APART = "apart"  # what stands below is no plan: background, risks, history
    PERIOD = "period"
    STATUS = "status"
    STAGE = "stage"
    PLAN = "plan"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Says:
    """A heading read.

    `text` is all of it but its number and drawn signs, `title` the same without a status behind it, `name` what it
    names beside a stage's number, a period and a status. `part` is a part of a year that no year is told of.
    """

    kind: Kind
    text: str
    name: str
    title: str
    firm: bool = True  # apart even as a theme of a plan's stage; "Community" may be one
    period: Period | None = None
    period_text: str = ""
    part: tuple[str, int] | None = None
    status: Status | None = None
    status_text: str = ""


def read_heading(raw: str, vocabulary: Vocabulary) -> Says:
    """Return what a heading says."""
    printed = mend(raw)
    text = _SIGNS.sub("", _SIGNS.sub("", printed)).rstrip(" :")
    text = _NUMBER.sub("", _TICKED_TAIL.sub("", text))
    name, status, told = _without_status(text, vocabulary)
    if status is None and (tick := _TICK.search(printed)):
        status, told = Status.DONE, tick[0]
    title = name if name != text and not text.endswith(")") else text
    period, period_text, part, rest = _period(name)
    stage, rest = _stage(rest)
    apart, dated = _apart(text, vocabulary), bool(period_text)
    kind = Kind.APART if apart and not (stage and dated) else _kind(text, rest, stage, dated, vocabulary)
    if kind is Kind.STATUS:
        status, told = vocabulary.status(text) or vocabulary.status(_core(rest)), text
    name = rest if stage or dated else name
    return Says(kind, text, name, title, apart != "outside", period, period_text, part, status, told)


def _kind(text: str, rest: str, stage: bool, dated: bool, vocabulary: Vocabulary) -> Kind:
    if stage:
        return Kind.STAGE
    if dated and vocabulary.outlook(text):
        return Kind.PLAN  # "Goals for 2026"
    if dated and not _names(rest):
        return Kind.PERIOD
    if vocabulary.status(text) is not None or (dated and vocabulary.status(_core(rest)) is not None):
        return Kind.STATUS
    if vocabulary.is_plan_heading(text) or vocabulary.outlook(text) == 1.0:
        return Kind.PLAN
    return Kind.NAMED


def _apart(text: str, vocabulary: Vocabulary) -> str:
    """Tell whether a heading says that no plan stands below it: "firm" wherever, "outside" of a plan's parts."""
    told = lexicon()
    if told.begins("written", "apart", text) or told.found("written", "apart_within", text):
        return "firm"
    listed = any(vocabulary.header(part) == "measure" for part in _AND.split(text)[1:])  # "Mål og leveranser"
    if vocabulary.label(text) in AGAINST and vocabulary.role(text) is None and not listed:
        return "firm"
    kind = vocabulary.page_kind(text) or vocabulary.page_kind(text.partition(":")[0])  # "Agenda: … and roadmap"
    if kind in _FIRM_KINDS:
        return "firm"
    return "outside" if (kind and kind not in _MAY_PLAN) or told.begins("written", "apart_outside", text) else ""


def _names(rest: str) -> bool:
    """Tell whether more than words around periods is left: "Timeline", "Highest priority" name nothing."""
    noise = lexicon().words("written", "around")
    return any(not (word in noise or word.isdigit() or _PART.fullmatch(word)) for word in words(rest))


def _core(rest: str) -> str:
    """Return the words of a heading that do not only stand around a period: "Completed" of "Completed in 2025"."""
    return " ".join(word for word in words(rest) if not lexicon().holds("written", "around", word))


def _without_status(text: str, vocabulary: Vocabulary) -> tuple[str, Status | None, str]:
    """Part a status in brackets, or behind a dash, from the end of a heading."""
    tag = _TAG.search(text)
    inner = (tag["inner"] or tag["tail"]).strip() if tag else ""
    if tag is None or not tag.start() or len(inner.split()) > _FEW_WORDS:
        return text, None, ""
    status = vocabulary.status(_SIGNS.sub("", inner))
    return (text[: tag.start()].rstrip(), status, inner) if status is not None else (text, None, "")


def _period(text: str) -> tuple[Period | None, str, tuple[str, int] | None, str]:
    """Return the period of a heading, as printed, the part of a year it names where no year is told, and the rest."""
    text = _SHORT_MONTH.sub(r"\1/20\2", text)
    found = find_periods(text)
    if found:
        rest = text
        for hit in reversed(found):
            rest = rest[: hit.start] + " " + rest[hit.end :]
        rest = re.sub(r"[(\[]\s*[)\]]", " ", rest)
        whole = parse_axis(text)
        period = whole.period if whole is not None and whole.period is not None else found[0].period
        counted = _QUARTER.search(rest)  # "Q1 (April to June 2024)": the year of a budget begins when it says
        part = ("quarter", int(counted["number"])) if counted else None
        return period, period.text or text, part, rest.strip(_BETWEEN)
    label = parse_axis(text) or parse_axis(text.rpartition(":")[2].strip())
    if label is None:
        return None, "", None, text
    return None, text, label.part, ""


def _stage(text: str) -> tuple[bool, str]:
    """Tell whether a heading counts a stage ("Phase 2: Pilot", "v1.2", "M3 – Search"), and return its name."""
    counted = _VERSION.match(text) or _CODE.match(text)
    if counted:
        return True, text[counted.end() :].strip(_BETWEEN)
    head = text.split(maxsplit=1)
    if len(head) < 2 or not lexicon().holds("written", "stages", head[0].rstrip(":")):
        return False, text
    count = _COUNT.match(text, len(head[0]))
    return (True, text[count.end() :].strip(_BETWEEN)) if count else (False, text)


def is_budget_year(says: Says) -> bool:
    """Tell whether a heading explains its quarter by other months than the calendar's."""
    period, part = says.period, says.part
    if period is None or period.start is None or part is None:
        return False
    return period.start.month != 3 * part[1] - 2


def in_year(says: Says, year: int) -> Period | None:
    """Return the period that a heading names a part of ("Q2"), in a year that an outer heading tells."""
    if says.part is None or says.period is not None or says.part[0] not in _LETTER:
        return None
    label = parse_axis(f"{_LETTER[says.part[0]]}{says.part[1]} {year}")
    return label.period if label is not None else None


_LETTER = {"quarter": "Q", "half": "H", "tertial": "T"}
