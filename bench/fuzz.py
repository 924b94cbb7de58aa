"""Feeds damaged documents and decision files to the readers with atheris, for a stated time.

python bench/fuzz.py [--minutes 5] [--only pdf pptx docx text decisions registry extraction] [--keep FOLDER]

atheris is not among the dependencies (`pip install atheris`; wheels for Linux). Whatever raises something else than a
coded problem is written to the folder, to be mended and kept as a case of `tests/hostile`. Native crashes end the
fuzzer, with the input beside it: a run reads in worker processes, so that they cost one document there.
"""

import argparse
import io
import multiprocessing
import random
import re
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != HERE]  # extract.py beside this is not the package

ROOT = HERE.parent
SAMPLES = {
    "pdf": "produktstyre-status-2024.pdf",
    "pptx": "samarbeidsforum-veikart-2023.pptx",
    "docx": "nasjonalt-veikart-2025.docx",
    "text": "verksted-innspill-2023.txt",
}
TARGETS = (*SAMPLES, "decisions", "registry", "extraction")
LONGEST = 300_000  # bytes of one input
LIMITS = ("-timeout=120", "-rss_limit_mb=3000", "-verbosity=0")  # of libFuzzer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=5.0, help="for each target")
    parser.add_argument("--only", nargs="*", default=list(TARGETS), choices=list(TARGETS))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "veikart-fuzz")
    given = parser.parse_args()
    try:
        import atheris  # noqa: F401
    except ImportError:
        raise SystemExit("atheris is not installed here: pip install atheris (wheels for Linux)") from None
    print("| target | minutes | inputs | findings |\n| --- | --- | --- | --- |", flush=True)
    for target in given.only:
        folder = given.keep / target
        folder.mkdir(parents=True, exist_ok=True)
        count = multiprocessing.get_context("spawn").Value("q", 0)
        worker = multiprocessing.get_context("spawn").Process(target=fuzz, args=(target, given.minutes, folder, count))
        worker.start()
        worker.join()
        found = [f for f in folder.iterdir() if f.name.startswith(("crash-", "oom-", "timeout-", "raised-"))]
        print(f"| {target} | {given.minutes:g} | {count.value} | {len(found)} |", flush=True)  # type: ignore[attr-defined]


def fuzz(target: str, minutes: float, folder: Path, count: object) -> None:
    """Run one target in this process until its time is up; libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["extract", "veikart", "reconcile", "pdfplumber", "docx"]):
        one = target_of(target)
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    (corpus / "sample").write_bytes(seed_of(target))

    def test(data: bytes) -> None:
        count.value += 1  # type: ignore[attr-defined]
        try:
            one(data)
        except Exception as error:
            name = f"raised-{type(error).__name__}-{abs(hash(str(error)[:40])) % 10_000:04}"
            (folder / name).write_bytes(data)
            (folder / f"{name}.txt").write_text(told(error), encoding="utf-8")

    options = [
        f"-max_len={LONGEST}",
        f"-artifact_prefix={folder}/",
        f"-max_total_time={60 * minutes:.0f}",
        "-timeout=120",
        "-rss_limit_mb=3000",
        "-verbosity=0",
    ]
    mutator = {"pptx": mutate_package, "docx": mutate_package}.get(target)
    more = {"custom_mutator": mutator} if mutator else {}
    atheris.Setup([sys.argv[0], *options, str(corpus)], test, **more)
    atheris.Fuzz()


def told(error: Exception) -> str:
    return "".join(traceback.format_exception(error))


def target_of(name: str) -> Callable[[bytes], None]:
    """Return what reads one input; coded problems are what it may raise, and they are caught."""
    if name == "decisions":
        from veikart.core.decisions import read_decisions, standing

        return lambda data: len(standing(read_decisions(data.decode("utf-8", "replace").split("\n"))[0]))  # type: ignore[return-value]
    if name == "registry":
        from reconcile.registry import load_registry

        return lambda data: load_registry(data.decode("utf-8", "replace").split("\n")).state()  # type: ignore[return-value]
    from extract.service import extract_document
    from veikart.core.config import Config, ExtractSection
    from veikart.core.problems import Code, DocumentError
    from veikart.core.store import DamagedLineError, dump_extraction, read_extraction

    config = Config(extract=ExtractSection(ocr=False, unpacked_mb=32, max_pages=20))
    file = Path(tempfile.mkdtemp(prefix="veikart-fuzz-")) / f"input.{name}"

    def stored(data: bytes) -> None:
        file.write_bytes(data)
        try:
            read_extraction(file)
        except DamagedLineError:
            return

    def document(data: bytes) -> None:
        file.write_bytes(data)
        try:
            found = extract_document(file, file.name, "", config)
        except (DocumentError, MemoryError):
            return
        failed = [p for p in found.document.problems if p.code is Code.RECOGNISER_FAILED]
        if failed:
            raise RuntimeError(f"a recogniser failed: {failed[0]}")
        dump_extraction(found, "")

    return stored if name == "extraction" else document


def seed_of(target: str) -> bytes:
    if target in SAMPLES:
        return (ROOT / "raw" / SAMPLES[target]).read_bytes()
    if target == "registry":
        return (ROOT / "decisions" / "measures.jsonl").read_bytes()
    if target == "decisions":
        return (ROOT / "tests" / "app" / "older" / "decisions.jsonl").read_bytes()
    from extract.service import extract_document
    from veikart.core.config import Config
    from veikart.core.store import dump_extraction

    sample = ROOT / "raw" / SAMPLES["text"]
    return dump_extraction(extract_document(sample, sample.name, "", Config()), "key")


def mutate_package(data: bytes, largest: int, seed: int) -> bytes:
    """Damage one part of a package and pack it again: bytes turned in packed data would only ever break the archive."""
    import atheris

    chance = random.Random(seed)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {i.filename: archive.read(i) for i in archive.infolist() if i.file_size < LONGEST}
    except Exception:
        return bytes(atheris.Mutate(data, len(data)))
    xml = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    if not xml:
        return data
    name = chance.choice(xml)
    parts[name] = mutate_xml(parts[name], chance, atheris.Mutate)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, value in parts.items():
            archive.writestr(key, value)
    return out.getvalue() if out.tell() <= largest else data


def mutate_xml(data: bytes, chance: random.Random, mutate: Callable[[bytes, int], bytes]) -> bytes:
    """Turn bytes, or drop, double or swap elements and values of attributes, so that it often stays well-formed."""
    values = list(re.finditer(rb'="([^"]*)"', data))
    pieces = re.split(rb"(?<=>)", data)
    kind = chance.randrange(5)
    if kind == 0 and values:
        spot = chance.choice(values)
        odd = [b"", b"-1", b"99999999999999999999", b"NaN", b"1e99", b"x", b"0", b"\xc3\xa6", chance.choice(values)[1]]
        return data[: spot.start(1)] + chance.choice(odd) + data[spot.end(1) :]
    if kind == 1 and len(pieces) > 4:
        at = chance.randrange(len(pieces))
        return b"".join(pieces[:at] + pieces[at : at + 1] * chance.choice([2, 50]) + pieces[at + 1 :])
    if kind == 2 and len(pieces) > 4:
        at = chance.randrange(len(pieces))
        return b"".join(pieces[:at] + pieces[at + 1 :])
    if kind == 3 and len(pieces) > 4:
        one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        pieces[one], pieces[other] = pieces[other], pieces[one]
        return b"".join(pieces)
    return bytes(mutate(data, len(data) + 64))


if __name__ == "__main__":
    main()
