"""What is no plan although it is drawn like one: charts, surveys, organisation charts, processes."""

from collections import Counter
from collections.abc import Sequence

from extract.claims import Draft
from extract.layout.thing import Thing
from extract.recognisers.drawn.scene import Scene
from extract.recognisers.wording import is_number
from veikart.core.periods import parse_axis
from veikart.core.text import fold, mend, words

_CHARTS = frozenset({"survey", "statistics", "economy", "agenda", "thanks", "contents", "events"})
"""Kinds of pages whose time axis is that of a chart or a day."""
_SENTENCE = 16


def is_other_page(scene: Scene, but: str = "") -> bool:
    """Tell whether the heading says that the page is something else than a plan, and not of the kind `but`."""
    if scene.crowded:
        return True
    kind = scene.deck.vocabulary.page_kind(scene.title)
    return bool(kind) and kind != but and not scene.deck.vocabulary.is_plan_heading(scene.title)


def is_chart_page(scene: Scene) -> bool:
    """Tell whether a time axis on the page is that of figures or of a meeting."""
    if scene.crowded:
        return True
    kind = scene.deck.vocabulary.page_kind(scene.title)
    return kind in _CHARTS and not scene.deck.vocabulary.is_plan_heading(scene.title)


def is_figures(things: Sequence[Thing]) -> bool:
    """Tell whether most of what stands under an axis are numbers: a chart."""
    texts = [text for t in things if parse_axis(text := mend(t.text)) is None]
    figures = sum(1 for t in texts if t and (sum(c.isalpha() for c in t) <= 2 or is_number(t)))
    return figures >= 3 and figures * 2 > len(texts)


def mostly_names(drafts: Sequence[Draft]) -> bool:
    """Tell whether most titles are short enough for names; a page of sentences is no board."""
    long = sum(1 for d in drafts if len(words(d.title)) > _SENTENCE or mend(d.title).endswith("."))
    return long * 2 <= len(drafts)


def are_told_apart(drafts: Sequence[Draft]) -> bool:
    """Tell whether titles differ; the same words in most columns are roles or steps, no measures."""
    counts = Counter(fold(d.title) for d in drafts)
    return max(counts.values(), default=0) * 2 <= len(drafts)


def is_process(drafts: Sequence[Draft]) -> bool:
    """Tell whether most titles are single words: steps of a process such as "Innspill – Høring – Vedtak"."""
    single = sum(1 for d in drafts if len(words(d.title)) < 2)
    return single * 2 > len(drafts)
