"""Reads a folder of real documents and prints what became of them, beside plain pdfplumber, python-pptx, python-docx.

    python bench/corpora.py FOLDER [--most 300] [--seconds 30]

Nothing is kept. A page counts as lost in silence where the peer finds at least 40 characters on it, veikart less than
half of them, and no problem names the page or the whole document.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != HERE]  # extract.py beside this is not the package

from veikart.app.pool import read_all, run_limited  # noqa: E402
from veikart.app.worker import Answer, Task  # noqa: E402
from veikart.core.config import Config, ExtractSection  # noqa: E402
from veikart.core.problems import DocumentError  # noqa: E402
from veikart.core.records import Extraction  # noqa: E402
from veikart.core.store import read_extraction  # noqa: E402

ENDINGS = {".pdf", ".pptx", ".pptm", ".ppsx", ".potx", ".docx", ".docm"}
PEERS = {"pdf": "pdfplumber", "pptx": "python-pptx", "docx": "python-docx"}
WORTH_ASKING = 40  # characters


@dataclass(slots=True)
class Tally:
    """What came of the documents of one kind."""

    files: int = 0
    read: int = 0
    codes: Counter[str] = field(default_factory=Counter)  # of documents that failed
    pages: int = 0
    characters: int = 0
    seconds: float = 0.0
    peer_read: int = 0
    peer_errors: Counter[str] = field(default_factory=Counter)
    peer_pages: int = 0
    peer_characters: int = 0
    silent: list[str] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=300, help="documents, taken at random with a fixed seed")
    parser.add_argument("--seconds", type=float, default=30.0, help="for one document")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    given = parser.parse_args()
    files = sorted(p for p in given.folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
    random.Random(1).shuffle(files)
    files = sorted(files[: given.most])
    settings = ExtractSection(timeout_seconds=given.seconds, ocr=False)
    tallies: dict[str, Tally] = defaultdict(Tally)
    nothing: tuple[list[int], str] = ([], "")
    peers = dict.fromkeys(files, nothing) if given.alone else dict(peer_results(files, settings))
    for path, answer in our_results(files, settings):
        count(tallies[kind_of(path)], path.relative_to(given.folder).as_posix(), answer, peers[path])
    show(tallies)


def kind_of(path: Path) -> str:
    return {"d": "docx"}.get(path.suffix[1].lower(), "pdf" if path.suffix.lower() == ".pdf" else "pptx")


def our_results(files: list[Path], settings: ExtractSection) -> Iterator[tuple[Path, Answer]]:
    tasks = [Task(path.name, path, "", str(path), Config(extract=settings)) for path in files]
    for task, answer in read_all(tasks, settings):
        yield task.path, answer


def peer_results(files: list[Path], settings: ExtractSection) -> Iterator[tuple[Path, tuple[list[int], str]]]:
    """Yield the characters of every page as the peer counts them, or the name of what went wrong."""
    with ThreadPoolExecutor(2) as threads:
        asked = {threads.submit(limited_peer, path, settings): path for path in files}
        for ready in as_completed(asked):
            yield asked[ready], ready.result()


def limited_peer(path: Path, settings: ExtractSection) -> tuple[list[int], str]:
    try:
        return run_limited(peer, (str(path), kind_of(path)), settings)
    except DocumentError as error:
        return [], error.problem.code.name
    except Exception as error:
        return [], type(error).__name__


def peer(path: str, kind: str) -> tuple[list[int], str]:
    return {"pdf": peer_pdf, "pptx": peer_pptx, "docx": peer_docx}[kind](path), ""


def peer_pdf(path: str) -> list[int]:
    import pdfplumber

    counts = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            # "(cid:12)" stands for one character without a meaning.
            counts.append(sum(1 if c["text"].startswith("(cid:") else len(c["text"].strip()) for c in page.chars))
            page.close()
    return counts


def peer_pptx(path: str) -> list[int]:
    from pptx import Presentation

    return [
        sum(len("".join(shape.text_frame.text.split())) for shape in slide.shapes if shape.has_text_frame)
        for slide in Presentation(path).slides
    ]


def peer_docx(path: str) -> list[int]:
    from docx import Document

    document = Document(path)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return [sum(len("".join(text.split())) for text in (*(p.text for p in document.paragraphs), *cells))]


def count(tally: Tally, name: str, answer: Answer, other: tuple[list[int], str]) -> None:
    counts, error = other
    tally.files += 1
    tally.seconds += answer.seconds
    tally.peer_read += not error
    tally.peer_errors[error] += bool(error)
    tally.peer_pages += len(counts)
    tally.peer_characters += sum(counts)
    if answer.problem is not None:
        tally.codes[f"{answer.problem.code.value} {answer.problem.code.name}"] += 1
        print(f"  {answer.problem.code.value} {name}: {dict(answer.problem.values)} | peer: {error or sum(counts)}")
        return
    tally.read += 1
    found = parsed(answer.data)
    tally.pages += max(found.document.pages, 1)
    ours = {account.page: account.recorded + account.furniture + account.unused for account in found.accounts}
    tally.characters += sum(ours.values())
    told = {p.page for p in found.document.problems if p.code.value < "VK200"}
    for problem in found.document.problems:
        if problem.code.value == "VK206":
            print(f"  VK206 {name} page {problem.page}: {dict(problem.values)}")
    for page, characters in enumerate(counts, 1):
        if characters >= WORTH_ASKING and ours.get(page, 0) < characters / 2 and not told & {0, page}:
            tally.silent.append(f"{name} page {page}: {ours.get(page, 0)} of {characters}")


def parsed(data: bytes) -> Extraction:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.jsonl"
        file.write_bytes(data)
        return read_extraction(file)


def show(tallies: dict[str, Tally]) -> None:
    head = "kind", "files", "read", "pages", "characters", "seconds", "peer", "read", "pages", "characters"
    print("| " + " | ".join(head) + " |\n|" + " --- |" * len(head))
    for kind, t in sorted(tallies.items()):
        row = kind, t.files, t.read, t.pages, t.characters, f"{t.seconds:.1f}", PEERS[kind]
        print("| " + " | ".join(map(str, (*row, t.peer_read, t.peer_pages, t.peer_characters))) + " |")
    for kind, t in sorted(tallies.items()):
        print(f"\n{kind} failed: {dict(t.codes)}; {PEERS[kind]} failed: {dict(t.peer_errors)}")
        print(f"{kind} pages lost in silence: {len(t.silent)}")
        print("".join(f"  {line}\n" for line in t.silent[:40]), end="")


if __name__ == "__main__":
    main()
