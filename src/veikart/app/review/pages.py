"""The pages that people look at; nothing here changes anything."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from reconcile.rulings import FIELDS
from veikart.app.review import acts
from veikart.app.review.answers import Reading, question_of
from veikart.app.review.effects import Effect
from veikart.app.review.forms import JUDGEMENTS
from veikart.app.review.questions import Question, choose
from veikart.app.review.site import Site
from veikart.app.review.view import View
from veikart.core.decisions import Decision, Judgement
from veikart.core.outcome import Conflict, Measure
from veikart.core.records import Record, Status
from veikart.core.text import fold

Handler: TypeAlias = Callable[[Request, Exception], Awaitable[Response]]
T = TypeVar("T")
PAGE_LENGTH = 50
PLACES_SHOWN = 6
"""Pictures of one side; the rest is listed by document and page."""


class Pages:
    """Handlers of GET."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def queue(self, request: Request) -> Response:
        """List the questions."""
        return await run_in_threadpool(self._queue, request)

    async def question(self, request: Request) -> Response:
        """Ask one question."""
        return await run_in_threadpool(self.show_question, request, request.path_params["conflict"])

    async def measures(self, request: Request) -> Response:
        """List the measures."""
        return await run_in_threadpool(self._measures, request)

    async def measure(self, request: Request) -> Response:
        """Show one measure."""
        return await run_in_threadpool(self.show_measure, request, request.path_params["measure"])

    async def decisions(self, request: Request) -> Response:
        """List the decisions, the latest first."""
        return await run_in_threadpool(self._decisions, request)

    async def picture(self, request: Request) -> Response:
        """Return the picture of a record's place."""
        return await run_in_threadpool(self._picture, request)

    def _queue(self, request: Request) -> Response:
        view, query = self._site.desk.view(), request.query_params
        kind, state, words = query.get("kind", ""), query.get("state", "open"), query.get("q", "")[:100]
        found = [c for c in view.outcome.conflicts if _asked(c, view, kind, state, fold(words))]
        rows, page, last = _page(found, query.get("page", ""))
        body = self._site.render(
            request, "queue.html", view, rows=rows, page=page, last=last, count=len(found), kind=kind, state=state,
            q=words, kinds=sorted({c.kind.value for c in view.outcome.conflicts}), first=(page - 1) * PAGE_LENGTH,
        )  # fmt: skip
        return HTMLResponse(body)

    def show_question(self, request: Request, conflict: str, error: str = "", status: int = 200) -> Response:
        """Return the page of a question, with what went wrong with an answer to it."""
        reading = self._site.reading()
        question = question_of(reading, conflict)
        if question is None:
            return HTMLResponse(self._site.render(request, "message.html", kind="gone", detail=""), status_code=404)
        tried = request.query_params.get("if", "")
        body = self._site.render(
            request, "question.html", reading.view, question=question, error=error, tried=tried,
            effect=self._effect(reading, question, tried), neighbours=neighbours(reading.view, conflict),
            look=self._look, places_shown=PLACES_SHOWN, thresholds=self._site.desk.project.config.reconcile,
        )  # fmt: skip
        return HTMLResponse(body, status_code=status)

    def _measures(self, request: Request) -> Response:
        view, words = self._site.desk.view(), request.query_params.get("q", "")[:100]
        key = fold(words)
        found = [m for m in view.outcome.measures if key in fold(" ".join((m.name, *m.aliases, m.id)))]
        found.sort(key=lambda m: (fold(m.name), m.id))
        rows, page, last = _page(found, request.query_params.get("page", ""))
        body = self._site.render(
            request, "measures.html", view, rows=rows, page=page, last=last, count=len(found), q=words,
            first=(page - 1) * PAGE_LENGTH,
        )  # fmt: skip
        return HTMLResponse(body)

    def show_measure(self, request: Request, identity: str, error: str = "", status: int = 200) -> Response:
        """Return the page of a measure, with what went wrong with a change to it."""
        view = self._site.desk.view()
        measure = view.measures.get(identity)
        if measure is None:
            return HTMLResponse(self._site.render(request, "message.html", kind="missing", detail=""), status_code=404)
        groups = [[view.records[r] for r in group] for group in acts.members(view, measure)]
        body = self._site.render(
            request, "measure.html", view, measure=measure, groups=groups, error=error, look=self._look,
            places_shown=PLACES_SHOWN, asked=[c for c in view.outcome.conflicts if identity in c.measures],
            choices=[choose(view, measure, field, self._site.catalogue) for field in FIELDS],
            statuses=[s.value for s in Status],
        )  # fmt: skip
        return HTMLResponse(body, status_code=status)

    def _decisions(self, request: Request) -> Response:
        view = self._site.desk.view()
        acted = _acts([d for d in view.decisions if d.judgement is not Judgement.UNDO])
        in_force = {d.id for d in view.standing}
        rows, page, last = _page(acted[::-1], request.query_params.get("page", ""))
        body = self._site.render(
            request, "decisions.html", view, rows=rows, page=page, last=last, count=len(acted), in_force=in_force,
            first=(page - 1) * PAGE_LENGTH,
            problems=[self._site.catalogue.problem(p) for p in view.problems][:20],
        )  # fmt: skip
        return HTMLResponse(body)

    def _picture(self, request: Request) -> Response:
        record = self._site.desk.view().records.get(request.path_params["record"])
        part = request.path_params["part"]
        if record is None or part not in ("near", "page", *FIELDS):
            return Response(status_code=404)
        content = self._site.painter.picture(record, whole=part == "page", field=part)
        if not content:
            return Response(status_code=404)
        return Response(content, media_type="image/png")  # not for the browser's disk: pages may be sensitive

    def _look(self, record: Record) -> dict[str, object]:
        """Return how a record's place is shown: as a picture, as lines, or not at all."""
        document = self._site.desk.view().documents[record.document]
        if record.box is not None:
            return {"picture": True, "lines": ()}
        return {"picture": False, "lines": self._site.painter.lines(record, document.kind)}

    def _effect(self, reading: Reading, question: Question, tried: str) -> Effect | None:
        if tried not in [j.value for j in JUDGEMENTS] or len(question.sides) < 2:
            return None
        keys = [side.key for side in question.sides]
        decisions = acts.judge(reading.view, Judgement(tried), keys, acts.sign(""), question.conflict.id)
        return self._site.desk.what_if(decisions)


def neighbours(view: View, conflict: str) -> tuple[str, str]:
    """Return the questions before and after one in the queue, "" where there is none."""
    order = list(view.open)
    if conflict in order:
        here = order.index(conflict)
        return order[here - 1] if here else "", order[here + 1] if here + 1 < len(order) else ""
    return "", order[0] if order else ""


def _asked(conflict: Conflict, view: View, kind: str, state: str, words: str) -> bool:
    if (kind and conflict.kind.value != kind) or (state and conflict.state != state):
        return False
    names = (view.measures[m].name for m in conflict.measures if m in view.measures)
    return not words or words in fold(" ".join((*names, *conflict.values, conflict.message)))


def _page(rows: Sequence[T], asked: str) -> tuple[Sequence[T], int, int]:
    last = max(1, -(-len(rows) // PAGE_LENGTH))
    page = min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    return rows[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH], page, last


def _acts(decisions: Sequence[Decision]) -> list[list[Decision]]:
    """Gather decisions that were made in one act."""
    found: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in decisions:
        found.setdefault((decision.by, decision.when, decision.conflict), []).append(decision)
    return list(found.values())


__all__ = ["Handler", "Measure", "Pages", "neighbours"]
