"""What became of the measures from edition to edition."""

from collections import defaultdict
from collections.abc import Sequence

from export.report.html import Markup, h
from export.report.tables import fold_away
from export.report.words import Words, cut
from veikart.core.outcome import Change, Lineage

_OPEN = frozenset({Change.RENAMED, Change.MERGED, Change.SPLIT, Change.MOVED})
"""Changes that people want to check stand open; kept, new and dropped measures are folded away."""


def lineage(words: Words) -> Markup:
    """Return the changes by pair of editions and kind."""
    steps = words.content.outcome.lineage
    if not steps:
        return h("p", words.say("no_lineage"))
    editions: dict[tuple[str, str], list[Lineage]] = defaultdict(list)
    for step in steps:
        editions[step.from_edition, step.to_edition].append(step)
    return h("div", [_editions(old, new, found, words) for (old, new), found in editions.items()])


def _editions(old: str, new: str, steps: Sequence[Lineage], words: Words) -> Markup:
    by: dict[Change, list[Lineage]] = defaultdict(list)
    for step in steps:
        by[step.change].append(step)
    folds = [
        fold_away(
            f"{words.catalogue.label('change', change.value)}: {len(by[change])}",
            h("ul", [_step(step, words) for step in by[change]]),
            open_=change in _OPEN,
        )
        for change in Change
        if by[change]
    ]
    return h("section", h("h3", f"{_once(old, words)} → {_once(new, words)}"), folds)


def _step(step: Lineage, words: Words) -> Markup:
    measures = dict.fromkeys((*step.from_measures, *step.to_measures))
    links = [h("span", words.measure(key), class_="item") for key in measures]
    return h("li", links, h("br"), cut(step.message, 600))


def _once(edition: str, words: Words) -> str:
    """Return an edition's name with each of its parts told once."""
    return ", ".join(dict.fromkeys(words.edition(part.strip()) for part in edition.split(";")))
