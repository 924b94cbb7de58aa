"""What headings say: of columns, of run-in paragraphs, of roles and of pages; and page furniture."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from veikart.core.text import mend, phrase

Concepts = Mapping[str, Sequence[str]]

_RUN_IN = re.compile(r"^(?P<label>[^:\n]{2,50}?)\s*(?::|\s[–—-]\s)\s*(?P<rest>.*)$", re.DOTALL)
_PARTS = re.compile(r"[/&+]|\s(?:og|eller|and|or|och)\s")
_COLUMN_PARTS = re.compile(r"[/,&+]|\s(?:og|eller|and|or|och)\s|\s[-–]\s")
_IN_PARENTHESES = re.compile(r"\([^)]*\)?")
_MAX_HEADING = 60
_MAX_PAGE_HEADING = 250
_MAX_PLAN_WORDS = 16  # of a heading that says that it is a plan: a longer one is a sentence about plans
_MAX_WEAK = 5  # words of a heading such as "Goals": a longer one is a sentence about goals


class Headings:
    """Finds the concept of a heading among named lists of phrases."""

    def __init__(self, concepts: Concepts, kinds: Sequence[str] = (), compounds: Concepts | None = None) -> None:
        self._concept: dict[str, str] = {}
        self._kinds = frozenset(map(_key, kinds))
        self._ends = tuple((compounds or {}).get("ends", ()))
        self._starts = tuple((compounds or {}).get("starts", ()))
        for concept, texts in concepts.items():
            for text in texts:
                self._concept.setdefault(_key(text), concept)

    def concept(self, text: str) -> str:
        """Return the concept if the whole text is one of its headings, else ""."""
        return self._concept.get(_key(text), "") if len(text) <= 2 * _MAX_HEADING else ""

    def qualified(self, text: str) -> str:
        """Return "measure" for its name behind a word for a kind of it, or as the end of one: "Foreslåtte tiltak",
        "Kerneleverance", not "Antall tiltak"."""
        kind, _, name = text.partition(" ")
        if not name:
            word = kind.casefold()
            return "measure" if word.endswith(self._ends) and not word.startswith(self._starts) else ""
        return "measure" if _key(kind) in self._kinds and self.concept(name) == "measure" else ""

    def composite(self, text: str) -> str:
        """Return the concept, also of "Behov og deltiltak" and "Tiltak/løsning": that of the first part."""
        found = self.concept(text)
        if found or len(text) > _MAX_HEADING:
            return found
        parts = [p for p in _PARTS.split(text) if p.strip()]
        concepts = [self.concept(p) for p in parts] if len(parts) > 1 else []
        return concepts[0] if concepts and all(concepts) else ""

    def run_in(self, text: str) -> tuple[str, str, str] | None:
        """Split "Problem: text" into concept, label and rest; None where the text has no known label."""
        text = text.strip()
        match = _RUN_IN.match(text)
        if not match:
            return None
        concept = self.composite(match["label"])
        return (concept, match["label"].strip(), match["rest"].strip()) if concept else None


def _key(text: str) -> str:
    """Return a heading for comparison; signs such as "#" stand for themselves, "●" is not the same."""
    return phrase(text) or mend(text)


def column_concept(headings: Headings, text: str) -> str:
    """Return the concept of a column heading, also of "A/B", "A (unit)" and "A og B"."""
    text = mend(text[: 2 * _MAX_HEADING])
    if not text or len(text) > _MAX_HEADING:
        return ""
    found = headings.concept(text)
    if not found and "(" in text:
        found = headings.concept(_IN_PARENTHESES.sub("", text))
    found = found or headings.qualified(text)
    if found:
        return found
    printed = [p for p in _COLUMN_PARTS.split(text) if p.strip()]
    if len(printed) < 2:
        return ""
    parts = [headings.concept(p) for p in printed]
    kinds = set(parts)
    if len(parts) > 2 and parts[0] == "measure" and parts.count("measure") * 2 > len(parts):
        return "measure"  # "Feature/Improvement/Cooperation": one word for it is not known
    if "" in kinds:
        return ""
    if kinds == {"need", "measure"}:
        return "need_or_measure"
    if kinds <= {"start", "end", "period"}:
        return "period"
    if "measure" in kinds <= {"group", "status", "measure"}:
        return "measure"  # "Program / prosjekt", "Fase / aktivitet": the column lists both
    return parts[0]


_CASE = re.compile(
    r"^(?:(?:sak\s+)?\d{1,3}/\d{2,4}\b[\s:.–-]*|(?:vedlegg|appendix|bilag|bilaga)(?:\s+\w)?\s*[:–-]\s+)(?=\S)",
    re.IGNORECASE,
)  # "14/26 Vedtak", "Vedlegg A: Tiltak"


class PageKinds:
    """Tells what a page is from its heading, where that is not a plan."""

    def __init__(self, kinds: Mapping[str, Mapping[str, Sequence[str]]], plan_words: Sequence[str]) -> None:
        self._rules = {
            (rule, phrase(text)): kind
            for kind, rules in kinds.items()
            for rule, texts in rules.items()
            for text in texts
        }
        self._longest = max((len(text.split()) for _, text in self._rules), default=1)
        self._openings: dict[str, set[str]] = defaultdict(set)  # first words by rule: most headings have none of them
        for rule, text in self._rules:
            self._openings[rule].add(text.partition(" ")[0])
        body = "|".join(re.escape(phrase(w)) for w in sorted(plan_words, key=len, reverse=True)) or r"(?!)"
        self._plan = re.compile(rf"(?<!\w)(?:{body})(?:et|en|a|ene|er|s)?(?!\w)")

    def kind(self, text: str) -> str:
        """Return agenda, contents, thanks …; "" where the heading does not tell, or says that the page is a plan."""
        if len(text) > _MAX_PAGE_HEADING:
            return ""
        key = phrase(_CASE.sub("", mend(text)))
        if ("whole", key) in self._rules:
            return self._rules["whole", key]
        parts = key.split()
        if asked := self._told("asks", parts[:1], parts):
            return asked
        if self.is_plan(text):
            return ""
        return self._told("starts", parts[:1], parts) or self._told("holds", parts, parts)

    def is_plan(self, text: str) -> bool:
        """Tell whether the heading says that the page is a plan: veikart, roadmap, tidslinje …"""
        key = phrase(mend(text)) if len(text) <= _MAX_PAGE_HEADING else ""
        parts = key.split()
        asked = self._told("asks", parts[:1], parts)  # "Why a roadmap"
        return bool(key and self._plan.search(key)) and len(parts) <= _MAX_PLAN_WORDS and not asked

    def _told(self, rule: str, first: list[str], parts: list[str]) -> str:
        """Return what the longest phrase of a rule tells that begins with one of the first words."""
        openings = self._openings[rule]
        starts = [start for start, word in enumerate(first) if word in openings]
        for count in range(min(len(parts), self._longest), 0, -1) if starts else ():
            for start in (s for s in starts if s + count <= len(parts)):
                if kind := self._rules.get((rule, " ".join(parts[start : start + count]))):
                    return kind
        return ""


class Ahead:
    """Tells headings that look ahead ("Coming soon", "Planer for 2026", "Goals")."""

    def __init__(self, strong: Sequence[str], weak: Sequence[str]) -> None:
        self._levels = ((1.0, _any_of(strong)), (0.5, _any_of(weak)))

    def outlook(self, text: str) -> float:
        """Return 1 where a heading says that plans stand below it, 0.5 where goals or steps may, else 0."""
        if len(text) > _MAX_HEADING * 1.5:
            return 0.0
        key = phrase(mend(text))
        weight = next((weight for weight, pattern in self._levels if pattern.search(key)), 0.0)
        return weight if weight == 1.0 or len(key.split()) <= _MAX_WEAK else 0.0


class Themes:
    """Tells what a heading says that a figure shows of measures."""

    def __init__(self, themes: Mapping[str, Sequence[str]]) -> None:
        self._patterns = {theme: _any_of(texts) for theme, texts in themes.items()}

    def theme(self, text: str) -> str:
        """Return progress, dependence …; "" where the heading tells of none."""
        if len(text) > _MAX_HEADING * 1.5:
            return ""
        key = phrase(mend(text))
        return next((theme for theme, pattern in self._patterns.items() if pattern.search(key)), "")


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    body = "|".join(re.escape(phrase(w)) for w in sorted(words, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")


class Furniture:
    """Tells lines that are page furniture: page numbers, dates of change, sources, addresses."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._pattern = re.compile("|".join(f"(?:{p})" for p in patterns) or r"(?!)", re.IGNORECASE)

    def is_furniture(self, text: str) -> bool:
        """Tell whether the whole text is page furniture by its words."""
        return len(text) <= _MAX_PAGE_HEADING and bool(self._pattern.fullmatch(mend(text).strip(" |•–-")))
