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
from pdfplumber.utils import extract_words  # noqa: E402

from extract.readers.pdf.model import View  # noqa: E402
from extract.readers.pdf.pdfium import open_document, open_page, view_of  # noqa: E402
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


def main() -> None:
    of_words = Tally()
    for path in map(Path, sys.argv[1:]):
        document = open_document(path)
        for index in range(len(document)):
            with open_page(document, index) as (page, text):
                view = view_of(page)
                words(text, view, of_words)
        document.close()
    of_words.say("words")


if __name__ == "__main__":
    main()
