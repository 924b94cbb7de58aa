"""The web application: routes, templates and what every page shares."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from export.report.difference import marked
from veikart.app.project import Project
from veikart.app.review import pages, posting
from veikart.app.review.answers import told
from veikart.app.review.desk import Desk
from veikart.app.review.guard import Guard
from veikart.app.review.painter import Painter
from veikart.app.review.questions import about, label, said
from veikart.app.review.site import Site
from veikart.core.dates_told import moment_told, period_told, step_value_told
from veikart.core.messages import Catalogue
from veikart.core.question_parts import question_parts


def make_app(project: Project, port: int) -> ASGIApp:
    """Return the review page of a project, to be served on a port of loopback."""
    catalogue = Catalogue(project.config.project.language)
    desk, painter = Desk(project), Painter(project)
    site = Site(desk, painter, catalogue, _environment(catalogue))

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            painter.close()

    handlers = {404: _missing(site), 405: _missing(site)}
    app = Starlette(routes=_routes(site), exception_handlers=handlers, lifespan=lifespan)
    return Guard(app, port, catalogue.text("review.refused_text"))


def _routes(site: Site) -> list[Route]:
    read, write = pages.Pages(site), posting.Posting(site)
    return [
        Route("/", read.queue, name="queue"),
        Route("/question/{conflict}", read.question, name="question"),
        Route("/question/{conflict}/verdict", write.verdict, methods=["POST"]),
        Route("/question/{conflict}/value", write.value, methods=["POST"]),
        Route("/measures", read.measures, name="measures"),
        Route("/measure/{measure}", read.measure, name="measure"),
        Route("/measure/{measure}/value", write.correction, methods=["POST"]),
        Route("/measure/{measure}/drop", write.removal, methods=["POST"]),
        Route("/decisions", read.decisions, name="decisions"),
        Route("/decisions/undo", write.retraction, methods=["POST"]),
        Route("/keys", write.keys, methods=["POST"]),
        Route("/picture/{record}/{part}.png", read.picture, name="picture"),
        Route("/static/{name}", _static, name="static"),
    ]


def _environment(catalogue: Catalogue) -> Environment:
    folder = files("veikart.app.review") / "templates"
    sources = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".html")}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["t"] = catalogue.text
    environment.globals["word"] = catalogue.label
    environment.globals["language"] = catalogue.language
    environment.filters["period"] = lambda thing: period_told(thing.period_start, thing.period_end, catalogue)
    environment.globals["shown_value"] = lambda field, value: label(field, value, catalogue)
    environment.filters["bits"] = lambda weight: f"{weight:+.1f}".replace(".", catalogue.text("review.decimal"))
    environment.filters["moment"] = lambda text: moment_told(text, catalogue)
    environment.filters["told_step"] = lambda text: step_value_told(text, catalogue)
    environment.filters["said"] = lambda records, field: said(records, field, catalogue)
    environment.filters["parts"] = question_parts
    environment.filters["about"] = about
    environment.filters["differing"] = lambda name, other: Markup(marked(name, other))  # noqa: S704 - escaped there
    environment.globals["told"] = lambda decisions: told(decisions, catalogue)
    return environment


def _missing(site: Site) -> "pages.Handler":
    async def handler(request: Request, _error: Exception) -> Response:
        return HTMLResponse(site.render(request, "message.html", kind="missing", detail=""), status_code=404)

    return handler


_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


async def _static(request: Request) -> Response:
    content = _statics().get(request.path_params["name"])
    if content is None:
        return Response(status_code=404)
    kind = next(kind for end, kind in _TYPES.items() if request.path_params["name"].endswith(end))
    return Response(content, headers={"Content-Type": kind, "Cache-Control": "max-age=300"})


@cache
def _statics() -> Mapping[str, bytes]:
    folder = files("veikart.app.review") / "static"
    return {f.name: f.read_bytes() for f in folder.iterdir() if f.name.endswith(tuple(_TYPES))}
