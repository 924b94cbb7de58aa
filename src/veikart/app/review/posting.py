"""What people post: each answer is read, written to disk, and followed by a redirect to the next question."""

from collections.abc import Callable
from typing import TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from veikart.app.review import answers
from veikart.app.review.answers import AnsweredError, Reading
from veikart.app.review.forms import Form, FormError, cookie, keys_cookie, read_form
from veikart.app.review.pages import Pages
from veikart.app.review.questions import Question
from veikart.app.review.site import Site
from veikart.app.review.view import View
from veikart.core.decisions import Decision, Judgement

Act: TypeAlias = Callable[[Reading, Form], list[Decision]]
Refuse: TypeAlias = Callable[[str], Response]


class Posting:
    """Handlers of POST."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._pages = Pages(site)

    async def verdict(self, request: Request) -> Response:
        """Take a verdict on the sides of a question."""
        return await self._answer(request, answers.verdict)

    async def value(self, request: Request) -> Response:
        """Take the value that is to stand."""
        return await self._answer(request, answers.value)

    async def correction(self, request: Request) -> Response:
        """Take a new name or value of a measure."""
        return await self._change(request, answers.correction)

    async def removal(self, request: Request) -> Response:
        """Take a mention out of a measure."""
        return await self._change(request, answers.removal)

    async def retraction(self, request: Request) -> Response:
        """Take back what was decided in one act."""

        def refuse(told: str) -> Response:
            return HTMLResponse(self._site.render(request, "message.html", kind="failed", detail=told), 422)

        return await self._write(request, answers.retraction, refuse, lambda _v, _d: "/decisions?undone=1")

    async def keys(self, request: Request) -> Response:
        """Turn the keys on or off."""
        try:
            form = await read_form(request, self._site.catalogue)
            wanted = form.line("keys")
        except FormError:
            wanted = ""
        response = RedirectResponse("/", status_code=303)
        response.headers.append("set-cookie", keys_cookie(wanted))
        return response

    async def _answer(self, request: Request, read: Callable[[Reading, Question, Form], list[Decision]]) -> Response:
        conflict = request.path_params["conflict"]
        order: list[str] = []

        def act(reading: Reading, form: Form) -> list[Decision]:
            order.extend(_following(reading.view, conflict))
            question = answers.question_of(reading, conflict)
            if question is None:
                raise FormError(self._site.catalogue.text("review.gone"))
            return read(reading, question, form)

        def refuse(told: str) -> Response:
            return self._pages.show_question(request, conflict, told, 422)

        def after(view: View, made: list[Decision]) -> str:
            if not made[0].conflict and conflict in view.open:  # some sides are left to judge
                return f"/question/{conflict}?done={made[0].id}"
            following = next((c for c in order if c in view.open), view.open[0] if view.open else "")
            return f"/question/{following}?done={made[0].id}" if following else f"/?done={made[0].id}"

        return await self._write(request, act, refuse, after)

    async def _change(self, request: Request, read: Callable[[Reading, str, Form], list[Decision]]) -> Response:
        identity = request.path_params["measure"]

        def act(reading: Reading, form: Form) -> list[Decision]:
            if identity not in reading.view.measures:
                raise FormError(self._site.catalogue.text("review.missing_text"))
            return read(reading, identity, form)

        def refuse(told: str) -> Response:
            return self._pages.show_measure(request, identity, told, 422)

        def after(view: View, made: list[Decision]) -> str:
            right = made[0].right.record  # the rest of a measure stays where it was
            return f"/measure/{view.outcome.member_of.get(right, identity)}?done={made[0].id}"

        return await self._write(request, act, refuse, after)

    async def _write(
        self, request: Request, act: Act, refuse: Refuse, after: Callable[[View, list[Decision]], str]
    ) -> Response:
        catalogue = self._site.catalogue
        try:
            form = await read_form(request, catalogue)
        except FormError as error:
            return await run_in_threadpool(refuse, str(error))

        def work() -> Response:
            try:
                made = self._site.desk.act(lambda view: act(self._site.reading(view), form))
            except FormError as error:
                return refuse(str(error))
            except AnsweredError as error:
                named = catalogue.text(f"review.{_named(error.answer.judgement)}").lower()
                return refuse(catalogue.text("review.answered_meanwhile", by=error.answer.by, verdict=named))
            except OSError as error:
                cause = error.strerror or type(error).__name__
                body = self._site.render(
                    request, "message.html", kind="failed", detail=catalogue.text("review.failed_text", reason=cause)
                )
                return HTMLResponse(body, status_code=500)
            response = RedirectResponse(after(self._site.desk.view(), made), status_code=303)
            response.headers.append("set-cookie", cookie(made[0].by))
            return response

        return await run_in_threadpool(work)


def _following(view: View, conflict: str) -> list[str]:
    """Return the open questions in the order in which they follow this one."""
    order = list(view.open)
    here = order.index(conflict) if conflict in order else -1
    return [*order[here + 1 :], *order[: max(here, 0)]]


def _named(judgement: Judgement) -> str:
    return "value" if judgement is Judgement.VALUE else judgement.value
