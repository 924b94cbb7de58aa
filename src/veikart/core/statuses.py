"""Words for where a measure stands. The longest phrase wins, so that a denial beats what it denies."""

import re
from collections.abc import Mapping, Sequence

from veikart.core.records import Status
from veikart.core.text import mend, phrase

Phrases = Mapping[str, Mapping[str, Sequence[str]]]


class Statuses:
    """Finds statuses in text."""

    def __init__(self, table: Phrases) -> None:
        self._whole: dict[str, Status] = {}
        running: dict[str, Status] = {}
        for status in Status:
            entry = table.get(status.value, {})
            for text in entry.get("phrases", ()):
                running.setdefault(phrase(text), status)
            for text in (*entry.get("phrases", ()), *entry.get("whole", ())):
                self._whole.setdefault(phrase(text), status)
        self._running = running
        longest_first = sorted(running, key=lambda p: (-len(p), p))
        body = "|".join(r"[\W_]+".join(map(re.escape, p.split())) for p in longest_first) or r"(?!)"
        self._pattern = re.compile(rf"(?<![^\W_])(?:{body})(?![^\W_])", re.IGNORECASE)
        denials = "|".join(map(re.escape, table.get("denials", {}).get("words", ()))) or r"(?!)"
        self._denied = re.compile(rf"(?<![^\W_])(?:{denials})\s+(?:[^\W_]+\s+)?$", re.IGNORECASE)
        self._modifiers = frozenset(table.get("modifiers", {}).get("words", ()))

    def whole(self, text: str) -> Status | None:
        """Return the status if the whole text says one, else None."""
        key = phrase(mend(text))
        if key in self._whole:
            return self._whole[key]
        core = [w for w in key.split() if w not in self._modifiers]
        return self._whole.get(" ".join(core)) if core else None

    def within(self, text: str) -> tuple[Status, str] | None:
        """Return the first status told in the text and the words that tell it, None if there is none."""
        text = mend(text)
        for match in self._pattern.finditer(text):
            if not self._denied.search(text[: match.start()]):
                return self._running[phrase(match[0])], match[0]
        return None
