"""Pages of a meeting deck that hold no measure, and what stands on every page."""

from bench.decks import words
from bench.decks.canvas import Canvas
from bench.decks.variant import Variant
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE


def front(c: Canvas, v: Variant, title: str, issuer: str, occasion: str) -> None:
    """The title page, and the logo and footer on the master."""
    c.add_page()
    bar = c.box(0, 97.6, 100, 0.6, fill="accent1")
    c.to_master(bar)
    c.to_master(c.text(86, 2, 12, 4, issuer.upper(), size=9, bold=True, align="r", colour="accent1"))
    c.to_master(c.text(3, 93.5, 30, 3.5, words.FOOTER[v.language], size=8, colour="7F7F7F"))
    c.box(0, 0, 100, 62, fill="accent1")
    c.box(70, 20, 38, 38, shape="dot", fill="accent6")
    c.text(7, 22, 60, 20, title, size=36, bold=True, colour="FFFFFF")
    c.text(7, 66, 60, 6, issuer, size=18)
    c.text(7, 73, 60, 6, occasion, size=14, colour="7F7F7F")


def foot(c: Canvas, note: str = "") -> None:
    """Page number, and a footnote where one is given."""
    c.text(94, 93.5, 4, 3.5, str(c.page), size=8, colour="7F7F7F", align="r")
    if note:
        c.text(40, 93.5, 50, 3.5, note, size=7, colour="7F7F7F", align="r")


def agenda(c: Canvas, v: Variant) -> None:
    """The meeting's agenda."""
    title, items = words.AGENDA[v.language]
    c.add_page(title)
    c.bullets(6, 20, 70, 60, items, size=20, gap=10)
    foot(c)


def background(c: Canvas, v: Variant) -> None:
    """Prose."""
    title, lines = words.BACKGROUND[v.language]
    c.add_page(title)
    c.bullets(6, 20, 58, 60, lines, size=18, gap=12)
    c.box(70, 22, 24, 44, fill="accent1+80")
    foot(c)


def organisation(c: Canvas, v: Variant) -> None:
    """An organisation chart with connectors."""
    title, top, middle, low = words.ORGANISATION[v.language]
    c.add_page(title)
    c.box(38, 18, 24, 10, top, fill="accent1", colour="FFFFFF", size=14)
    c.line(50, 28, 50, 74, "7F7F7F")
    for number, name in enumerate(middle):
        c.box(8 + 30 * number, 38, 24, 9, name, line="accent1", size=13, shape="round")
    for number, name in enumerate(low):
        c.line(18 + 21 * number, 66, 18 + 21 * number, 74)
        c.box(9 + 21 * number, 74, 18, 9, name, fill="accent6+60", size=12)
    c.line(18, 66, 18 + 21 * (len(low) - 1), 66)
    foot(c)


def survey(c: Canvas, v: Variant) -> None:
    """A bar chart."""
    title, series, names = words.SURVEY[v.language]
    c.add_page(title)
    data = CategoryChartData()
    data.categories = names
    data.add_series(series, [0.42 + 0.11 * n for n in range(len(names))])
    places = (c._px(8), c._py(18), c._x(60), c._y(68))
    c.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *places, data)
    c.text(72, 30, 22, 20, "N = 1 284", size=14)
    foot(c)


def architecture(c: Canvas, v: Variant) -> None:
    """A figure of systems with arrows between them."""
    title, names = words.ARCHITECTURE[v.language]
    c.add_page(title)
    places = [(8, 40), (30, 40), (52, 40), (74, 20), (74, 42), (74, 64)]
    for number, (name, (x, y)) in enumerate(zip(names, places, strict=False)):
        c.box(
            x,
            y,
            16,
            12,
            name,
            fill=f"accent{1 + number % 3}+60",
            line="tx2",
            size=13,
            shape="can" if number > 2 else "round",
        )
    for x in (24, 46):
        c.line(x, 46, x + 6, 46, "404040", arrow=True)
    for y in (26, 48, 70)[: len(names) - 3]:
        c.line(68, 46, 74, y, "404040", arrow=True)
    foot(c)


def contacts(c: Canvas, v: Variant) -> None:
    """A table of people."""
    title, header = words.CONTACTS[v.language]
    c.add_page(title)
    c.table(8, 22, [26, 24, 34], [header, *words.PEOPLE], height=7, size=13)
    foot(c)


def thanks(c: Canvas, v: Variant) -> None:
    """The last page."""
    c.add_page()
    c.box(0, 0, 100, 100, fill="accent1")
    c.text(10, 40, 80, 14, words.THANKS[v.language], size=36, colour="FFFFFF", align="c")


def watermark(c: Canvas, v: Variant) -> None:
    """A pale word across the page."""
    c.text(15, 40, 70, 20, words.DRAFT[v.language], size=96, colour="E3E3E3", align="c", turn=-30)
