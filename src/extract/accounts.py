"""Where a page's text went, and whether a page that looks like a plan was left without records."""

from collections.abc import Mapping

from extract.claims import Use
from extract.resemblance import looks_like_plan
from veikart.core.blocks import BlockKind, Page
from veikart.core.problems import Code, Level, Problem, problem
from veikart.core.records import PageAccount
from veikart.core.vocabulary import Vocabulary

_RECORDED = frozenset({Use.RECORD, Use.DESCRIPTION, Use.PERIOD, Use.STATUS, Use.OWNER, Use.GROUP})
_FURNITURE = frozenset({Use.FURNITURE, Use.AXIS, Use.LEGEND, Use.HEADING})
_FURNITURE_KINDS = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.TITLE, BlockKind.PICTURE})


def account_for(
    page: Page, uses: Mapping[str, tuple[Use, str]], records: int, recognisers: tuple[str, ...], vocabulary: Vocabulary
) -> tuple[PageAccount, list[Problem]]:
    """Count the page's characters by what became of them; a plan without records is a problem."""
    recorded = furniture = unused = 0
    for block in page.blocks:
        size = len(block.text.strip())
        use = uses[block.id][0] if block.id in uses else None
        if use in _RECORDED:
            recorded += size
        elif use in _FURNITURE or (use is None and block.kind in _FURNITURE_KINDS):
            furniture += size
        else:
            unused += size
    account = PageAccount(page.number, recorded, furniture, unused, records, recognisers)
    if records == 0 and looks_like_plan(page, vocabulary):
        return account, [problem(Code.PLAN_WITHOUT_RECORDS, Level.WARNING, page.number)]
    return account, []
