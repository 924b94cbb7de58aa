"""Names with a small line below each that tells who and when: several under each other on a card or in a column."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import heads, is_name
from extract.layout.meanings import Meaning
from extract.layout.owner_lines import facts_of_lines
from extract.layout.thing import Thing
from extract.recognisers.drawn.alike import announces
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.values import say_owners, say_period
from veikart.core.blocks import Block, Page
from veikart.core.geometry import Box, same_row
from veikart.core.people import after_role, looks_like_person, names_role
from veikart.core.records import Field, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "entries"
_SURE = 0.76  # over boxes that tell their own period, which take a card for one name
_LEAST, _LEAST_LINED, _LEAST_COLUMNS = 4, 3, 2
_DATED = 2  # lines that tell a period or a status; names over organisations alone are of people and their employers
_TOLD = 0.6  # share of the names whose line tells a period, an owner or a status
_LINED = 0.8  # share of the names with a line, where the page's title says that measures stand on it
_SHARING = 0.75  # most places that the names stand in, as a share of the names: each in its own are cards
_FLUSH = 0.02  # by which the left edges of a name and its line may differ
_GAP = 1.0  # between them, in heights of the line
_LONGEST = 12  # words of a line

Look = tuple[float, bool]


@dataclass(slots=True)
class _Entry:
    """A name, the small line below it, and the text or panel that both stand in."""

    name: Block
    line: Block | None
    home: str
    facts: list[tuple[Meaning, Block]] = field(default_factory=list)


def entries(page: Page, deck: Deck) -> Claim | None:
    """Read names set alike, each with a line in smaller or plainer letters that tells of it."""
    scene = scene_of(page, deck)
    if is_other_page(scene) or is_timeline(page, deck):
        return None
    found = _entries(scene)
    if len(found) < _LEAST or len({e.home for e in found}) > _SHARING * len(found):
        return None
    lines = [e.line for e in found if e.line is not None]
    said = facts_of_lines([line.text for line in lines], deck.vocabulary)
    told = {line.id: meanings for line, meanings in zip(lines, said, strict=True)}
    for entry in found:
        if entry.line is not None:
            entry.facts = [(meaning, entry.line) for meaning in told[entry.line.id]]
    dated = sum(any(said.period or said.later or said.status for said, _ in e.facts) for e in found)
    told_of = sum(bool(e.facts) for e in found) >= _TOLD * len(found) and (dated >= _DATED or announces(scene))
    if not told_of and not (announces(scene) and len(lines) >= _LINED * len(found)):
        return None
    claim = scene.claim(NAME, _SURE)
    taken = {block.id for e in found for block in (e.name, e.line) if block is not None}
    dates = _dates_over(found, scene)
    for entry in found:
        _add(entry, scene, claim, taken, dates)
    return claim if mostly_names(claim.drafts) else None


def _add(entry: _Entry, scene: Scene, claim: Claim, taken: set[str], dates: Sequence[Thing]) -> None:
    draft = claim.add(Draft((entry.name,), entry.name.text, Role.MEASURE, f"p{scene.page.number}/entries"))
    say_facts(draft, entry.facts)
    over = next((date for date in dates if date.ink.x1 > _place(entry.name).x0), None)
    if over is not None and not draft.says(Field.PERIOD_TEXT):
        say_period(draft, scene.meaning(over).period, mend(over.text), over.blocks[0], "column-heading")
        claim.use(over.all_blocks, Use.AXIS, "period of a column")
    head = _heading(entry.name, scene, taken)
    if head is not None:
        draft.say(Field.GROUP, mend(head.text), head, "heading")
        claim.use(head, Use.GROUP, "heading over names")
    if entry.line is not None:
        use = Use.DESCRIPTION if not entry.facts else Use.OWNER if entry.facts[0][0].owners else Use.PERIOD
        claim.use(entry.line, use, "line below a name")
    if not draft.says(Field.OWNERS):
        say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")


def _dates_over(found: Sequence[_Entry], scene: Scene) -> list[Thing]:
    """Return the periods that stand in a row over the columns of names, one over each in the order of time."""
    top = min(_place(e.name).y0 for e in found)
    dated = [t for t in scene.texts if not t.boxed and t.ink.y1 <= top and scene.meaning(t).period is not None]
    row = sorted((t for t in dated if same_row(t.ink, dated[0].ink)), key=lambda t: t.ink.x0)
    periods = [scene.meaning(t).period for t in row]
    starts = [period.start for period in periods if period is not None and period.start is not None]
    columns = {next((t.id for t in row if t.ink.x1 > _place(e.name).x0), "") for e in found}
    ordered = len(starts) == len(row) >= _LEAST_COLUMNS and starts == sorted(set(starts))
    return row if ordered and columns == {t.id for t in row} else []


def _entries(scene: Scene) -> list[_Entry]:
    """Return the names of the look that most names with a line below them have, also those without one."""
    things = (*scene.texts, *scene.cells)
    blocks = [(b, _home(t, scene)) for t in things for b in t.blocks if b.box is not None and b.text.strip()]
    homes: dict[str, list[Block]] = {}
    for block, home in blocks:
        homes.setdefault(home, []).append(block)
    lines = {b.id: _line_below(b, homes[home]) for b, home in blocks}
    vocabulary = scene.deck.vocabulary
    upright = [(b, home) for b, home in blocks if not b.marker and not b.rotation]
    looks = Counter(_look(b) for b, _ in upright if lines[b.id] is not None and _is_entry(b, vocabulary))
    look = max(looks, key=lambda known: looks[known], default=None)
    if look is None or looks[look] < _LEAST_LINED:
        return []
    return [_Entry(b, lines[b.id], home) for b, home in upright if _look(b) == look and _is_entry(b, vocabulary)]


def _is_entry(block: Block, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is a name, and not what a fact is called."""
    text = mend(block.text).rstrip(" :")
    someone = looks_like_person(text) or names_role(text) or bool(after_role(text))
    return is_name(block.text, vocabulary) and not someone and not vocabulary.header(text)


def _home(thing: Thing, scene: Scene) -> str:
    """Return the box or the smallest panel that a text stands on, else its column."""
    if thing.boxed:
        return thing.id
    grounds = [ground for ground in scene.grounds if ground.holds(*thing.ink.middle)]
    if grounds:
        return str(min(grounds, key=lambda ground: ground.area))
    return f"x{round(thing.ink.x0 / _FLUSH)}"


def _line_below(name: Block, blocks: Sequence[Block]) -> Block | None:
    """Return the short line right below a name, in smaller or plainer letters."""
    place = _place(name)
    cell = (name.table, name.row, name.column)
    below = [b for b in blocks if b is not name and (b.table, b.row, b.column) == cell]
    below = [b for b in below if _place(b).y0 >= place.middle[1] and _is_flush(place, _place(b))]
    line = min(below, key=lambda b: _place(b).y0, default=None)
    if line is None or _place(line).y0 - place.y1 > _GAP * _place(line).height or line.marker:
        return None
    return line if heads(name, line) and len(line.text.split()) <= _LONGEST else None


def _is_flush(a: Box, b: Box) -> bool:
    return abs(a.x0 - b.x0) <= _FLUSH or abs(a.middle[0] - b.middle[0]) <= _FLUSH


def _heading(name: Block, scene: Scene, taken: set[str]) -> Block | None:
    """Return the nearest text above a name on its panel, or in its column, that heads it and is no other name."""
    place = _place(name)
    panel = min((g for g in scene.grounds if g.holds(*place.middle)), key=lambda g: g.area, default=None)
    above = [
        b
        for t in scene.texts
        for b in t.blocks
        if b.box is not None
        and b.box.y1 <= place.middle[1]
        and b.id not in taken
        and (panel.holds(*b.box.middle) if panel is not None else b.box.overlap_x(place) > 0)
        and is_name(b.text, scene.deck.vocabulary)
        and (b.size > name.size or b.bold or t.boxed)
    ]
    return max(above, key=lambda b: _place(b).y1, default=None)


def _look(block: Block) -> Look:
    return round(block.size, 1), block.bold


def _place(block: Block) -> Box:
    assert block.box is not None
    return block.box
