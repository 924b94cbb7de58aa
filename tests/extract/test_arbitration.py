"""The surest recogniser takes a block; the others share what is left, in any order."""

from itertools import permutations

import pytest

from extract.arbitration import share_out
from extract.claims import Claim, Draft, Use
from veikart.core.blocks import Block, BlockKind
from veikart.core.records import Field


def block(name: str) -> Block:
    return Block(name, 1, BlockKind.TEXT, name)


def claim(name: str, confidence: float, *titles: str, **uses: Use) -> Claim:
    made = Claim(name, confidence)
    for title in titles:
        made.add(Draft((block(title),), title))
    for other, use in uses.items():
        made.use(block(other), use, name)
    return made


def outcome(claims: list[Claim]) -> dict[str, list[str]]:
    shares, _ = share_out(claims)
    return {c.recogniser: [d.title for d in drafts] for c, drafts in shares}


def test_the_surest_takes_what_two_want_whatever_the_order() -> None:
    claims = [claim("a", 0.5, "x", "y"), claim("b", 0.9, "y", "z"), claim("c", 0.7, "z", "w")]
    results = [outcome(list(order)) for order in permutations(claims)]
    assert results[0] == {"a": ["x"], "b": ["y", "z"], "c": ["w"]}
    assert all(result == results[0] for result in results)


def test_a_legend_of_a_surer_recogniser_is_no_record_but_an_ignored_block_is_free() -> None:
    sure = claim("a", 0.9, "x", legend=Use.LEGEND, prose=Use.IGNORED)
    assert outcome([sure, claim("b", 0.5, "legend", "prose")])["b"] == ["prose"]


def test_every_block_has_the_use_of_its_winner() -> None:
    _, uses = share_out([claim("a", 0.9, "x", legend=Use.LEGEND), claim("b", 0.5, "legend")])
    assert {name: use for name, (use, _) in uses.items()} == {"x": Use.RECORD, "legend": Use.LEGEND}


@pytest.mark.parametrize(
    ("told", "field", "method", "values"),
    [
        ({}, Field.GROUP, "heading", ["Felles"]),
        ({Field.GROUP: "Eget"}, Field.GROUP, "heading", ["Eget"]),
        ({}, Field.OWNERS, "nearness", ["Felles"]),
        ({}, Field.OWNERS, "issuer", []),
        ({}, Field.STATUS, "caption", ["Felles"]),
        ({}, Field.STATUS, "page-title", []),
        ({}, Field.PERIOD_TEXT, "caption", []),
    ],
)
def test_a_draft_takes_the_group_and_the_owner_beside_it_that_a_weaker_claim_read_of_its_blocks(
    told: dict[Field, str], field: Field, method: str, values: list[str]
) -> None:
    sure, weak = claim("a", 0.9, "x"), claim("b", 0.5, "x", "y")
    for name, value in told.items():
        sure.drafts[0].say(name, value, block("x"), "own")
    weak.drafts[0].say(field, "Felles", block("head"), method)
    shares, _ = share_out([weak, sure])
    assert [d.title for _, drafts in shares for d in drafts] == ["x", "y"]
    assert [s.value for s in shares[0][1][0].statements] == values
