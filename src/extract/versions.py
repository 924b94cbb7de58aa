"""The version of everything that shapes an extraction: raised when the same file gives other records than before."""

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PARSERS = ("pypdfium2", "pdfplumber", "lxml", "python-docx", "markdown-it-py")


@lru_cache(maxsize=1)
def extraction_version() -> str:
    """Return a hash of the code and data that reading rests on, and of the parsers' versions.

    Hashing the code itself means that no one can forget to raise a number: an upgrade reads everything anew.
    """
    digest = sha256()
    for package in (Path(__file__).parent, Path(__file__).parent.parent / "veikart" / "core"):
        for file in sorted(p for p in package.rglob("*") if p.suffix in {".py", ".toml"}):
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    for name in _PARSERS:
        try:
            digest.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            digest.update(name.encode())
    return digest.hexdigest()[:16]
