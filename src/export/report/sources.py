"""What was read: documents, their pages, and what went wrong."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from export.report.html import Markup, h
from export.report.tables import cards, region
from export.report.words import LEVEL_SIGNS, Words, ranges
from veikart.core.problems import Level, Problem
from veikart.core.records import Extraction


def sources(words: Words) -> Markup:
    """Return the table of documents, and the problems under it."""
    columns = ["document", "title", "issuer", "edition", "pages", "mentions", "silent", "outcome"]
    rows = [_row(extraction, words) for extraction in words.content.extractions]
    caption = words.say("sources_caption")
    return h(
        "div",
        region(cards([words.say(f"column_{c}") for c in columns], rows, caption), caption),
        _problems(words),
    )


def _row(extraction: Extraction, words: Words) -> list[str | Markup]:
    document = extraction.document
    levels = {p.level for p in document.problems}
    worst = next((level for level in Level if level in levels), None)
    outcome = "failed" if not document.kind else "warning" if levels - {Level.NOTE} else "ok"
    sign = LEVEL_SIGNS["error" if outcome == "failed" else worst.value] if worst else "✓"
    silent = [a.page for a in extraction.accounts if not a.records and words.content.page(document.path, a.page)]
    return [
        words.where(document.path, 0),
        document.title,
        document.issuer,
        words.edition(document.edition or document.date),
        str(document.pages) if document.pages else "",
        str(len(extraction.records)),
        ranges(silent),
        f"{sign} {words.catalogue.label('document_status', outcome)}",
    ]


def _problems(words: Words) -> Markup:
    troubled = [e.document for e in words.content.extractions if e.document.problems]
    if not troubled:
        return h("p", words.say("no_problems"))
    return h(
        "div",
        h("h3", words.say("problems")),
        [
            h(
                "details",
                h("summary", f"{d.path}: {words.count('problem', len(d.problems))}"),
                h("ul", _told(d.problems, words)),
                open=len(troubled) <= 5,
            )
            for d in troubled
        ],
    )


def _told(problems: Iterable[Problem], words: Words) -> list[Markup]:
    """Return the problems, each told once with all pages where it was met."""
    pages: dict[tuple[Level, str, str], list[int]] = defaultdict(list)
    for p in problems:
        pages[p.level, p.code.value, words.catalogue.problem(replace(p, page=0))].append(p.page)
    return [_problem(*told, found, words) for told, found in pages.items()]


def _problem(level: Level, code: str, text: str, pages: Sequence[int], words: Words) -> Markup:
    where = ranges([page for page in pages if page])
    place = f"{words.say('page', page=where)}: " if where else ""
    name = f"{LEVEL_SIGNS[level.value]} {words.catalogue.label('level', level.value)}"
    return h("li", h("b", f"{name}, {code}"), f" {place}{text}")
