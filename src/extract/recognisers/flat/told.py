"""Pages that say that they are plans where no axis shows it: by heading, columns, statuses, phases or dated lines."""

from extract.recognisers.dated import dated_share
from extract.recognisers.flat.cells import headings_on, heads_titles, is_figure, is_single_word, told_statuses
from extract.recognisers.flat.items import Item, Known
from extract.recognisers.flat.lines import is_period_line
from extract.recognisers.flat.survey import is_phrase
from veikart.core.periods import find_periods
from veikart.core.vocabulary import Vocabulary

MILD_KINDS = frozenset({"summary", "appendix"})
"""What a heading can say of a page that is a plan all the same, where an axis or column headings show it."""

MIN_STATUSES = 2
"""Different statuses on lines of their own, for a board or a legend of one."""

MIN_PHASES = 2
"""Headings that hold a period: "Bygge (2026)"."""

MAX_PHASE = 6
"""Words of such a heading."""

MIN_DATED = 0.75
"""Share of bullets that begin with a period."""

MAX_ABOVE = 3
"""Lines above the column headings of a page's table."""

MIN_LINES = 3
MIN_PHRASES = 0.7
MAX_FIGURES = 0.15
MAX_FIGURES_IN_TABLE = 0.4
"""Share of numbers on a page: a table of measures can have a column of costs."""

MIN_NAMED = 0.7
"""Share of boxes of several words from which single words among them label rows."""

MIN_TITLED = 1
"""Pages whose first line says what kind of page it is, for a document that prints titles first …"""

MIN_ROW_LABELS = 2
"""Single words among such boxes; one alone is a measure with a short name."""


TITLED = 0.8
"""… and their share of the pages that have such a line anywhere."""


def says_plan(items: list[Item], vocabulary: Vocabulary) -> bool:
    """Tell whether a page's heading, column headings or statuses say that it is a plan."""
    if any(item.is_heading or vocabulary.run_in(item.raw) is not None for item in items):
        return False
    table = heads_titles(items, vocabulary)
    if figures(items) > (MAX_FIGURES_IN_TABLE if table else MAX_FIGURES) * len(items):
        return False
    told = table or len(told_statuses(items, vocabulary)) >= MIN_STATUSES
    return told or vocabulary.is_plan_heading(items[0].text)


def is_other(items: list[Item], shown: bool, vocabulary: Vocabulary) -> bool:
    """Tell whether the first lines of a page say that it is no plan; `shown`: an axis or columns show one."""
    kinds = {vocabulary.page_kind(item.text) for item in items} - {""}
    return bool(kinds - MILD_KINDS if shown else kinds)


def lists_plan(items: list[Item], bullets: list[Item], vocabulary: Vocabulary) -> bool:
    """Tell whether the bullets of a page begin with periods, or stand below phases that hold one."""
    good = sum(is_phrase(item, vocabulary) for item in bullets)
    if len(bullets) < MIN_LINES or good < MIN_PHRASES * len(bullets):
        return False
    phases = [item for item in items if not item.marker and is_phase(item)]
    return len(phases) >= MIN_PHASES or dated_share([item.text for item in bullets]) >= MIN_DATED


def is_phase(item: Item) -> bool:
    """Tell whether an item is a short text that ends with its period in a parenthesis or behind a colon."""
    found = find_periods(item.text)
    if not found or len(item.text.split()) > MAX_PHASE or is_period_line(item.text):
        return False
    return not item.text[found[-1].end :].strip(" )]") and item.text[: found[-1].start].rstrip().endswith(
        ("(", "[", ":")
    )


def is_name_of_plan(item: Item, vocabulary: Vocabulary) -> bool:
    """Tell whether an item is one word for a plan: "Tiltaksoversikt"."""
    return is_single_word(item.text) and vocabulary.is_plan_heading(item.text)


def above_table(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """Return what stands above the column headings of a table at the top of a page."""
    if not heads_titles(items, vocabulary):
        return []
    first = next((i for i, item in enumerate(items[: MAX_ABOVE + 1]) if headings_on(item.text, vocabulary)), 0)
    return items[:first]


def figures(items: list[Item]) -> int:
    """Return how many items are numbers that are no periods: a chart or a table of figures."""
    return sum(is_figure(item.text) and not is_period_line(item.text) for item in items)


def row_labels(boxes: list[Item], known: Known) -> list[Item]:
    """Return the single words among boxes that mostly have several: labels of rows, not measures."""
    single = [item for item in boxes if is_single_word(item.text)]
    if not MIN_ROW_LABELS <= len(single) <= (1 - MIN_NAMED) * len(boxes):
        return []
    return [item for item in single if not known.whole(item.text)]


def prints_titles_first(pages: list[list[Item]], vocabulary: Vocabulary) -> bool:
    """Tell whether a document's pages begin with their titles, as those with telling titles show."""
    anywhere = first = 0
    for items in pages:
        kinds = [not item.marker and bool(vocabulary.page_kind(item.text)) for item in items]
        anywhere += any(kinds)
        first += bool(kinds) and kinds[0]
    return first >= MIN_TITLED and first >= TITLED * anywhere
