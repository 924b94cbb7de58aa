"""The questions, most consequential first: names side by side, snippets with pages, and the evidence."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from export.report.difference import marked, only_here
from export.report.html import Child, Markup, h
from export.report.tables import fold_away, region, table
from export.report.words import Words, cut
from veikart.core.outcome import Conflict, Pair
from veikart.core.records import Field, Record
from veikart.core.text import fold

PAGE = 50
"""Questions on one fold; the first fold stands open."""

_SIDES, _MENTIONS, _PAIRS, _PLACES = 4, 3, 3, 8
"""Sides of a question, sayings of a side, compared pairs and places of a saying that are shown; the rest is folded."""

_FIELDS = {
    "period": (Field.PERIOD_START, Field.PERIOD_END),
    "period_start": (Field.PERIOD_START, Field.PERIOD_END),
    "period_end": (Field.PERIOD_START, Field.PERIOD_END),
}

Side = tuple[str, list[Record]]
"""One side of a question: the name it goes by, and the mentions that stand for it."""


class Questions:
    """The conflict list of one report."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._pairs = {(pair.left, pair.right): pair for pair in words.content.outcome.pairs}

    def section(self, conflicts: Sequence[Conflict]) -> Markup:
        """Return the open questions in folds, and the decided ones below."""
        words = self.words
        still = [c for c in conflicts if c.state == "open"]
        decided = [c for c in conflicts if c.state != "open"]
        if not conflicts:
            return h("p", words.say("no_conflicts"))
        folds = [
            fold_away(
                words.say("questions", first=start + 1, last=min(start + PAGE, len(still))),
                [self._question(c, start + n) for n, c in enumerate(still[start : start + PAGE], start=1)],
                open_=start == 0,
            )
            for start in range(0, len(still), PAGE)
        ]
        done = [self._question(c, 0) for c in decided]
        return h("div", folds, fold_away(words.count("decided", len(done)), done) if done else None)

    def _question(self, conflict: Conflict, number: int) -> Markup:
        words = self.words
        sides = self._sides(conflict)
        kind = words.catalogue.label("conflict_kind", conflict.kind.value)
        title = f"{number}. {kind}" if number else kind
        names = [h("b", " · ".join(dict.fromkeys(cut(name, 80) for name, _ in sides[:_SIDES])))]
        heads = [name for name, _ in sides]
        cards = [self._card(side, _other(heads, n), conflict) for n, side in enumerate(sides)]
        more = (
            fold_away(words.count("more_side", len(cards) - _SIDES), _grid(cards[_SIDES:])) if cards[_SIDES:] else None
        )
        state = words.catalogue.label("conflict_state", conflict.state)
        decision = f" · {state}: {conflict.decision}" if conflict.decision else ""
        return h(
            "article",
            h("h3", title, ": ", names),
            h("p", conflict.message),
            _grid(cards[:_SIDES]),
            more,
            self._evidence(sides),
            h(
                "p",
                words.say("conflict_foot", id=conflict.id, priority=f"{conflict.priority:.0f}"),
                decision,
                class_="foot",
            ),
            id=conflict.id,
        )

    def _sides(self, conflict: Conflict) -> list[Side]:
        """Return the mentions by measure, or by name where the question is about one measure."""
        content = self.words.content
        records = [content.records[key] for key in conflict.records if key in content.records]
        by: dict[str, list[Record]] = defaultdict(list)
        several = len({content.outcome.member_of.get(r.id) for r in records}) > 1
        for record in records:
            measure = content.outcome.member_of.get(record.id, "")
            by[measure if several else fold(record.name)].append(record)
        return [(self._side_name(found, several), found) for found in by.values()]

    def _side_name(self, records: list[Record], several: bool) -> str:
        measure = self.words.measures.get(self.words.content.outcome.member_of.get(records[0].id, ""))
        return measure.name if several and measure else records[0].name

    def _card(self, side: Side, other: str, conflict: Conflict) -> Markup:
        words = self.words
        name, records = side
        measure = words.content.outcome.member_of.get(records[0].id, "")
        alone = only_here(name, other)
        mentions = self._mentions(records, conflict)
        return h(
            "section",
            h("h4", marked(name, other)),
            h("p", words.say("only_here", words=alone), class_="only") if alone else None,
            h("ul", mentions[:_MENTIONS]),
            fold_away(words.count("more_mention", len(mentions) - _MENTIONS), h("ul", mentions[_MENTIONS:]))
            if mentions[_MENTIONS:]
            else None,
            h("p", words.say("in_measure"), " ", words.measure(measure), class_="only") if measure else None,
            class_="side",
        )

    def _mentions(self, records: list[Record], conflict: Conflict) -> list[Markup]:
        """Return what the documents say, each saying once with all places where it stands."""
        by: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in records:
            said = record.snippet or record.title
            by[self._value(record, conflict.field), fold(said) or said].append(record)
        return [self._mention(value, found) for (value, _), found in by.items()]

    def _mention(self, value: str, records: list[Record]) -> Markup:
        places = [[" " if n == 0 else "; ", h("cite", self.words.place(r))] for n, r in enumerate(records[:_PLACES])]
        rest = len(records) - _PLACES
        return h(
            "li",
            [h("b", value), h("br")] if value else None,
            h("q", cut(records[0].snippet or records[0].title)),
            places,
            f"; {self.words.count('more_place', rest)}" if rest > 0 else None,
            " ",
            h("code", records[0].id),
        )

    def _value(self, record: Record, name: str) -> str:
        if not name:
            return ""
        words = self.words
        label = words.catalogue.label("column", name)
        if name in _FIELDS:
            label = words.say("column_period")
            told = words.period(record.value(Field.PERIOD_START), record.value(Field.PERIOD_END))
        elif name in set(Field):
            values = record.values(Field(name))
            told = ", ".join(words.catalogue.label("status", v) if name == Field.STATUS else v for v in values)
        else:
            return ""
        return f"{label}: {told or words.say('not_told')}"

    def _evidence(self, sides: list[Side]) -> Markup | None:
        pairs = [pair for one, other in combinations(sides[:_SIDES], 2) if (pair := self._best(one[1], other[1]))]
        tables = [self._steps(pair) for pair in pairs[:_PAIRS]]
        return fold_away(self.words.say("evidence"), tables) if tables else None

    def _best(self, left: list[Record], right: list[Record]) -> Pair | None:
        keys = ((min(a.id, b.id), max(a.id, b.id)) for a in left for b in right)
        found = [self._pairs[key] for key in keys if key in self._pairs]
        return max(found, key=lambda p: (p.weight, p.left, p.right), default=None)

    def _steps(self, pair: Pair) -> Markup:
        words, records = self.words, self.words.content.records
        rows: list[list[Child]] = [
            [words.catalogue.label("evidence", s.name), cut(s.left, 160), cut(s.right, 160), _bits(s.weight)]
            for s in pair.steps
        ]
        verdict = words.catalogue.label("verdict", pair.verdict.value)
        rows.append([words.say("sum"), "", verdict, _bits(pair.weight)])
        caption = f"{cut(records[pair.left].title, 90)} · {cut(records[pair.right].title, 90)}"
        columns = [words.say(f"column_{c}") for c in ("evidence", "left", "right", "bits")]
        return region(table(columns, rows, caption, "steps"), caption)


def _other(names: Sequence[str], number: int) -> str:
    """Return the name that a side is compared with: the first one's, for the first that of the second."""
    if number:
        return names[0]
    return names[1] if len(names) > 1 else ""


def _grid(cards: Sequence[Markup]) -> Markup:
    return h("div", cards, class_="sides")


def _bits(weight: float) -> str:
    return f"{weight:+.1f}".replace("-", "−")
