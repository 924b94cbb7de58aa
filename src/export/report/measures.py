"""The measures in alphabetical order, a fold for each letter, each with its mentions."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from export.report.html import Child, Markup, h
from export.report.tables import cards, fold_away, region
from export.report.words import Words, alphabetical, by_name, cut
from veikart.core.outcome import Conflict, Measure

_OPEN = 300
"""Measures up to which all letters stand open."""

_WITH_MENTIONS = 4_000
"""Measures up to which the report shows every mention; above, the workbook does."""

_COLUMNS = ("name", "owners", "period", "status", "group", "mentions", "questions")


def measures(words: Words, conflicts: Mapping[str, Sequence[Conflict]]) -> Markup:
    """Return the tables by letter, with links to each letter."""
    found = by_name(words.content.outcome.measures)
    if not found:
        return h("p", words.say("no_measures"))
    letters: dict[str, list[Measure]] = defaultdict(list)
    for measure in found:
        letters[_letter(measure.name)].append(measure)
    order = sorted(letters, key=lambda letter: (letter != "#", alphabetical(letter)))
    jump = h("ul", [h("li", h("a", x, href=f"#letter-{n}")) for n, x in enumerate(order)], class_="letters")
    nested = len(found) <= _WITH_MENTIONS
    folds = [
        h("div", _fold(letter, letters[letter], words, conflicts, len(found) <= _OPEN, nested), id=f"letter-{number}")
        for number, letter in enumerate(order)
    ]
    note = None if nested else h("p", words.say("mentions_elsewhere", count=_WITH_MENTIONS))
    return h("div", h("nav", jump, aria_label=words.say("letters")), note, folds)


def _letter(name: str) -> str:
    bare = name.lstrip(" «»\"'(–-")[:1].upper()
    if bare in {"Æ", "Ø", "Å"}:
        return bare
    plain = unicodedata.normalize("NFKD", bare)[:1]
    return plain if plain.isalpha() else "#"


def _fold(
    letter: str,
    found: Sequence[Measure],
    words: Words,
    conflicts: Mapping[str, Sequence[Conflict]],
    open_: bool,
    nested: bool,
) -> Markup:
    columns = [words.say(f"column_{name}") for name in _COLUMNS]
    rows = [_row(m, words, conflicts.get(m.id, ()), nested) for m in found]
    caption = words.say("measures_caption", letter=letter)
    body = region(cards(columns, rows, caption, "measures"), caption)
    return fold_away([h("h3", letter), " ", h("small", words.count("measure", len(found)))], body, open_=open_)


def _row(measure: Measure, words: Words, conflicts: Sequence[Conflict], nested: bool) -> list[Child]:
    period = words.period(measure.period_start, measure.period_end)
    questions = [
        h("a", f"⚑ {words.catalogue.label('conflict_kind', c.kind.value)}", href=f"#{c.id}") for c in conflicts[:3]
    ]
    rest = len(conflicts) - len(questions)
    return [
        [h("span", measure.name, id=measure.id), _aliases(measure, words)],
        ", ".join(measure.owners),
        period,
        words.status(measure.status) if measure.status else "",
        measure.group,
        _mentions(measure, words) if nested else str(len(measure.records)),
        [[q, h("br")] for q in questions] + ([words.count("more_question", rest)] if rest > 0 else []),
    ]


def _aliases(measure: Measure, words: Words) -> Markup | None:
    if not measure.aliases:
        return None
    return h("small", h("br"), words.say("also", names="; ".join(cut(a, 120) for a in measure.aliases)))


def _mentions(measure: Measure, words: Words) -> Markup:
    records = words.content.records
    found = [records[key] for key in measure.records if key in records]
    items = [h("li", h("q", cut(r.title, 160)), " ", h("cite", words.place(r))) for r in found]
    return fold_away(words.count("mention", len(found)), h("ul", items))
