"""What the configuration says about one document: values that overrule it, pages to read."""

import re
from fnmatch import fnmatchcase

from veikart.core.config import Config, DocumentOverride

_RANGE = re.compile(r"\s*(\d+)\s*(?:-\s*(\d*)\s*)?")


def override_for(name: str, config: Config) -> DocumentOverride | None:
    """Return the overrides for a document: all sections whose pattern fits, the exact name last and strongest."""
    fitting = [pattern for pattern in config.documents if pattern == name or fnmatchcase(name, pattern)]
    if not fitting:
        return None
    merged: dict[str, object] = {}
    for pattern in sorted(fitting, key=lambda p: (p == name, len(p), p)):
        merged.update(config.documents[pattern].model_dump(exclude_unset=True))
    return DocumentOverride.model_validate(merged)


class PageSelection:
    """Pages to read, written as "3-8,12,20-"; everything where nothing is given."""

    def __init__(self, text: str | None) -> None:
        self._ranges: list[tuple[int, int | None]] = []
        for part in (text or "").split(","):
            if not part.strip():
                continue
            found = _RANGE.fullmatch(part)
            if found is None:
                raise ValueError(part.strip())
            first = int(found[1])
            last = first if "-" not in part else (int(found[2]) if found[2] else None)
            self._ranges.append((first, last))

    def takes(self, page: int) -> bool:
        """Tell whether the page is to be read."""
        return not self._ranges or any(a <= page and (b is None or page <= b) for a, b in self._ranges)
