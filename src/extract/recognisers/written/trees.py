"""Plans drawn as trees in text: phases or parts of the work with lines and corners before what belongs to them."""

import re
from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.wording import is_title
from extract.recognisers.written.headings import Kind, read_heading
from veikart.core.blocks import Block, Page
from veikart.core.records import Field, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "text-tree"
_SURE = 0.9
_BRANCH = re.compile(r"^(?P<lead>[\s│|]*[├└╰+`][─━\-]*\s*)(?P<name>\S.*)$")
_RULE = re.compile(r"^[\s│|]*$")
_NUMBER = re.compile(r"^(?:\d{1,2}\.)+\d{0,2}\.?\s+(?=\D)")
_FILE = re.compile(r"[/\\]$|^\.|\w\.[a-z]{1,5}\b|\w_\w|[{};]|\(\)")
_LEAST = 3
_FILES = 0.2  # share of names that look like files or code, from which it is a tree of these


@dataclass(slots=True)
class _Node:
    """A line of a tree: how far in it stands, what it names, and the names above it."""

    depth: int
    name: str
    path: tuple[str, ...]
    leaf: bool = True


def text_trees(page: Page, deck: Deck) -> Claim | None:
    """Claim the outermost ends of trees under headings that say that they are plans, or under counted phases."""
    claim = Claim(NAME, _SURE)
    for block in page.blocks:
        nodes = _nodes(block.text) if "├" in block.text or "└" in block.text else []
        if _is_plan(nodes, block, deck.vocabulary):
            _read(nodes, block, deck.vocabulary, claim)
    return claim if claim.drafts else None


def _nodes(text: str) -> list[_Node]:
    nodes: list[_Node] = []
    for line in text.split("\n"):
        if _RULE.match(line):
            continue
        branch = _BRANCH.match(line)
        depth = len(branch["lead"]) if branch else 0
        name = _NUMBER.sub("", (branch["name"] if branch else line).strip())
        above = nodes[-1] if nodes else None
        path: tuple[str, ...] = ()
        if above is not None and depth > above.depth:
            above.leaf = False
            path = (*above.path, above.name)
        elif depth:
            path = next((node.path for node in reversed(nodes) if node.depth == depth), ())
        nodes.append(_Node(depth, name, path))
    return nodes


def _is_plan(nodes: list[_Node], block: Block, vocabulary: Vocabulary) -> bool:
    ends = [node for node in nodes if node.leaf and node.depth]
    if len(ends) < _LEAST or sum(bool(_FILE.search(node.name)) for node in nodes) > _FILES * len(nodes):
        return False
    heading = mend(block.heading_path[-1]) if block.heading_path else ""
    staged = [node for node in nodes if not node.leaf and read_heading(node.name, vocabulary).kind is Kind.STAGE]
    return vocabulary.is_plan_heading(heading) or len(staged) > 1


def _read(nodes: list[_Node], block: Block, vocabulary: Vocabulary, claim: Claim) -> None:
    for number, node in enumerate(nodes):
        if not (node.leaf and node.depth and is_title(node.name, vocabulary)):
            continue
        draft = Draft((block,), node.name, Role.MEASURE, f"{block.id}/tree", anchor_suffix=f"/{number}")
        if node.path:
            draft.say(Field.GROUP, node.path[-1], block, "tree")
        claim.add(draft)
    claim.use(block, Use.RECORD, NAME)
