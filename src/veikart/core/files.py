"""Files that are whole or not there: atomic writes, streamed hashes, safe names."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from veikart.core.ids import short_hash

TEMPORARY = ".*.tmp"
"""Pattern of the names that files have until they are whole; a killed process leaves them behind."""

_CHUNK = 1 << 20
_BEYOND = 0x7FFF_FFF0  # no file of ours is that long
_SAFE_NAME = re.compile(r"[^0-9A-Za-zÀ-ÖØ-öø-ÿ._-]+")
_NAME_LENGTH = 60  # characters kept of a document's name; with the hash well below every file system's limit


def write_atomic(path: Path, data: bytes | str) -> None:
    """Write the whole file or leave the old one: temporary file beside it, flushed to disk, then renamed.

    Raises:
        OSError: the folder cannot be written or the disk is full; the old file stands.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes | str]) -> None:
    """Write files that belong together: all are on disk before the first one takes its place.

    Raises:
        OSError: a folder cannot be written or the disk is full; the old files stand.
    """
    ready: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
            ready[path] = Path(name)
            with os.fdopen(handle, "wb") as out:
                out.write(data.encode("utf-8") if isinstance(data, str) else data)
                out.flush()
                os.fsync(out.fileno())
            ready[path].chmod(0o644)
        done: Path | None = None
        for path, temporary in ready.items():
            if done is not None and done.parent != path.parent:
                _sync_folder(done.parent)  # what comes later may rest on it
            temporary.replace(path)
            done = path
    except BaseException:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)
        raise
    if done is not None:
        _sync_folder(done.parent)


def append_lines(path: Path, lines: Sequence[str]) -> None:
    """Append lines in one piece and wait until they are on disk; a torn last line of an earlier crash is closed first.

    Several processes may append at once: each waits for the others, and no line is lost.

    Raises:
        OSError: the file cannot be written or the disk is full; it holds what it held.
    """
    data = b"".join(line.rstrip("\n").encode("utf-8") + b"\n" for line in lines)
    with exclusive(path) as out:
        end = out.seek(0, os.SEEK_END)
        if end > 0:
            out.seek(-1, os.SEEK_END)
            if out.read(1) != b"\n":
                data = b"\n" + data
        try:
            _write_all(out, data)
            os.fsync(out.fileno())
        except OSError:
            out.truncate(end)
            raise
    _sync_folder(path.parent)


@contextmanager
def exclusive(path: Path) -> Iterator[FileIO]:
    """Hold a file open for adding to it, alone among all who ask for it in this way; it is made where it is missing.

    Raises:
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        with FileIO(path, "ab+") as out, _alone(out):
            if _is_at(out, path):
                yield out
                return


def _is_at(out: FileIO, path: Path) -> bool:
    """Tell whether the open file is still the one of that name: another may have taken its place meanwhile."""
    try:
        return os.path.samestat(os.fstat(out.fileno()), path.stat())
    except FileNotFoundError:
        return False


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's content, read in pieces.

    Raises:
        OSError: the file cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def safe_name(document: str, suffix: str) -> str:
    """Return a file name for a document's path: readable, short, the same on every system, unique by a hash."""
    readable = _SAFE_NAME.sub("_", document.rsplit("/", 1)[-1]).strip("._-")[:_NAME_LENGTH] or "document"
    return f"{readable}.{short_hash(document, length=8)}{suffix}"


def _write_all(out: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[out.write(rest) or 0 :]


@contextmanager
def _alone(handle: FileIO) -> Iterator[None]:
    """Hold an open file for one writer; the lock dies with its holder."""
    if os.name == "nt":
        import msvcrt

        handle.seek(_BEYOND)  # Windows keeps others from reading what is locked: lock a byte that is not there
        msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
        try:
            yield
        finally:
            handle.seek(_BEYOND)
            msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system can sync folders (Windows cannot, but journals renames)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
