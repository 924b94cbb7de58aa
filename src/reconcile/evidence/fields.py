"""Evidence from the fields beside the title: owner, period, parent, group, description, document."""

from collections.abc import Mapping
from datetime import date

from reconcile.evidence.model import Model
from reconcile.mentions import Mention
from veikart.core.outcome import Step
from veikart.core.records import Role
from veikart.core.text import fold, words

MIN_DESCRIPTION = 8
"""Words that a description needs before it says anything."""
LIKE, UNLIKE = 0.45, 0.12
"""Share of the shorter description's long words that the other has too."""


def compare_fields(left: Mention, right: Mention, model: Model) -> list[Step]:
    """Return the steps that the fields of two mentions give, one for each comparison that can be made."""
    steps = [
        _owners(left, right, model),
        _period(left, right, model),
        _parent(left, right, model),
        _group(left, right, model),
        _description(left, right, model),
    ]
    return [step for step in steps if step is not None]


def part_of(left: Mention, right: Mention, against: Mapping[str, float]) -> Step | None:
    """Return the step against a measure and the need that it belongs to, None where neither is the other's parent.

    Rows of a crosswalk name their common measure as parent too: that is the opposite of a part.
    """
    if left.key == right.key:
        return None
    for child, parent in ((left, right), (right, left)):
        if parent.key in child.parents and Role.MEMBER not in child.roles:
            return Step("part of", against["part_of"], left.name, right.name)
    return None


def _owners(left: Mention, right: Mention, model: Model) -> Step | None:
    if not left.owners or not right.owners:
        return None
    level = "same" if left.owners & right.owners else "other"
    return model.field_step("owner", level, "; ".join(sorted(left.owners)), "; ".join(sorted(right.owners)))


def _period(left: Mention, right: Mention, model: Model) -> Step | None:
    one, other = left.span, right.span
    if one is None or other is None:
        return None
    meet = one[0] <= other[1] and other[0] <= one[1]
    level = "same" if one == other else "overlapping" if meet else "disjoint"
    return model.field_step("period", level, _shown(one), _shown(other))


def _shown(period: tuple[date, date]) -> str:
    start, end = period
    return f"{start.isoformat()} → {'' if end == date.max else end.isoformat()}".strip()


def _parent(left: Mention, right: Mention, model: Model) -> Step | None:
    if not left.parents or not right.parents or left.document.path == right.document.path:
        return None
    level = "same" if left.parents & right.parents else "other"
    return model.field_step("parent", level, left.parent, right.parent)


def _group(left: Mention, right: Mention, model: Model) -> Step | None:
    one, other = left.group, right.group
    if not one or not other or left.document.path == right.document.path:
        return None
    return model.field_step("group", "same" if fold(one) == fold(other) else "other", one, other)


def _description(left: Mention, right: Mention, model: Model) -> Step | None:
    one, other = left.description, right.description
    if not one or not other:
        return None
    a, b = ({w for w in words(text) if len(w) > 4} for text in (one, other))
    if min(len(a), len(b)) < MIN_DESCRIPTION:
        return None
    alike = len(a & b) / min(len(a), len(b))
    level = "many" if alike >= LIKE else "some" if alike >= UNLIKE else "few"
    return model.field_step("description", level, one[:80], other[:80])


def compare_places(left: Mention, right: Mention, weights: Mapping[str, float]) -> Step | None:
    """Return what it says that two mentions stand on one page, in one document, or in editions of one series."""
    if shared := left.pages & right.pages:
        page = f"{left.document.path}, {min(shared)[1]}"
        return Step("same page", weights["same_page"], page, page)
    if left.document.path == right.document.path:
        return Step("same document", weights["same_document"], left.document.path, right.document.path)
    if left.document.series and left.document.series == right.document.series:
        editions = left.document.edition or left.document.path, right.document.edition or right.document.path
        return Step("editions of one series", weights["successive_editions"], *editions)
    return None
