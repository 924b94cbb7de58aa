"""Pages a second and memory of reading PDF: plain pdfplumber, our reader, and the whole way to records.

python bench/extract.py [FILE.pdf …]      speed on these files (default: the samples in raw/ and made decks)
python bench/extract.py --pages 3000      memory on one file of so many pages, made by repeating the files' pages
"""

import argparse
import functools
import gc
import importlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != HERE]  # this file is not the package of its name

import pdfplumber  # noqa: E402
import pypdfium2  # noqa: E402

from extract.readers.base import Limits  # noqa: E402
from extract.readers.pdf import READER  # noqa: E402
from extract.service import extract_document  # noqa: E402
from veikart.core.config import Config, ExtractSection  # noqa: E402
from veikart.core.text import REMEMBERED  # noqa: E402

ROOT = HERE.parent
LIMITS = Limits(ocr=False)
CONFIG = Config(extract=ExtractSection(ocr=False))


def plain(path: Path) -> int:
    """Characters, rectangles and words, as one would ask pdfplumber for them."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            _ = page.chars, page.rects, page.extract_words()
            page.close()
        return len(document.pages)


def reader(path: Path) -> int:
    document = READER.open(path, LIMITS)
    try:
        return sum(1 for _ in document.pages())
    finally:
        document.close()


def records(path: Path) -> int:
    return int(extract_document(path, path.name, "0" * 64, CONFIG).document.pages)


def forget() -> None:
    """Let go of answers about texts that are kept from the last pass: each pass reads the file as if for the first."""
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper) and (kept.cache_parameters()["maxsize"] or 0) >= REMEMBERED:
            kept.cache_clear()


def rate(way: Callable[[Path], int], path: Path, least: float) -> float:
    """Pages a CPU second, the best of several passes that last at least so long together."""
    best, spent = 0.0, 0.0
    while spent < least:
        forget()
        start = time.process_time()
        pages = way(path)
        seconds = max(time.process_time() - start, 1e-6)
        best, spent = max(best, pages / seconds), spent + seconds
    return best


def made(folder: Path) -> list[Path]:
    """Decks of this script's own, so that there is something to measure where no sample is."""
    sys.path.insert(0, str(ROOT))
    pages = importlib.import_module("tests.extract.readers.pdf_pages")
    sheets = []
    for number in range(30):
        sheet = pages.Sheet().text(40, 50, f"Veikart for samhandling, del {number}", 24, bold=True)
        for column in range(4):
            sheet.box(120 + 200 * column, 80, 190, 26, "0.1 0.2 0.5").text(190 + 200 * column, 98, str(2024 + column))
            for row in range(9):
                sheet.box(125 + 200 * column, 120 + 44 * row, 180, 36, "0.8 0.9 1", "0 0 0.6")
                sheet.text(132 + 200 * column, 136 + 44 * row, f"Digital dialog steg {row} ledd {column}", 10)
                sheet.text(132 + 200 * column, 149 + 44 * row, "med behandlende enhet", 10)
        sheets.append(sheet)
    return [pages.make_pdf(folder / "made-timeline.pdf", *sheets)]


def speed(paths: list[Path], least: float) -> None:
    ways = {"pdfplumber": plain, "reader": reader, "to records": records}
    print(f"{'pages a CPU second':34}" + "".join(f"{name:>13}" for name in ways) + "   reader/plain  records/plain")
    for path in paths:
        rates = []
        for way in ways.values():
            try:
                way(path)
                rates.append(rate(way, path, least))
            except ImportError:
                rates.append(float("nan"))
        ratios = f"{rates[1] / rates[0]:>12.1f} x {rates[2] / rates[0]:>12.1f} x"
        print(f"{path.name[:33]:34}" + "".join(f"{r:>13.1f}" for r in rates) + "   " + ratios)


def memory(paths: list[Path], count: int, folder: Path) -> None:
    target = folder / "many.pdf"
    many = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(p) for p in paths]
    while len(many) < count:
        for source in sources:
            many.import_pages(source, list(range(min(len(source), count - len(many)))))
    many.save(target)
    for document in (*sources, many):
        document.close()
    before, start = peak(), time.process_time()
    blocks = 0
    document = READER.open(target, LIMITS)
    for page in document.pages():
        blocks += len(page.blocks)
        if page.number % 500 == 0:
            print(f"page {page.number:>5}  peak {peak():>7.0f} MB")
    document.close()
    seconds = time.process_time() - start
    print(f"{count} pages, {target.stat().st_size / 2**20:.0f} MB file, {blocks} blocks, {seconds:.1f} CPU s, "
          f"peak {peak():.0f} MB ({before:.0f} MB before)")  # fmt: skip


def peak() -> float:
    """Largest memory of this process so far in MB, 0 where the platform does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("--pages", type=int, default=0, help="measure memory on so many pages")
    arguments.add_argument("--seconds", type=float, default=2.0, help="CPU seconds for each file and way")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        paths = asked.files or [*sorted((ROOT / "raw").rglob("*.pdf")), *made(Path(name))]
        if asked.pages:
            memory(paths, asked.pages, Path(name))
        else:
            speed(paths, asked.seconds)


if __name__ == "__main__":
    main()
