"""A deck: its slides in their real order, one at a time."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from extract.readers.base import Limits
from extract.readers.opc import Package, PartError, open_package, relations_part
from extract.readers.opc_meta import part_lost, read_meta
from extract.readers.pptx.backdrop import backdrop_blocks
from extract.readers.pptx.frames import frame_blocks
from extract.readers.pptx.names import EMU_PER_POINT, child, flag, number, q
from extract.readers.pptx.notes import note_blocks
from extract.readers.pptx.order import reading_order
from extract.readers.pptx.pictures import Recogniser
from extract.readers.pptx.roles import with_roles
from extract.readers.pptx.scene import Scene
from extract.readers.pptx.shapes import shape_blocks
from extract.readers.pptx.sheet import Sheets
from extract.readers.pptx.walk import walk
from extract.readers.tabbed import typed_tables
from veikart.core.blocks import Block, Page
from veikart.core.geometry import Box
from veikart.core.problems import Code, DocumentError, Level, Problem, problem

_DEFAULT_SIZE = (9_144_000.0, 6_858_000.0)
_WHOLE = Box(0, 0, 1, 1)
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml")


class Presentation:
    """An opened deck."""

    def __init__(self, package: Package, limits: Limits) -> None:
        """Open the deck in a package.

        Raises:
            DocumentError: it is no deck, or its list of slides cannot be read.
        """
        self._package = package
        self._limits = limits
        main = package.main_part() or "ppt/presentation.xml"
        try:
            self._root = package.xml(main)
            self._relations = package.relations(main)
        except PartError as fault:
            raise DocumentError(problem(Code.UNREADABLE, Level.ERROR, place=main, reason=str(fault))) from fault
        self._main = main
        if self._root.tag != q("p:presentation"):
            raise DocumentError(problem(Code.WRONG_ENDING, Level.ERROR, place=main, kind=package.content_type(main)))
        self._sheets = Sheets(package, child(self._root, "p:defaultTextStyle"))
        self._recogniser = Recogniser(package, limits)
        self._slides = self._listed()
        self._styles = self._table_styles()
        meta = read_meta(package, len(self._slides))
        over = len(self._slides) > limits.pages
        cut = [problem(Code.TOO_LARGE, Level.WARNING, size=len(self._slides), limit=limits.pages, unit="pages")]
        self.meta = replace(meta, problems=(*meta.problems, *self._told, *(cut if over else ())))

    def pages(self) -> Iterator[Page]:
        """Yield every slide once, in order, hidden ones too (marked); one that cannot be read is empty."""
        for index, name in enumerate(self._slides[: self._limits.pages], 1):
            try:
                yield self._page(index, name)
            except PartError as fault:
                yield Page(index, (), *self._points(), problems=(self._lost(name, fault, index),))

    def close(self) -> None:
        """Let go of the file."""
        self._package.close()

    def _page(self, index: int, name: str) -> Page:
        sheet = self._sheets.slide(name)
        width, height = self._size()
        scene = Scene(index, width, height, sheet, self._package, self._limits, table_styles=self._styles)
        shapes = () if sheet.tree is None else walk(sheet.tree, sheet.palette)
        containers = [*backdrop_blocks(scene), *shape_blocks(scene, shapes, frame_blocks)]
        blocks = typed_tables(with_roles(_ordered(containers), index))
        recognised, trouble = self._recogniser.look_at(scene, blocks)
        scene.problems += trouble
        blocks += [*recognised, *note_blocks(scene)]
        problems = [replace(p, page=p.page or index) for p in (*self._sheets.problems, *scene.problems)]
        self._sheets.problems.clear()
        hidden = not flag(sheet.root.get("show"), True)
        concealed = len({b.container for b in blocks if b.hidden and b.text})
        if concealed and not hidden:
            problems.append(problem(Code.HIDDEN_CONTENT, Level.NOTE, index, pages=index, count=concealed))
        return Page(
            index, tuple(blocks), *self._points(), hidden=hidden, problems=tuple(problems), ocr=bool(recognised)
        )

    def _listed(self) -> list[str]:
        self._told: list[Problem] = []
        ids = child(self._root, "p:sldIdLst")
        if ids is not None and not self._relations:
            return self._numbered()
        names = []
        for element in () if ids is None else ids.iterfind(q("p:sldId")):
            relation = self._relations.get(element.get(q("r:id"), ""))
            names.append(relation.target if relation else "")
        if not names:
            raise DocumentError(problem(Code.EMPTY, Level.ERROR))
        return names

    def _numbered(self) -> list[str]:
        """Return the slides in the order of their numbers, where the list that orders them leads nowhere."""
        self._told.append(part_lost(relations_part(self._main), "missing"))
        found = {int(m[1]): m[0] for name in self._package.names if (m := _SLIDE.fullmatch(name))}
        if not found:
            raise DocumentError(problem(Code.EMPTY, Level.ERROR))
        return [found[number] for number in sorted(found)]

    def _table_styles(self) -> etree._Element | None:
        name = next((r.target for r in self._relations.values() if r.kind == "tableStyles"), "")
        try:
            return self._package.xml(name) if name else None
        except PartError:
            return None

    def _size(self) -> tuple[float, float]:
        size = child(self._root, "p:sldSz")
        width = number(size.get("cx")) if size is not None else 0.0
        height = number(size.get("cy")) if size is not None else 0.0
        return (width, height) if width > 0 and height > 0 else _DEFAULT_SIZE

    def _points(self) -> tuple[float, float]:
        width, height = self._size()
        return width / EMU_PER_POINT, height / EMU_PER_POINT

    @staticmethod
    def _lost(name: str, fault: PartError, index: int) -> Problem:
        return replace(part_lost(name, str(fault), index), level=Level.ERROR)


def _ordered(containers: list[list[Block]]) -> list[Block]:
    frames = [blocks[0].frame or _WHOLE for blocks in containers]
    return [block for index in reading_order(frames) for block in containers[index]]


class PptxReader:
    """Reads .pptx, .pptm, .ppsx and .potx."""

    kind = "pptx"
    version = 1

    def open(self, path: Path, limits: Limits) -> Presentation:
        """Open a deck.

        Raises:
            DocumentError: the file cannot be read; the problem names the cause.
        """
        package = open_package(path, limits)
        try:
            return Presentation(package, limits)
        except DocumentError:
            package.close()
            raise


READER = PptxReader()
