"""Reading pipeline.toml: every mistake at once, each with its key, its line and a suggestion."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError

from veikart.core.config import Config
from veikart.core.problems import Code, Level, ProjectError, problem

_SECTION = re.compile(r"\s*\[\[?\s*(.+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)((?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=""")
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:\.|$)""")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in the configuration."""

    key: str
    line: int  # 0 where it cannot be told
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        hint = f", did you mean `{self.suggestion}`?" if self.suggestion else ""
        return f"{where}`{self.key}`: {self.message}{hint}" if self.key else f"{where}{self.message}"


class ConfigError(ProjectError):
    """The configuration has mistakes; all of them are listed."""

    def __init__(self, file: str, mistakes: Sequence[Mistake]) -> None:
        told = "".join(f"\n  {mistake}" for mistake in mistakes)
        super().__init__(problem(Code.CONFIG_INVALID, Level.ERROR, file=file, reason=told))
        self.mistakes = tuple(mistakes)


def load_config(file: Path) -> Config:
    """Read a pipeline.toml.

    Raises:
        ConfigError: it is no TOML, or keys or values do not fit; every mistake is listed.
        ProjectError: the file cannot be read.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise ConfigError(file.name, [Mistake("", line, "the file is not UTF-8 text")]) from error
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.CONFIG_INVALID, Level.ERROR, file=file.name, reason=cause)) from error
    return parse_config(text, file.name)


def parse_config(text: str, file: str = "pipeline.toml") -> Config:
    """Read configuration from text.

    Raises:
        ConfigError: as for `load_config`.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise ConfigError(file, [Mistake("", int(at[1]) if at else 0, str(error))]) from error
    lines = dict(_lines(text))
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        mistakes = [_mistake(entry["loc"], entry["type"], entry["msg"], lines) for entry in error.errors()]
        raise ConfigError(file, sorted(mistakes, key=lambda m: (m.line, m.key))) from error
    mistakes = [Mistake("vocabulary", lines.get(("vocabulary",), 0), m) for m in _vocabulary_mistakes(config)]
    mistakes += [
        Mistake(f"documents.{name}.pages", lines.get(("documents", name, "pages"), 0), f"cannot read {part!r}")
        for name, part in _page_mistakes(config)
    ]
    if mistakes:
        raise ConfigError(file, mistakes)
    return config


def known_keys() -> Iterator[tuple[str, str, object, str]]:
    """Yield every key of the configuration with its type, default and description, for the docs and their test."""
    yield from _keys_of(Config, "")


def _keys_of(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, str, object, str]]:
    for name, info in model.model_fields.items():
        kind, key = info.annotation, f"{prefix}{name}"
        inner = next((a for a in get_args(kind) if isinstance(a, type) and issubclass(a, BaseModel)), None)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _keys_of(kind, f"{key}.")
        elif inner is not None and get_origin(kind) is dict:
            yield from _keys_of(inner, f'{key}."…".')
        else:
            yield (
                key,
                str(getattr(kind, "__name__", kind)),
                info.get_default(call_default_factory=True),
                info.description or "",
            )


def _mistake(where: tuple[int | str, ...], kind: str, message: str, lines: Mapping[tuple[str, ...], int]) -> Mistake:
    path = tuple(str(part) for part in where)
    line = next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 0)
    if kind != "extra_forbidden":
        return Mistake(".".join(path), line, message)
    close = get_close_matches(path[-1], _siblings(path[:-1]), n=1, cutoff=0.6)
    return Mistake(".".join(path), line, f"unknown key `{path[-1]}`", close[0] if close else "")


def _siblings(path: tuple[str, ...]) -> list[str]:
    """Return the keys that are allowed in a section."""
    model: type[BaseModel] = Config
    for part in path:
        info = model.model_fields.get(part)
        if info is None:
            continue  # the name of a document: its section's model stays
        kinds = [info.annotation, *get_args(info.annotation)]
        inner = [k for k in kinds if isinstance(k, type) and issubclass(k, BaseModel)]
        if inner:
            model = inner[0]
    return list(model.model_fields)


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the path of every section and key with its line; good enough to point at, not a parser."""
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _SECTION.match(line):
            section = _split(found[1])
            yield section, number
        elif found := _KEY.match(line):
            yield (*section, *_split(found[1] + found[2])), number


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(next(p for p in m.groups() if p is not None) for m in _PART.finditer(dotted) if any(m.groups()))


def _vocabulary_mistakes(config: Config) -> list[str]:
    if not config.vocabulary:
        return []
    from veikart.core.vocabulary import load_vocabulary

    try:
        load_vocabulary(config.vocabulary)
    except ValueError as error:
        return str(error).splitlines()
    return []


def _page_mistakes(config: Config) -> Iterator[tuple[str, str]]:
    for name, override in config.documents.items():
        for part in (override.pages or "").split(","):
            if part.strip() and not re.fullmatch(r"\s*\d+\s*(-\s*\d*\s*)?", part):
                yield name, part.strip()
