"""A small builder of HTML: every text is escaped unless it was made here."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_VOID = frozenset({"br", "hr", "meta", "link", "img", "rect", "path", "line", "use"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child: TypeAlias = "str | int | Iterable[Child] | None"
"""What an element may hold; None is nothing, a plain string is text."""

Value: TypeAlias = str | int | float | bool | None
"""An attribute's value; None and False leave the attribute out, True writes its name alone."""


def h(tag: str, *children: Child, **attributes: Value) -> Markup:
    """Return an element. A name that ends in "_" loses it, "_" inside becomes "-": `class_="a"`, `aria_label="b"`."""
    opening = "".join(_attributes(attributes))
    if tag in _VOID:
        return Markup(f"<{tag}{opening}/>")  # SVG needs the stroke, HTML bears it
    return Markup(f"<{tag}{opening}>{join(children)}</{tag}>")


def join(children: Child) -> Markup:
    """Return children as one piece of HTML."""
    return Markup("".join(_pieces(children)))


def _pieces(child: Child) -> Iterator[str]:
    if child is None:
        return
    if isinstance(child, Markup):
        yield child
    elif isinstance(child, str | int):
        yield html.escape(_UNPRINTABLE.sub("", str(child)), quote=False)
    else:
        for part in child:
            yield from _pieces(part)


def _attributes(attributes: dict[str, Value]) -> Iterator[str]:
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        yield f" {key}" if value is True else f' {key}="{html.escape(_UNPRINTABLE.sub("", str(value)))}"'


def css_string(text: str) -> str:
    """Return a text as a string of CSS that cannot end the string or the style element."""
    return '"' + "".join(c if c.isalnum() or c in " .-–:()" else f"\\{ord(c):x} " for c in text) + '"'
