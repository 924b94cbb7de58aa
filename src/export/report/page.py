"""The report as a whole: head, contents, parts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files

from export.report.conflicts import Questions
from export.report.html import Markup, css_string, h
from export.report.lineage import lineage
from export.report.measures import measures
from export.report.roadmap import roadmap
from export.report.sources import sources
from export.report.tables import fold_away, region, table
from export.report.words import Words, cut
from export.rows import Content
from export.schema import Row
from export.stamp import Stamp, facts
from veikart.core.outcome import Conflict

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may do: show itself. No script, no picture, no address is ever loaded."""

_CHANGES = 200
"""Changes since last time that the report lists; delta.csv has them all."""


def report(content: Content, changes: Sequence[Row], stamp: Stamp) -> bytes:
    """Return report.html; `changes` are the rows of the delta."""
    words = Words(stamp.catalogue, content)
    still: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in content.outcome.conflicts:
        if conflict.state == "open":
            for measure in dict.fromkeys(conflict.measures):
                still[measure].append(conflict)
    parts = [
        ("sources", sources(words)),
        ("roadmap", roadmap(words, still)),
        ("conflicts", Questions(words).section(content.outcome.conflicts)),
        ("lineage", lineage(words)),
        ("changes", _changes(changes, words)),
        ("measures", measures(words, still)),
    ]
    title = stamp.title or words.say("title")
    body = h(
        "body",
        h("a", words.say("skip"), href="#main", class_="skip"),
        _head(title, content, stamp, words),
        _contents([name for name, _ in parts], words),
        h("main", [_part(name, part, words) for name, part in parts], id="main"),
        h("footer", _label(stamp, words), " · ", f"veikart {stamp.version} · {stamp.content_id}"),
    )
    page = h("html", _meta(title, stamp, words), body, lang=stamp.language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _meta(title: str, stamp: Stamp, words: Words) -> Markup:
    style = (files("export.report") / "report.css").read_text(encoding="utf-8")
    printed = f"@page{{@top-right{{content:{css_string(_label(stamp, words))};font:9pt sans-serif}}}}"
    return h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("meta", name="referrer", content="no-referrer"),
        h("title", title),
        Markup(f"<style>{style}{printed}</style>"),
    )


def _label(stamp: Stamp, words: Words) -> str:
    say = words.catalogue.text
    return f"{say('workbook.sensitivity')}: {stamp.sensitivity or say('workbook.unlabelled')}"


def _head(title: str, content: Content, stamp: Stamp, words: Words) -> Markup:
    return h(
        "header",
        h("p", _label(stamp, words), class_="label"),
        h("h1", title),
        h("dl", [h("div", h("dt", name), h("dd", value)) for name, value in _shown(content, stamp)], class_="facts"),
        h("p", words.say("introduction")),
    )


def _contents(parts: Sequence[str], words: Words) -> Markup:
    """Return the links to the parts, which stay in sight on a wide screen."""
    links = h("ul", [h("li", h("a", words.say(f"part_{name}"), href=f"#{name}")) for name in parts])
    return h("nav", links, aria_label=words.say("contents"), class_="contents")


def _shown(content: Content, stamp: Stamp) -> Iterator[tuple[str, str]]:
    """Yield the facts of the cover but those that stand elsewhere on the page."""
    elsewhere = {stamp.catalogue.text(f"workbook.{name}") for name in ("sensitivity", "made_by", "run", "written")}
    return ((name, value) for name, value in facts(content, stamp) if name not in elsewhere)


def _part(name: str, part: Markup, words: Words) -> Markup:
    heading = h("h2", words.say(f"part_{name}"), id=f"{name}-heading")
    return h("section", heading, h("p", words.say(f"about_{name}")), part, id=name, aria_labelledby=f"{name}-heading")


def _changes(changes: Sequence[Row], words: Words) -> Markup:
    if not changes:
        return h("p", words.say("no_changes"))
    say = words.catalogue.label
    counted = Counter((str(row[0]), str(row[1]), str(row[3])) for row in changes)
    sums = Counter((name, change) for name, _, change in counted)
    told = [
        h("li", f"{say('sheet', name)}: {count} {say('delta_change', change)}")
        for (name, change), count in sums.items()
    ]
    columns = [say("column", name) for name in ("table", "name", "change", "field", "old", "new")]
    rows = [
        [
            cut(str(row[2] or row[1]), 120),
            say("sheet", str(row[0])),
            say("delta_change", str(row[3])),
            say("column", str(row[4])) if row[4] else "",
            cut(str(row[5] or ""), 160),
            cut(str(row[6] or ""), 160),
        ]
        for row in changes[:_CHANGES]
    ]
    columns = [columns[1], columns[0], *columns[2:]]
    caption = words.say("changes_caption", count=min(_CHANGES, len(changes)), total=len(changes))
    return h("div", h("ul", told), fold_away(caption, region(table(columns, rows, caption), caption)))
