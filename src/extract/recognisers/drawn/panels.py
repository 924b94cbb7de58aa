"""Cards made of many pieces: a panel each, with a measure's name and what is told of it, all set alike."""

import re
from dataclasses import dataclass, field, replace

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import is_name
from extract.layout.meanings import Meaning, meaning_of
from extract.layout.owner_lines import facts_of_lines
from extract.layout.panels import can_be_panel, set_alike
from extract.layout.thing import Thing
from extract.recognisers.drawn.column_heads import column_head
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import page_legend, say_paint
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.flat.facts import facts_in
from extract.recognisers.values import say_owners
from veikart.core.blocks import Block, Page
from veikart.core.people import looks_like_person
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "panels"
_SURE = 0.73  # under names with captions, which see signs and lanes too
_LEAST = 3
_MOST = 0.8  # share of the panels with a name that is set like the others
_TOLD = 0.6  # share of the names with a period, owner or status, or with a code and something told by its name
_LARGER = 0.5  # points by which a name's letters may differ from those of the other names
_CODE = re.compile(r"^[A-ZÆØÅ]{0,3}[-. ]?\d{1,3}(?:\.\d{1,2})*[.:)]?\s+(?=\S)")
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class _Panel:
    """A panel with the pieces on it: the name, perhaps in several, and the rest."""

    place: Thing
    name: list[Block]
    facts: list[tuple[Meaning, Block]] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    labelled: bool = False  # something is told by its name ("Søkjer: …")

    @property
    def title(self) -> str:
        """The name as printed, a line for each."""
        return "\n".join(block.text for block in self.name)

    @property
    def told(self) -> bool:
        """Tell whether the panel says of its name what is said of measures."""
        return bool(self.facts) or (self.labelled and _CODE.match(self.title) is not None)


def panels(page: Page, deck: Deck) -> Claim | None:
    """Read panels with a name and facts each, where no axis orders them."""
    scene = scene_of(page, deck)
    grounds = set_alike([ground for ground in _grounds(scene) if can_be_panel(ground.place)])
    if len(grounds) < _LEAST or is_other_page(scene) or is_timeline(page, deck):
        return None
    found = [panel for ground in grounds if (panel := _read(ground, scene)) is not None]
    if len(found) < max(_LEAST, _MOST * len(grounds)) or not _are_names(found, scene):
        return None
    if sum(panel.told for panel in found) < _TOLD * len(found):
        return None
    _tell_by_lines(found, scene)
    claim = scene.claim(NAME, _SURE)
    legend = page_legend(scene.legend, [p.place for p in found], [0] * len(found))
    for panel in found:
        draft = Draft(tuple(panel.name), panel.title, Role.MEASURE, f"p{page.number}/panels")
        say_facts(draft, panel.facts)
        say_paint(draft, panel.place, legend, deck.vocabulary, text=panel.name[0])
        if (head := column_head(panel.place.place, [p.place.place for p in found], scene)) is not None:
            draft.say(Field.GROUP, mend(head.text), head.blocks[0], "column-heading")
            claim.use(head.all_blocks, Use.GROUP, "heading of a column")
        if panel.rest:
            draft.say(Field.DESCRIPTION, "\n".join(b.text for b in panel.rest), panel.rest[0], "below-title")
        claim.use(panel.rest, Use.DESCRIPTION, "details on the panel of a measure")
        for meaning, block in panel.facts:
            claim.use(block, Use.PERIOD if meaning.period else Use.STATUS, "told on the panel of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _grounds(scene: Scene) -> list[Thing]:
    """Return the empty areas, the boxes with several texts, and the shapes whose texts stand too far apart for one."""
    torn = {t.blocks[0].container: t for t in scene.texts if t.split and not t.blocks[0].table}
    shapes = [replace(t, place=t.frame, fill=t.blocks[0].fill, outline=t.blocks[0].outline) for t in torn.values()]
    return [*scene.areas, *(t for t in scene.texts if t.boxed and len(t.blocks) > 1), *shapes]


def _read(ground: Thing, scene: Scene) -> _Panel | None:
    """Return a panel whose name is set larger than, or in bold over, all else on it; numbers and signs aside."""
    blocks = [b for t in scene.texts if ground.place.holds(*t.ink.middle) for b in t.blocks]
    vocabulary = scene.deck.vocabulary
    worded = [b for b in blocks if sum(c.isalpha() for c in b.text) > 2 or meaning_of(b.text, vocabulary).owners]
    head = max(worded, key=lambda b: (round(b.size, 1), b.bold), default=None)
    if head is None or head.marker:
        return None
    name = [b for b in worded if abs(b.size - head.size) <= _LARGER and b.bold == head.bold]
    panel = _Panel(ground, name)
    listed = any(block.marker for block in blocks)  # then figures are those of the list
    for block in blocks:
        told = _facts(block, scene)
        if block in name or (block not in worded and (listed or not told)):
            continue
        panel.facts += told
        panel.labelled = panel.labelled or bool(facts_in(block.text, block, scene.deck.vocabulary))
        if not told:
            panel.rest.append(block)
    return panel if len(name) < len(blocks) else None


def _tell_by_lines(found: list[_Panel], scene: Scene) -> None:
    """Take the one line left on a panel apart where it is set as the owners on others: "Programme Office" as "NHN"."""
    owned = [(m.text, block) for panel in found for m, block in panel.facts if m.owners]
    looks = {(round(block.size, 1), block.bold, block.colour) for _, block in owned}
    told = {id(panel) for panel in found for m, _ in panel.facts if m.owners}
    lone = [panel for panel in found if len(panel.rest) == 1 and not panel.labelled and id(panel) not in told]
    lone = [p for p in lone if (round(p.rest[0].size, 1), p.rest[0].bold, p.rest[0].colour) in looks]
    said = facts_of_lines([p.rest[0].text for p in lone], scene.deck.vocabulary, [text for text, _ in owned])
    for panel, meanings in zip(lone, said, strict=True):
        if meanings:
            panel.facts += [(meaning, panel.rest[0]) for meaning in meanings]
            panel.rest = []


def _facts(block: Block, scene: Scene) -> list[tuple[Meaning, Block]]:
    """Return what a piece tells as a whole, or line by line."""
    lines = [line for line in block.text.split("\n") if line.strip()]
    whole = meaning_of(block.text, scene.deck.vocabulary)
    said = [whole] if whole else [meaning_of(line, scene.deck.vocabulary) for line in lines]
    return [(meaning, block) for meaning in said if meaning]


def _are_names(found: list[_Panel], scene: Scene) -> bool:
    """Tell whether the names are set alike, and name measures: no figures, no organisations, no people."""
    sizes = [panel.name[0].size for panel in found]
    if max(sizes) - min(sizes) > _LARGER:
        return False
    titles = [mend(panel.title) for panel in found]
    named = [t for t in titles if is_name(t, scene.deck.vocabulary) and not looks_like_person(t)]
    worded = {_NUMBER.sub("", title) for title in titles}  # "Trinn 1", "Trinn 2": they only count what stands below
    return len(worded) == len(titles) and len(named) >= _MOST * len(titles)
