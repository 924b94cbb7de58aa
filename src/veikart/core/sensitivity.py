"""Sensitivity labels and their order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from veikart.core.text import mend, phrase

_MAX_LABEL = 300
"""Labels stand in short lines; longer texts in characters are prose."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of sensitivity: its name, the words that print it and its traffic-light colours."""

    name: str
    words: tuple[str, ...]
    colours: tuple[str, ...] = ()


class Sensitivities:
    """Finds sensitivity labels; grades stand in rising order of protection."""

    def __init__(self, grades: Sequence[Grade], lead: Sequence[str]) -> None:
        self._grade = {phrase(w): g.name for g in grades for w in (g.name, *g.words)}
        self._lead = tuple(word.casefold() for word in lead)
        self._openings = (*self._lead, *(word.partition(" ")[0] for word in self._grade))
        self._rank = {g.name: i + 1 for i, g in enumerate(grades)}
        self._leading = re.compile("|".join(map(re.escape, ("(", *self._lead))))
        colours = "|".join(re.escape(c) for g in grades for c in g.colours) or r"(?!)"
        leads = "|".join(map(re.escape, lead)) or r"(?!)"
        words = "|".join(
            r"[\W_]+".join(map(re.escape, w.split())) for w in sorted(self._grade, key=lambda w: (-len(w), w))
        )
        self._label = re.compile(
            rf"(?P<lead>(?:{leads})\s*(?:er|is)?\s*[:–-]?\s*)?(?P<word>{words})(?P<colour>\s*[(\[]?\s*(?:{colours})\s*[)\]]?)?",
            re.IGNORECASE,
        )
        self._led = re.compile(
            rf"\b(?:{leads})\s*[:–-]?\s*(?P<word>{words})\b|\b(?P<toned>{words})\s*\((?:{colours})\)", re.IGNORECASE
        )

    def label(self, text: str) -> str:
        """Return the name of the grade that the text prints as a label, "" if it prints none.

        A label is the whole text, or a word behind "Følsomhet" or before a colour code: "intern" in prose is none.
        """
        if len(text) > _MAX_LABEL:
            return ""
        text = mend(text).strip(" .|•–-")
        folded = text.casefold()
        match = self._label.fullmatch(text) if folded.startswith(self._openings) else None
        word = match["word"] if match else ""
        if not word and self._may_lead(folded) and (found := self._led.search(text)):
            word = found["word"] or found["toned"]
        return self._grade.get(phrase(word), "")

    def _may_lead(self, folded: str) -> bool:
        """Tell whether a word that leads to a label, or a parenthesis for a colour, stands in the text at all."""
        return self._leading.search(folded) is not None

    def rank(self, name: str) -> int:
        """Return the place of a label in the order of protection, counted from 1; 0 for no known label."""
        return self._rank.get(self._grade.get(phrase(name), ""), 0)

    def highest(self, names: Sequence[str]) -> str:
        """Return the name of the most protected label, "" where none is known."""
        known = [self._grade[phrase(n)] for n in names if phrase(n) in self._grade]
        return max(known, key=lambda n: self._rank[n], default="")
