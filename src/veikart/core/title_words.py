"""The words by which titles tell something beside the name: former names, scope, steps and numbers."""

import re
from collections.abc import Mapping, Sequence


class TitleWords:
    """Finds what the words of [titles] in the vocabulary say."""

    def __init__(self, words: Mapping[str, Sequence[str]], technical: Sequence[str]) -> None:
        former, also = _any(words.get("former", ())), _any(words.get("also", ()))
        self._former = re.compile(
            rf"(?:(?P<also>{also})|{former})(?<=\w|\.)\s*:?\s+(?P<name>(?-i:[a-zæøå]?[A-ZÆØÅÄÖ0-9«\"]).*)",
            re.IGNORECASE,
        )
        self._scope = re.compile(
            rf"(?:{_any(words.get('scope', ()))})(?:\s+(?:{_any(words.get('scope_nouns', ()))}))?", re.IGNORECASE
        )
        self._step = re.compile(
            rf"(?:{_any(words.get('steps', ()))})\.?\s*\d+(?:\.\d+)*(?:\s*(?:av|of|[-–/])\s*\d+)?", re.I
        )
        self._number = re.compile(
            rf"(?:(?:{_any(words.get('numbered', ()))})\s*(?:nr\.?\s*)?\d{{1,3}}(?:\.\d+)*\s*[:.–-]\s+"
            r"|\d{1,3}(?:\.\d{1,2})*[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}\s+)(?-i:(?=[A-ZÆØÅÄÖ«\"]))",
            re.IGNORECASE,
        )
        sheets = words.get("sheets", ())
        presenting = _any([*words.get("presenting", ()), *sheets])
        self._presenting = re.compile(
            rf"(?:(?:{_any(words.get('numbered', ()))})(?:\s+(?:{presenting}))?|{presenting})\s*:\s+"
            r"(?-i:(?=[A-ZÆØÅÄÖ«\"]))",
            re.IGNORECASE,
        )
        self._sheet = re.compile(_any(sheets), re.IGNORECASE)
        self._no_status = frozenset(w.casefold() for w in words.get("no_status", ()))
        self._descriptive = frozenset(w.casefold() for w in words.get("descriptive", ()))
        self._technical = frozenset(w.casefold() for w in technical)

    def other_name(self, text: str) -> tuple[str, bool] | None:
        """Return the name in "tidligere X" or "også kalt X" and whether it is a former one, None for other texts."""
        match = self._former.fullmatch(text)
        return (match["name"], match["also"] is None) if match else None

    def is_scope(self, text: str) -> bool:
        """Tell whether the text says for whom: "Nasjonalt", "Regionalt prosjekt"."""
        return bool(self._scope.fullmatch(text))

    def is_step(self, text: str) -> bool:
        """Tell whether the text is a step or version: "fase 2", "del 1", "v2"."""
        return bool(self._step.fullmatch(text))

    def without_number(self, text: str) -> str:
        """Return the title without what presents it: "1. ", "2.3 ", "Tiltak 4: ", "Prosjekt i fokus: "."""
        match = self._number.match(text) or self._presenting.match(text)
        return text[match.end() :] if match else text

    def is_sheet(self, text: str) -> bool:
        """Tell whether a text only says that a page is the sheet of one measure: "Prosjektark"."""
        return bool(self._sheet.fullmatch(text))

    def tells_status(self, text: str) -> bool:
        """Tell whether a status word in parentheses may be taken for a status; "(plan)" and "(pilot)" may not."""
        return text.casefold() not in self._no_status

    def describes(self, text: str) -> bool:
        """Tell whether a parenthesis begins as a remark, "Krever …", and not as a name."""
        first = re.match(r"\w+", text)
        return bool(first and first[0].casefold() in self._descriptive)

    def is_technical(self, text: str) -> bool:
        """Tell whether the text is an abbreviation of the trade, such as "FHIR", and no name."""
        return text.casefold() in self._technical


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"
