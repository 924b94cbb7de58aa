"""Bullets below a heading that says that they are measures, in Word and on upright pages of PDF documents."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.items import Item
from extract.recognisers.flat.lines import is_sentence
from extract.recognisers.flat.paragraphs import Paragraph, paragraphs
from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables.titles import name_and_text
from veikart.core.blocks import Page
from veikart.core.records import Field, Role
from veikart.core.text import fold, mend, words

NAME = "flow-lists"
_CONFIDENCE = 0.7
_SLIDE = 1.3  # width over height from which a page is a slide, whose lists others read

MIN_BULLETS = 2
MIN_TITLES = 0.75  # of the bullets, where the heading says more than "Tiltak"
MAX_WORDS = 30
MAX_HEADING = 10
MAX_INTRO = 2
"""Paragraphs of prose between a heading and its list."""


def flow_list(page: Page, deck: Deck) -> Claim | None:
    """Take the bullets of lists of measures, with their heading or the one above it as group."""
    if page.aspect >= _SLIDE:
        return None
    claim, flow = Claim(NAME, _CONFIDENCE), paragraphs(deck)
    for index, heading in enumerate(flow):
        if page.laid_out and heading.blocks[0].page != page.number:
            continue
        role = _role(heading, deck) or _role_above(flow, index, deck)
        bullets = _below(flow, index) if role is not None else []
        if role is None or not _are_measures(bullets, heading, deck):
            continue
        group = _group(flow, index, deck)
        for paragraph, (name, about) in zip(bullets, _named(bullets), strict=True):
            draft = claim.add(Draft(paragraph.blocks, name, role, f"{heading.blocks[0].id}/list"))
            draft.say(Field.DESCRIPTION, about, paragraph.blocks[0], "run-in")
            if group is not None:
                draft.say(Field.GROUP, group.group_text.rstrip(" :"), group.blocks[0], "heading")
        claim.use(heading.blocks, Use.GROUP, "heading of a list of measures")
    return claim if claim.drafts else None


def _role(heading: Paragraph, deck: Deck) -> Role | None:
    text = heading.text.rstrip(" :")
    opens = bool(heading.level) or heading.text.endswith(":") or heading.blocks[0].bold
    if not opens or heading.marker or len(words(text)) > MAX_HEADING or deck.vocabulary.page_kind(text):
        return None
    if lexicon().found("lists", "others", text):
        return None
    role = deck.vocabulary.role(text)
    if role in {Role.MEASURE, Role.PROPOSAL, Role.ACTIVITY}:
        return role
    if lexicon().found("lists", "proposals", text):
        return Role.PROPOSAL
    return Role.MEASURE if lexicon().found("lists", "measures", text) else None


def _role_above(flow: list[Paragraph], index: int, deck: Deck) -> Role | None:
    """Return what the chapter's heading says of a heading in it that says nothing of its own."""
    heading, text = flow[index], flow[index].text.rstrip(" :")
    if not heading.level or heading.label or deck.vocabulary.page_kind(text) or len(words(text)) > MAX_HEADING:
        return None
    for above in range(index - 1, -1, -1):
        if 0 < flow[above].level < heading.level:
            return None if flow[above].is_document_title else _role(flow[above], deck)
    return None


def _below(flow: list[Paragraph], index: int) -> list[Paragraph]:
    """Return the outermost bullets below a heading, over one line that introduces them."""
    start = index + 1
    intro = MAX_INTRO if flow[index].level else 1
    while intro and start < len(flow) and _introduces(flow[start], plain=bool(flow[index].level)):
        start, intro = start + 1, intro - 1
    bullets = []
    for paragraph in flow[start:]:
        if not paragraph.marker or paragraph.breaks:
            break
        bullets.append(paragraph)
    outermost = min((p.blocks[0].level for p in bullets), default=0)
    return [p for p in bullets if p.blocks[0].level == outermost]


def _introduces(paragraph: Paragraph, *, plain: bool) -> bool:
    """Tell whether a text may stand between a heading and its list: one with a colon, or `plain` prose."""
    if paragraph.marker or paragraph.label or paragraph.level or paragraph.breaks:
        return False
    return paragraph.text.endswith(":") or (plain and is_sentence(paragraph.text))


def _named(bullets: list[Paragraph]) -> list[tuple[str, str]]:
    """Return the bullets as names and the text about each, where most of them are so: "Name. What it is."."""
    parts = [name_and_text(Item([*p.blocks], p.raw, marked=True)) for p in bullets]
    told = sum(bool(rest) for _, rest in parts)
    if told < MIN_TITLES * len(bullets):
        return [(p.raw, "") for p in bullets]
    return [(name.rstrip(". "), rest) for name, rest in parts]


def _are_measures(bullets: list[Paragraph], heading: Paragraph, deck: Deck) -> bool:
    """Tell whether bullets are titles; below a heading that says nothing but "Tiltak" sentences will do."""
    names = [mend(name) for name, _ in _named(bullets)]
    if len(bullets) < MIN_BULLETS or any(len(words(name)) > MAX_WORDS or not fold(name) for name in names):
        return False
    if deck.vocabulary.role(heading.text.rstrip(" :")) is not None:
        return True
    return sum(not is_sentence(name) for name in names) >= MIN_TITLES * len(bullets)


def _group(flow: list[Paragraph], index: int, deck: Deck) -> Paragraph | None:
    """Return the heading itself where it names more than the kind, else the one above it."""
    heading = flow[index]
    if deck.vocabulary.role(heading.text.rstrip(" :")) is None:
        return heading
    for above in range(index - 1, -1, -1):
        paragraph = flow[above]
        if paragraph.level and (not heading.level or paragraph.level < heading.level):
            return None if paragraph.is_document_title else paragraph
    return None
