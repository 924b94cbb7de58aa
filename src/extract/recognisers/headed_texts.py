"""Roadmaps as infographics: headings set alike, each with a smaller text of its own below it, and no dates."""

from collections import defaultdict

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import is_name
from extract.layout.reading import body_of, is_slide, page_title, title_blocks
from extract.layout.streams import is_bulleted
from extract.recognisers.flat.facts import concept_of
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Block, Page
from veikart.core.geometry import Box, same_column
from veikart.core.records import Field, Role
from veikart.core.text import fold, mend

NAME = "headed-texts"
_SURE = 0.72
_DASHES = frozenset({"–", "—", "-"})
_LEAST = 3
_SHARE = 0.8  # of the headings set alike that must have a text below them
_SAME = 0.5
_MOST_WORDS = 7
_MOST_BOLD = 12  # … of a bold heading
_SMALLER = 0.9
_GAP = 0.1  # of the page's height between a heading and the text below it
_ABOVE = 0.03  # a text may begin so far above the end of its heading
_ALIGNED = 0.05  # of the page's width between their left edges or middles

Pairs = list[tuple[Block, list[Block]]]


def recognise_headed_texts(page: Page, deck: Deck) -> Claim | None:
    """Claim headings with texts of their own on a slide whose title announces a plan."""
    vocabulary, title = deck.vocabulary, page_title(page, deck)
    proposed = lexicon().begins("lists", "proposals", title) and not vocabulary.page_kind(title)
    planned = vocabulary.is_plan_heading(title) or vocabulary.outlook(title) == 1.0
    if not is_slide(page) or not (planned or proposed):
        return None
    if any(vocabulary.label(word) == "goal" for word in title.split()):
        return None  # "Tre mål for perioden": what is aimed at, not what is done
    heading = title_blocks(page, deck)
    blocks = [b for b in body_of(page, deck) if not b.table and (b.bold or not is_bulleted(b) or _is_dashed(b))]
    for heads in _alike(blocks, deck):
        pairs = _pairs(heads, blocks)
        names = {fold(head.text) for head, _ in pairs}  # "Your title" over each is a template's
        if sum(vocabulary.is_plan_heading(head.text) for head, _ in pairs) * 2 > len(pairs):
            continue  # "Core roadmap", "Community roadmap": they tell where plans are
        if sum(bool(concept_of(head.text, vocabulary)) for head, _ in pairs) * 2 > len(pairs):
            continue  # "Formål", "Gevinster", "Eier": what is told of the one measure in the title
        if len(pairs) >= max(_LEAST, _SHARE * len(heads)) and len(names) > _SAME * len(pairs):
            claim = Claim(NAME, _SURE)
            _read(pairs, page, claim, Role.PROPOSAL if proposed else Role.MEASURE)
            claim.use(heading, Use.HEADING, "the page's title")
            return claim
    return None


def _is_dashed(block: Block) -> bool:
    """Tell whether a dash leads a text on from the heading over it, set smaller: "– mal med anbefalte tiltak"."""
    return block.marker in _DASHES and not block.level


def _alike(blocks: list[Block], deck: Deck) -> list[list[Block]]:
    """Return the names of a page that are set alike, the largest first."""
    looks: dict[tuple[float, bool], list[Block]] = defaultdict(list)
    for block in blocks:
        text = mend(block.text)
        most = _MOST_BOLD if block.bold else _MOST_WORDS
        short = len(text.split()) <= most and not text.endswith(".")
        if block.size and short and not _is_dashed(block) and is_name(text, deck.vocabulary):
            looks[round(block.size * 2) / 2, block.bold].append(block)  # 14.04 and 14.06 are one size
    found = sorted(looks.items(), key=lambda item: (-item[0][0], not item[0][1]))
    return [heads for _, heads in found if len(heads) >= _LEAST]


def _pairs(heads: list[Block], blocks: list[Block]) -> Pairs:
    """Return each heading with the paragraphs of the smaller text right below it; headings without one are left out."""
    pairs: Pairs = []
    names = {head.id for head in heads}
    texts = [b for b in blocks if b.id not in names and (not is_bulleted(b) or _is_dashed(b))]
    taken: set[str] = set()
    for head in heads:
        below = [b for b in texts if b.id not in taken and _is_below(head, b)]
        first = min(below, key=lambda b: _place(b).y0, default=None)
        if first is None:
            continue
        own = [b for b in texts if b is first or (first.container and b.container == first.container)]
        own = _up_to_next(own, head, heads) if any(map(_is_dashed, own)) else own
        taken.update(b.id for b in own)
        if sum(map(_is_dashed, own)) <= 1:  # more are a list of what the heading names
            pairs.append((head, own))
    return pairs


def _up_to_next(texts: list[Block], head: Block, heads: list[Block]) -> list[Block]:
    """Return the texts between a heading and the next one below it, in a box that holds several of both."""
    top = _place(head).y0 if head.box is None else head.box.y0
    lower = [h.box.y0 for h in heads if h.box is not None and h.box.y0 > top]
    return [b for b in texts if b.box is not None and top < b.box.y0 < min(lower, default=1.0)]


def _is_below(head: Block, block: Block) -> bool:
    if block.size > head.size * _SMALLER and not (head.bold and not block.bold):
        return False
    one = bool(head.container) and head.container == block.container  # both in one box
    over, under = (head.box, block.box) if one else (_place(head), _place(block))
    if over is None or under is None:
        return False
    if not -_ABOVE <= under.y0 - over.y1 <= _GAP or under.y0 <= over.y0:
        return False
    return same_column(over, under, _ALIGNED, _ALIGNED)


def _place(block: Block) -> Box:
    """Return where a text stands: its shape's frame, whose text the format may only guess the reach of."""
    place = block.frame if block.container and block.frame is not None else block.box or block.frame
    return place if place is not None else Box(0.0, 0.0, 0.0, 0.0)


def _read(pairs: Pairs, page: Page, claim: Claim, role: Role) -> None:
    for head, texts in pairs:
        draft = claim.add(Draft((head,), head.text, role, f"p{page.number}/headed-texts"))
        draft.say(Field.DESCRIPTION, " ".join(mend(b.text) for b in texts), texts[0], "below-title")
        claim.use(texts, Use.DESCRIPTION, "text about the measure")
