"""The report, read by a parser as a browser and a screen reader would."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.report import report
from export.report.difference import marked, only_here
from export.report.html import css_string, h
from export.report.roadmap import Axis, _bar, make_axis
from export.report.sides import sides_of
from export.report.words import SIGNS, Words, alphabetical, ranges
from export.rows import Content
from export.stamp import Stamp
from tests.export.material import extraction, measure, outcome, record, sample
from veikart.core.messages import Catalogue
from veikart.core.outcome import Conflict, ConflictKind
from veikart.core.problems import Code, Level, problem
from veikart.core.records import Status

STAMP = Stamp("Prøve", "1.0", "Intern", "0123")
VOID = {"meta", "br", "rect", "path", "line", "use"}


class Reader(HTMLParser):
    """Collects tags, ids, links and text, and sees that every element is closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src", "action"}:
                self.links.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def page(language: str = "nb") -> str:
    return report(Content(*sample()), [], replace(STAMP, language=language)).decode("utf-8")


def test_it_is_one_file_that_loads_nothing() -> None:
    read = Reader(page())
    assert not {"script", "img", "iframe", "link", "object", "embed", "form"} & set(read.tags)
    assert [link for link in read.links if not link.startswith(("#", "../raw/"))] == []
    assert "url(" not in page()
    assert "@import" not in page()
    assert not [name for name, _ in read.attributes if name.startswith("on")]


def test_every_anchor_has_its_place() -> None:
    read = Reader(page())
    assert len(read.ids) == len(set(read.ids))
    assert sorted(link for link in read.links if link.startswith("#") and link[1:] not in read.ids) == []


def test_headings_descend_one_level_at_a_time_and_tables_have_headers() -> None:
    text = page()
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
        assert "<caption>" in table
        assert 'scope="col"' in table
        assert not re.search(r"<th(?![a-z])(?! scope=)", table)
        if 'class="cards' in table:  # shown as blocks on a narrow screen: the roles must stand
            assert len(re.findall(r"<t[hd](?![a-z])", table)) == len(
                re.findall(r'role="(?:row|column)header"|role="cell"', table)
            )
    assert '<html lang="nb">' in text


def test_it_tells_what_was_read_and_what_is_in_question() -> None:
    text = Reader(page()).text
    for told in (
        "Følsomhet: Intern",
        "VK109",
        "a b/plan æ.pdf, s. 1",
        "Er det ett tiltak?",
        "Nytt navn.",
        "○ planlagt",
    ):
        assert told in text, told
    assert "1. samme tiltak?" in text
    assert "<mark>Digital</mark> køvisning" in page()
    assert "2025 →" in text
    assert "2026–2027" in text


def test_it_speaks_english_too() -> None:
    text = Reader(page("en")).text
    assert "Questions to decide" in text
    assert "2025 →" in text
    assert "Sensitivity: Intern" in text


def test_a_value_in_dispute_gives_a_side_to_each_value() -> None:
    one = record("r1", "a.pdf", "Kø", period_start="2025-01-01", period_end="2025-12-31")
    two = record("r2", "b.pdf", "Kø", page=2, period_start="2026-01-01", period_end="2026-12-31")
    three = record("r3", "b.pdf", "Køvisning", page=3, period_start="2026-01-01", period_end="2026-12-31")
    found = outcome(
        measure("m1", "Kø", one, two, three, start="2026-01-01", end="2026-12-31"),
        conflicts=(Conflict("c1", ConflictKind.PERIOD, 1.0, ("m1",), ("r1", "r2", "r3"), "period"),),
    )
    content = Content([extraction("a.pdf", one), extraction("b.pdf", two, three)], found)
    sides = sides_of(found.conflicts[0], Words(Catalogue("nb"), content))
    assert [(s.heading, [r.id for r in s.records], s.holds) for s in sides] == [
        ("2025", ["r1"], False),
        ("2026", ["r2", "r3"], True),
    ]
    text = Reader(report(content, [], STAMP).decode("utf-8")).text
    assert "1. ulik periode: Kø" in text
    assert text.count("Gjelder nå.") == 1


HOSTILE = "</style><script>alert(1)</script><b a='\"'>&amp;"


@settings(max_examples=25, deadline=None)
@given(st.one_of(st.just(HOSTILE), st.text(min_size=1)))
def test_no_text_becomes_markup(text: str) -> None:
    mention = record("r1", f"{text}.pdf", text, description=text)
    found = outcome(measure("m1", text, mention, start="2025-01-01", group=text, status="done"))
    made = report(
        Content([extraction(f"{text}.pdf", mention, label=text)], found),
        [],
        replace(STAMP, sensitivity=text, title=text),
    )
    read = Reader(made.decode("utf-8"))
    assert "script" not in read.tags
    assert made.count(b"</style>") == 1


@pytest.mark.parametrize("status", ["", *Status])
def test_every_status_has_a_sign_of_its_own(status: str) -> None:
    assert [s for s, sign in SIGNS.items() if sign == SIGNS[status]] == [status]


def test_the_words_of_a_bar_stand_where_there_is_room() -> None:
    def label(start: str, end: str) -> str:
        made = measure("m", "Kø", record("r", "a.pdf", "Kø"), start=start, end=end)
        return re.findall(r"<text[^>]*>", _bar(made, Axis(2024, 2029), "○ planlagt, 2025"))[0]

    assert 'x="33.35%" dx="6"' in label("2025-01-01", "2025-12-31")  # a short bar: behind it
    assert 'class="beside"' in label("2025-01-01", "2025-12-31")
    assert 'text-anchor="end"' in label("2029-01-01", "2029-12-31")  # at the edge: before it
    assert 'class="beside"' not in label("2024-01-01", "2028-12-31")  # a long one: inside
    assert 'dx="16"' in label("", "2027-12-31")  # behind the arrow of an open beginning


def test_a_problem_met_on_many_pages_is_told_once() -> None:
    document = extraction("a.pdf", record("r1", "a.pdf", "Kø"))
    many = tuple(problem(Code.NO_TEXT, Level.WARNING, page) for page in (1, 2, 3))
    told = replace(document, document=replace(document.document, problems=many))
    content = Content([told], outcome(measure("m1", "Kø", document.records[0])))
    text = Reader(report(content, [], STAMP).decode("utf-8")).text
    assert text.count("VK109") == 1
    assert "s. 1–3:" in text


def test_the_question_itself_stands_out() -> None:
    one = record("r1", "a.pdf", "Kø")
    asked = Conflict(
        "c1", ConflictKind.TITLE, 1.0, ("m1",), ("r1",), "", message="Navnet er ulikt. Hvilket? Det blir alias."
    )
    content = Content([extraction("a.pdf", one)], outcome(measure("m1", "Kø", one), conflicts=(asked,)))
    made = report(content, [], STAMP).decode("utf-8")
    assert '<p>Navnet er ulikt.</p><p class="asked">Hvilket?</p><p class="follows">Det blir alias.</p>' in made


@pytest.mark.parametrize(
    ("name", "other", "expected", "alone"),
    [
        ("Mine timer steg 1", "Mine timer steg 2", "Mine timer steg <mark>1</mark>", "1"),
        ("Mine timer", "mine  timer!", "Mine timer", ""),
        ("Timer 2.0", "Nasjonal timetjeneste", "Timer 2.0", ""),
        ("Ny <digital> dialog", "Dialog", "<mark>Ny &lt;digital&gt;</mark> dialog", "Ny <digital>"),
        ("Kø", "", "Kø", ""),
    ],
)
def test_differing_words(name: str, other: str, expected: str, alone: str) -> None:
    assert marked(name, other) == expected
    assert only_here(name, other) == alone


def test_the_axis_holds_the_periods_and_stays_short() -> None:
    _, found = sample()
    assert make_axis(found.measures) == Axis(2025, 2027)
    assert make_axis(found.measures[2:]) is None
    far = [replace(found.measures[1], period_end="2990-12-31"), *found.measures]
    axis = make_axis(far)
    assert axis is not None
    assert len(axis.years) <= 16
    assert 2026 in axis.years
    assert (axis.place(date(1800, 1, 1)), axis.place(date(2990, 1, 1))) == (0.0, 100.0)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    full = colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio after WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_from_what_is_behind_it() -> None:
    style = (files("export.report") / "report.css").read_text(encoding="utf-8")
    ink, soft, tint, blue = (re.findall(rf"--{n}:(#\w+)", style)[0] for n in ("ink", "soft", "tint", "blue"))
    fills = re.findall(r"\.s-\w+\{fill:(#\w+)", style)
    assert len(fills) == len(SIGNS)
    (flag,) = re.findall(r"\.flag\{[^}]*color:(#\w+)", style)
    (mark,) = re.findall(r"mark\{background:(#\w+)", style)
    for text, behind in [*((ink, f) for f in fills), (soft, tint), (blue, tint), (flag, "#fff"), (ink, mark)]:
        assert contrast(text, behind) >= 4.5, (text, behind)


def test_small_tools() -> None:
    assert sorted(["Åpen", "Ærlig", "zoom", "«Ny»", "Øvelse"], key=alphabetical) == [
        "«Ny»",
        "zoom",
        "Ærlig",
        "Øvelse",
        "Åpen",
    ]
    assert ranges([3, 1, 2, 8]) == "1–3, 8"
    assert css_string('a"</style>\\') == '"a\\22 \\3c \\2f style\\3e \\5c "'
    assert h("a", ["<", None, 1], href='"&', hidden=True, title=None) == '<a href="&quot;&amp;" hidden>&lt;1</a>'
