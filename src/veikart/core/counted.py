"""Labels that count the weeks or stages of a plan: "Uke 4", "v. 38", "KW09–KW12", "Sprint 2: Søk", "Milepæl 3"."""

import re

from veikart.core.periods import AxisLabel, parse_axis
from veikart.core.text import mend, remembered

WEEKS = frozenset({
    "uke", "uker", "veke", "veker", "vecka", "veckor", "uge", "uger", "woche", "wochen", "week", "weeks", "kw",
    "kalenderwoche", "v", "viikko",
})  # fmt: skip
STAGES = frozenset({
    "sprint", "iterasjon", "iteration", "fase", "fasa", "fas", "phase", "etappe", "etapp", "milepæl", "milepel",
    "milstolpe", "milestone", "meilenstein", "inkrement", "increment", "bølge", "wave", "tranche",
    "arbeidspakke", "arbetspaket", "arbejdspakke", "arbeitspaket",
})  # fmt: skip
_LONGEST = 120  # characters of a label
_LAST_WEEK = 53
_COUNTED = re.compile(
    r"(?P<word>[^\W\d_]+)(?:\s*(?:nr|no|nummer)\b)?\s*[.:#]?\s*(?P<first>\d{1,2})"
    r"(?:\s*(?:[-–—/+&]|og|och|and|und|til)\s*(?P<again>[^\W\d_]+)?\s*[.:]?\s*(?P<last>\d{1,2}))?"
    r"(?![\w.]*\d)(?P<rest>.*)",
    re.IGNORECASE,
)
_FEW = 4  # words of a name whose period stands behind it
_NAMED = re.compile(r"(?P<name>[^\W\d_][^()]*?)\s*(?:\((?P<inner>[^()]+)\)|(?:\s[–—-]|[:,])\s+(?P<behind>\S.*))")
_DATED = re.compile(
    r"(?P<when>20\d\d(?:\s*[-–]\s*(?:20)?\d\d)?)\s*[:–—-]?\s+(?P<name>[A-ZÆØÅÄÖ]\S*(?:\s+[^\s\d]\S*){0,3})"
)
_NAME = re.compile(r"\s*(?:$|[:,(–—|-])")


def heading_label(text: str) -> AxisLabel | None:
    """Return what a heading tells of when: a period, or the count of a week or stage; None for any other text."""
    return parse_axis(text) or counted_label(text) or named_label(text)


@remembered
def named_label(text: str) -> AxisLabel | None:
    """Return the label of a few words with their period: "Pakke A – våren 2027", "2026 Digitalt først"."""
    printed = mend(text).rstrip(" :") if len(text) <= _LONGEST else ""
    if dated := _DATED.fullmatch(printed):
        label = parse_axis(dated["when"])
        return AxisLabel(printed, period=label.period) if label is not None and label.period is not None else None
    found = _NAMED.fullmatch(printed)
    if found is None or len(found["name"].split()) > _FEW:
        return None
    label = parse_axis(found["inner"] or found["behind"])
    return AxisLabel(printed, period=label.period) if label is not None and label.period is not None else None


@remembered
def counted_label(text: str) -> AxisLabel | None:
    """Return the label of a counted week, whose `part` waits for a year, or of a counted stage, which has none."""
    printed = mend(text).rstrip(" :") if len(text) <= _LONGEST else ""
    found = _COUNTED.fullmatch(printed)
    if found is None or not _NAME.match(found["rest"]):
        return None
    word, first = found["word"].casefold(), int(found["first"])
    if word == "v" and printed[1].isdigit():
        return None  # "v2" is a version, "v. 2" a week
    if found["again"] and found["again"].casefold() != word:
        return None
    if word in WEEKS:
        last = int(found["last"] or first)
        return AxisLabel(printed, part=("week", first)) if 0 < first <= last <= _LAST_WEEK else None
    return AxisLabel(printed) if word in STAGES else None


def is_stage(label: AxisLabel | None) -> bool:
    """Tell whether a label counts a stage: it names a part of the plan and no time."""
    return label is not None and label.period is None and label.part is None and not label.later
