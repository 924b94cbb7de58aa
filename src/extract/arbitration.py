"""Several recognisers may want one page: the surest takes its blocks first, the others share what is left."""

from extract.claims import Claim, Draft, Use
from veikart.core.records import Field

_PLACED = frozenset({"nearness", "lane", "fact-box", "caption"})
"""Methods that read a value beside the very name, not from the page or the document."""
_BESIDE = frozenset({Field.OWNERS, Field.STATUS, Field.STATUS_TEXT})
_LEAVES_FREE = frozenset({Use.IGNORED})
"""Uses that do not keep a weaker claim from a block."""


def share_out(claims: list[Claim]) -> tuple[list[tuple[Claim, list[Draft]]], dict[str, tuple[Use, str]]]:
    """Return each claim with the drafts it may keep, and what every block became.

    The order of the claims does not matter: confidence decides, then the recogniser's name.
    """
    taken: dict[str, tuple[Use, str]] = {}
    outcome: list[tuple[Claim, list[Draft]]] = []
    made: dict[tuple[str, ...], Draft] = {}
    for claim in sorted(claims, key=lambda c: (-c.confidence, c.recogniser)):
        kept: list[Draft] = []
        given_up: list[Draft] = []
        for draft in claim.drafts:
            (given_up if any(_is_taken(b.id, taken) for b in draft.blocks) else kept).append(draft)
        for draft in given_up:
            _complete(made, draft)
        made.update({_key(draft): draft for draft in kept})
        lost = {b.id for d in given_up for b in d.blocks}
        held = {b.id for d in kept for b in d.blocks}
        for block, (use, reason) in claim.uses.items():
            if (block in lost and block not in held) or _is_taken(block, taken):
                continue
            taken[block] = (use, reason)
        outcome.append((claim, kept))
    return outcome, taken


def _key(draft: Draft) -> tuple[str, ...]:
    return (*(block.id for block in draft.blocks), draft.anchor_suffix)


def _complete(made: dict[tuple[str, ...], Draft], weaker: Draft) -> None:
    """Give a draft what a weaker claim read of the very same blocks: group, owners, status, where it tells none."""
    own = made.get(_key(weaker))
    if own is None or own.parent is not None or weaker.parent is not None:
        return
    near = [s for s in weaker.statements if s.field in _BESIDE and s.method in _PLACED]
    groups = [s for s in weaker.statements if s.field is Field.GROUP]
    own.statements += [s for s in (*groups, *near) if not own.says(s.field)]


def _is_taken(block: str, taken: dict[str, tuple[Use, str]]) -> bool:
    return block in taken and taken[block][0] not in _LEAVES_FREE
