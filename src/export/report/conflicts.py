"""The questions, most consequential first: names side by side, snippets with pages, and the evidence."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from export.report.difference import marked, only_here
from export.report.html import Child, Markup, h
from export.report.sides import Side, sides_of, told
from export.report.tables import fold_away, region, table
from export.report.words import Words, cut
from veikart.core.outcome import Conflict, Pair
from veikart.core.question_parts import question_parts
from veikart.core.records import Record
from veikart.core.text import fold

PAGE = 50
"""Questions on one fold; the first fold stands open."""

_SIDES, _MENTIONS, _PAIRS, _PLACES = 4, 3, 3, 8
"""Sides of a question, sayings of a side, compared pairs and places of a saying that are shown; the rest is folded."""


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
        sides = sides_of(conflict, words)
        kind = words.catalogue.label("conflict_kind", conflict.kind.value)
        title = f"{number}. {kind}" if number else kind
        names = self._names(conflict, sides)
        heads = [side.heading for side in sides]
        cards = [self._card(side, _other(heads, n), conflict) for n, side in enumerate(sides)]
        more = words.count("more_side", len(cards) - _SIDES)
        return h(
            "article",
            h("h3", title, ": " if names else None, h("b", " · ".join(names))),
            _message(conflict.message),
            _grid(cards[:_SIDES]),
            fold_away(more, _grid(cards[_SIDES:])) if cards[_SIDES:] else None,
            None if any(side.is_value for side in sides) else self._evidence(sides),
            self._foot(conflict),
            id=conflict.id,
        )

    def _names(self, conflict: Conflict, sides: Sequence[Side]) -> list[str]:
        """Return what the question is about: the sides' names, or the measure whose value is in dispute."""
        known = [self.words.measures[key].name for key in conflict.measures if key in self.words.measures]
        names = known if any(side.is_value for side in sides) else [side.heading for side in sides[:_SIDES]]
        return list(dict.fromkeys(cut(name, 80) for name in names))

    def _foot(self, conflict: Conflict) -> Markup:
        words = self.words
        state = words.catalogue.label("conflict_state", conflict.state)
        decision = f" · {state}: {conflict.decision}" if conflict.decision else None
        foot = words.say("conflict_foot", id=conflict.id, priority=f"{conflict.priority:.0f}")
        measures = [[" · ", words.measure(key)] for key in conflict.measures]
        return h("p", foot, measures, decision, class_="foot")

    def _card(self, side: Side, other: str, conflict: Conflict) -> Markup:
        words = self.words
        measure = words.content.outcome.member_of.get(side.records[0].id, "")
        alone = "" if side.is_value else only_here(side.heading, other)
        mentions = self._mentions(side, conflict)
        more = words.count("more_mention", len(mentions) - _MENTIONS)
        return h(
            "section",
            h("h4", side.heading if side.is_value else marked(side.heading, other)),
            h("p", words.say("holds_now"), class_="only") if side.holds else None,
            h("p", words.say("only_here", words=alone), class_="only") if alone else None,
            h("ul", mentions[:_MENTIONS]),
            fold_away(more, h("ul", mentions[_MENTIONS:])) if mentions[_MENTIONS:] else None,
            None if side.is_value else h("p", words.say("in_measure"), " ", words.measure(measure), class_="only"),
            class_="side",
        )

    def _mentions(self, side: Side, conflict: Conflict) -> list[Markup]:
        """Return what the documents say, each saying once with all places where it stands."""
        by: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in side.records:
            said = record.snippet or record.title
            value = "" if side.is_value else told(record, conflict.field, self.words)
            by[value, fold(said) or said].append(record)
        return [self._mention(value, found) for (value, _), found in by.items()]

    def _mention(self, value: str, records: Sequence[Record]) -> Markup:
        places = [[" " if n == 0 else "; ", place] for n, place in enumerate(self._places(records[:_PLACES]))]
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

    def _places(self, records: Sequence[Record]) -> list[Markup]:
        """Return where a saying stands, each document named once, with a link to every page."""
        by: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            by[record.document].append(record)
        return [
            h("cite", self.words.place(first), [[", ", self.words.page_only(r)] for r in rest])
            for first, *rest in by.values()
        ]

    def _evidence(self, sides: Sequence[Side]) -> Markup | None:
        pairs = [pair for one, other in combinations(sides[:_SIDES], 2) if (pair := self._best(one, other))]
        tables = [self._steps(pair) for pair in pairs[:_PAIRS]]
        return fold_away(self.words.say("evidence"), tables) if tables else None

    def _best(self, left: Side, right: Side) -> Pair | None:
        keys = ((min(a.id, b.id), max(a.id, b.id)) for a in left.records for b in right.records)
        found = [self._pairs[key] for key in keys if key in self._pairs]
        return max(found, key=lambda p: (p.weight, p.left, p.right), default=None)

    def _steps(self, pair: Pair) -> Markup:
        words, records = self.words, self.words.content.records
        rows: list[list[Child]] = [
            [
                words.catalogue.label("evidence", s.name),
                *(cut(words.step_value(v), 160) for v in (s.left, s.right)),
                _bits(s.weight),
            ]
            for s in pair.steps
        ]
        verdict = words.catalogue.label("verdict", pair.verdict.value)
        rows.append([words.say("sum"), "", verdict, _bits(pair.weight)])
        caption = f"{cut(records[pair.left].title, 90)} · {cut(records[pair.right].title, 90)}"
        columns = [words.say(f"column_{c}") for c in ("evidence", "left", "right", "bits")]
        return region(table(columns, rows, caption, "steps"), caption)


def _message(message: str) -> list[Markup]:
    """Return the message with the question itself standing out."""
    found, asked, follows = question_parts(message)
    parts = ((found, None), (asked, "asked"), (follows, "follows"))
    return [h("p", text, class_=name) for text, name in parts if text]


def _other(names: Sequence[str], number: int) -> str:
    """Return the name that a side is compared with: the first one's, for the first that of the second."""
    if number:
        return names[0]
    return names[1] if len(names) > 1 else ""


def _grid(cards: Sequence[Markup]) -> Markup:
    return h("div", cards, class_="sides")


def _bits(weight: float) -> str:
    return f"{weight:+.1f}".replace("-", "−")
