"""pdfplumber's word and table finders on PDFium's characters and edges, against the reader's own.

python bench/finders.py FILE.pdf …      agreement and CPU seconds of both, on the same objects in one run
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).resolve().parent
sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != HERE]

import pypdfium2.raw as pdfium  # noqa: E402
from pdfplumber import table as finder  # noqa: E402
from pdfplumber.utils import extract_words  # noqa: E402

from extract.readers.pdf import grid  # noqa: E402
from extract.readers.pdf.model import Shape, View  # noqa: E402
from extract.readers.pdf.paint import tidy  # noqa: E402
from extract.readers.pdf.pdfium import open_document, open_page, view_of  # noqa: E402
from extract.readers.pdf.shapes import read_shapes  # noqa: E402
from extract.readers.pdf.tables import SMALLEST, _ruling  # noqa: E402
from extract.readers.pdf.words import TextLayer  # noqa: E402

NEAR = 3.0
"""Points by which the sides of one cell may differ."""
Cell = tuple[float, float, float, float]
Result = TypeVar("Result")


class Tally:
    """Things found by both and CPU seconds of both."""

    def __init__(self) -> None:
        self.ours = self.theirs = self.same = 0
        self.seconds: Counter[str] = Counter()

    def timed(self, name: str, act: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = act()
        self.seconds[name] += time.process_time() - start
        return result

    def add(self, ours: int, theirs: int, same: int) -> None:
        self.ours, self.theirs, self.same = self.ours + ours, self.theirs + theirs, self.same + same

    def say(self, name: str) -> None:
        spent = ", ".join(f"{key} {value:.3f} s" for key, value in self.seconds.items())
        print(f"{name:12} ours {self.ours:6} theirs {self.theirs:6} the same {self.same:6}   {spent}")


def characters(text: Any, view: View) -> list[dict[str, object]]:
    """The characters of a page as pdfplumber's utilities take them."""
    box, found = pdfium.FS_RECTF(), []
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (10, 13) or not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue
        x0, y0, x1, y1 = view.show(box.left, box.bottom, box.right, box.top)
        size = pdfium.FPDFText_GetFontSize(text, index)
        place = {"x0": x0, "x1": x1, "top": y0, "bottom": y1, "doctop": y0, "width": x1 - x0, "height": y1 - y0}
        found.append({"text": "-" if code == 2 else chr(code), "upright": True, "size": size, "fontname": "", **place})
    return found


def words(text: Any, view: View, tally: Tally) -> None:
    ours = tally.timed("ours", lambda: [w.text for w in TextLayer(text, view).words()])
    chars = tally.timed("characters", lambda: characters(text, view))
    theirs = tally.timed("theirs", lambda: [w["text"] for w in extract_words(chars, use_text_flow=True)])
    tally.add(len(ours), len(theirs), sum((Counter(ours) & Counter(theirs)).values()))


def closed(shapes: list[Shape]) -> list[Cell]:
    """The cells that pdfplumber finds on the edges of the shapes; the same groups and edges as ours."""
    cells: list[Cell] = []
    for group in grid._touching(shapes):
        across, down = grid._edges(group)
        edges = [_edge("h", x0, y, x1, y) for y, x0, x1 in across] + [_edge("v", x, y0, x, y1) for x, y0, y1 in down]
        merged = finder.merge_edges(edges, grid.SNAP, grid.SNAP, grid.SNAP, grid.SNAP)
        cells += finder.intersections_to_cells(finder.edges_to_intersections(merged, grid.SNAP, grid.SNAP))
    return cells


def _edge(way: str, x0: float, y0: float, x1: float, y1: float) -> dict[str, float | str]:
    return {"orientation": way, "x0": x0, "x1": x1, "top": y0, "bottom": y1, "width": x1 - x0, "height": y1 - y0}


def tables(page: Any, view: View, tally: Tally) -> None:
    shapes = tidy(read_shapes(page, view), view.width, view.height)
    drawn = [shapes[i] for i in _ruling(shapes)]
    if len(drawn) < 4:
        return
    ours = tally.timed("ours", lambda: [(c.x0, c.y0, c.x1, c.y1) for g in grid.find_grids(drawn) for c in g])
    theirs = tally.timed("theirs", lambda: closed(drawn[: grid.MOST]))
    ours, theirs = ([c for c in some if min(c[2] - c[0], c[3] - c[1]) >= SMALLEST] for some in (ours, theirs))
    same = sum(any(max(abs(p - q) for p, q in zip(a, b, strict=True)) <= NEAR for b in theirs) for a in ours)
    tally.add(len(ours), len(theirs), same)


def main() -> None:
    of_words, of_tables = Tally(), Tally()
    for path in map(Path, sys.argv[1:]):
        document = open_document(path)
        for index in range(len(document)):
            with open_page(document, index) as (page, text):
                view = view_of(page)
                words(text, view, of_words)
                tables(page, view, of_tables)
        document.close()
    of_words.say("words")
    of_tables.say("table cells")


if __name__ == "__main__":
    main()
