"""A slide with what it inherits from: layout, master, theme and the deck's default text style."""

from dataclasses import dataclass, field

from lxml import etree

from extract.readers.opc import Package, PartError, Relation, relations_part
from extract.readers.opc_meta import part_lost
from extract.readers.pptx.colours import DEFAULT_MAP, Palette, theme_colours
from extract.readers.pptx.names import child, flag, local, q
from veikart.core.problems import Problem

TITLES = frozenset({"title", "ctrTitle"})
FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
_MASTER_TYPE = {"ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum", "title": "title"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide, layout or master: its tree, relationships and colours, and the sheet it is based on."""

    name: str
    root: etree._Element
    relations: dict[str, Relation]
    palette: Palette
    parent: "Sheet | None" = None
    fill_styles: tuple[etree._Element, ...] = ()
    line_styles: tuple[etree._Element, ...] = ()
    placeholders: tuple[etree._Element, ...] = ()
    default_text: etree._Element | None = None

    @property
    def tree(self) -> etree._Element | None:
        """The tree of shapes."""
        return child(self.root, "p:cSld/p:spTree")

    @property
    def ancestors(self) -> tuple["Sheet", ...]:
        """The sheets it is based on, nearest first."""
        return () if self.parent is None else (self.parent, *self.parent.ancestors)

    @property
    def shows_parent_shapes(self) -> bool:
        """Tell whether the shapes of the sheet it is based on are drawn."""
        return flag(self.root.get("showMasterSp"), True)

    def text_style(self, name: str) -> etree._Element | None:
        """Return a text style of the master: titleStyle, bodyStyle or otherStyle."""
        master = self.ancestors[-1] if self.parent else self
        return child(master.root, f"p:txStyles/p:{name}")


@dataclass(slots=True)
class Sheets:
    """Loads sheets and keeps layouts and masters, which many slides share."""

    package: Package
    default_text: etree._Element | None = None
    problems: list[Problem] = field(default_factory=list)
    _kept: dict[str, Sheet | None] = field(default_factory=dict)

    def slide(self, name: str) -> Sheet:
        """Load a slide.

        Raises:
            PartError: the slide itself cannot be read; what it is based on may be missing.
        """
        return self._load(name, "slideLayout")

    def notes(self, name: str) -> Sheet:
        """Load a notes page, without what it is based on.

        Raises:
            PartError: it cannot be read.
        """
        return Sheet(name, self.package.xml(name), {}, Palette({}, DEFAULT_MAP))

    def _shared(self, name: str, based_on: str) -> Sheet | None:
        if name not in self._kept:
            try:
                self._kept[name] = self._load(name, based_on)
            except PartError as fault:
                self.problems.append(part_lost(name, str(fault)))
                self._kept[name] = None
        return self._kept[name]

    def _load(self, name: str, based_on: str) -> Sheet:
        root = self.package.xml(name)
        try:
            relations = self.package.relations(name)
        except PartError as fault:
            self.problems.append(part_lost(name, str(fault)))
            relations = {}
        parent_name = next((r.target for r in relations.values() if r.kind == based_on and r.target), "")
        deeper = "slideMaster" if based_on == "slideLayout" else "none"
        parent = self._shared(parent_name, deeper) if parent_name and based_on != "none" else None
        if not relations and based_on != "none" and not self.package.has(relations_part(name)):
            self.problems.append(part_lost(relations_part(name), "no relationships"))
        if parent is None:
            return self._bare(name, root, relations)
        return Sheet(
            name,
            root,
            relations,
            Palette(parent.palette.theme, _roles(root) or parent.palette.roles),
            parent,
            parent.fill_styles,
            parent.line_styles,
            _placeholders(root),
            self.default_text,
        )

    def _bare(self, name: str, root: etree._Element, relations: dict[str, Relation]) -> Sheet:
        theme_name = next((r.target for r in relations.values() if r.kind == "theme"), "")
        theme = None
        if theme_name:
            try:
                theme = self.package.xml(theme_name)
            except PartError as fault:
                self.problems.append(part_lost(theme_name, str(fault)))
        formats = child(theme, "a:themeElements/a:fmtScheme")
        fills, lines = child(formats, "a:fillStyleLst"), child(formats, "a:lnStyleLst")
        return Sheet(
            name,
            root,
            relations,
            Palette(theme_colours(theme), _roles(root) or DEFAULT_MAP),
            None,
            tuple(fills) if fills is not None else (),
            tuple(lines) if lines is not None else (),
            _placeholders(root),
            self.default_text,
        )


def placeholder(shape: etree._Element) -> tuple[str, str] | None:
    """Return type and index of a placeholder, None for a shape that is none."""
    for holder in shape:
        if local(holder).startswith("nv"):
            found = child(holder, "p:nvPr/p:ph")
            if found is not None:
                return found.get("type", "obj"), found.get("idx", "0")
    return None


def inherited(shape: etree._Element, sheet: Sheet) -> tuple[etree._Element, ...]:
    """Return the placeholders of layout and master that a placeholder takes its looks from, nearest first."""
    own = placeholder(shape)
    if own is None:
        return ()
    found: list[etree._Element] = []
    for ancestor in sheet.ancestors:
        match = _match(own, ancestor)
        if match is not None:
            found.append(match)
            own = placeholder(match) or own
    return tuple(found)


def _match(own: tuple[str, str], ancestor: Sheet) -> etree._Element | None:
    kind, index = own
    candidates = [(placeholder(e) or ("", ""), e) for e in ancestor.placeholders]
    if ancestor.parent is not None and kind not in FURNITURE:
        for (other, other_index), element in candidates:
            if other_index == index and (other in TITLES) == (kind in TITLES):
                return element
    wanted = _MASTER_TYPE.get(kind, "body")
    for same in (kind, wanted):
        for (other, _), element in candidates:
            if other == same and (ancestor.parent is None or same == kind):
                return element
    return None


def _placeholders(root: etree._Element) -> tuple[etree._Element, ...]:
    tree = child(root, "p:cSld/p:spTree")
    if tree is None:
        return ()
    return tuple(e for e in tree.iter(q("p:sp"), q("p:pic"), q("p:graphicFrame")) if placeholder(e))


def _roles(root: etree._Element) -> dict[str, str]:
    mapping = child(root, "p:clrMap")
    if mapping is None:
        mapping = child(root, "p:clrMapOvr/a:overrideClrMapping")
    return {} if mapping is None else {str(k): str(v) for k, v in mapping.attrib.items()}
