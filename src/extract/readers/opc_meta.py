"""What an Office package says about itself: core, extended and custom properties, and sensitivity labels."""

import re
from collections.abc import Iterator

from lxml import etree

from extract.readers.opc import Package, PartError
from veikart.core.blocks import DocumentMeta
from veikart.core.problems import Code, Level, Problem, problem

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LABEL = re.compile(r"MSIP_Label_(?P<id>[0-9a-fA-F-]+)_(?P<what>Name|Enabled)$")
_LABEL_WORDS = ("sensitiv", "følsom", "classification", "klassifisering", "gradering")
_LABEL_PART = "docMetadata/LabelInfo.xml"


def read_meta(package: Package, pages: int = 0) -> DocumentMeta:
    """Read the properties of a package; a damaged part is left out with a problem."""
    problems: list[Problem] = []
    core = _values(package, "core-properties", problems)
    extended = _values(package, "extended-properties", problems)
    return DocumentMeta(
        title=core.get("title", ""),
        author=core.get("creator", ""),
        company=extended.get("Company", ""),
        created=_day(core.get("created", "")),
        modified=_day(core.get("modified", "")),
        language=core.get("language", ""),
        labels=_labels(package, problems),
        pages=pages,
        problems=tuple(problems),
    )


def part_lost(name: str, reason: str, page: int = 0) -> Problem:
    """Return the problem of a part, shape or relationship that could not be read."""
    return problem(Code.PART_LOST, Level.WARNING, page, place=name, part=name, reason=reason)


def _root(package: Package, kind: str, problems: list[Problem]) -> etree._Element | None:
    name = _LABEL_PART if kind == "labels" and package.has(_LABEL_PART) else package.related("", kind)
    if not name:
        return None
    try:
        return package.xml(name)
    except PartError as fault:
        problems.append(part_lost(name, str(fault)))
        return None


def _values(package: Package, kind: str, problems: list[Problem]) -> dict[str, str]:
    root = _root(package, kind, problems)
    if root is None:
        return {}
    return {etree.QName(e).localname: (e.text or "").strip() for e in root if isinstance(e.tag, str)}


def _labels(package: Package, problems: list[Problem]) -> tuple[str, ...]:
    custom = _root(package, "custom-properties", problems)
    named = list(dict.fromkeys(_custom_labels(custom))) if custom is not None else []
    if named:
        return tuple(named)
    info = _root(package, "labels", problems)
    if info is None:
        return ()
    on = (e for e in info.iter("{*}label") if e.get("enabled") != "0" and e.get("removed") != "1")
    return tuple(e.get("id", "").strip("{}") for e in on if e.get("id"))


def _custom_labels(root: etree._Element) -> Iterator[str]:
    values = {e.get("name", ""): "".join(str(t) for t in e.itertext()).strip() for e in root.iter("{*}property")}
    off = {m["id"] for name, v in values.items() if (m := _off(name, v))}
    for name, value in values.items():
        label = _LABEL.match(name)
        if label:
            if label["what"] == "Name" and label["id"] not in off and value:
                yield value
        elif value and any(word in name.lower() for word in _LABEL_WORDS):
            yield value


def _off(name: str, value: str) -> re.Match[str] | None:
    found = _LABEL.match(name)
    return found if found and found["what"] == "Enabled" and value.lower() == "false" else None


def _day(text: str) -> str:
    found = _DATE.match(text)
    return found.group() if found else ""
