"""What the handlers of all pages share."""

from dataclasses import dataclass

from jinja2 import Environment
from starlette.requests import Request

from veikart.app.review.answers import Reading
from veikart.app.review.desk import Desk
from veikart.app.review.forms import KEYS, reviewer_of
from veikart.app.review.painter import Painter
from veikart.app.review.view import View
from veikart.core.messages import Catalogue


@dataclass(frozen=True, slots=True)
class Site:
    """The desk, the painter and the words."""

    desk: Desk
    painter: Painter
    catalogue: Catalogue
    templates: Environment

    def reading(self, view: View | None = None) -> Reading:
        """Return a state, the present one where none is given, with what reads forms."""
        return Reading(view or self.desk.view(), self.desk.vocabulary, self.catalogue)

    def render(self, request: Request, template: str, view: View | None = None, **values: object) -> str:
        """Return a page. Everything that goes into it is escaped by the templates."""
        view = view or self.desk.view()
        done = view.batch(request.query_params.get("done", "")[:80])
        common = {
            "view": view,
            "here": request.url.path,
            "reviewer": reviewer_of(request),
            "project_name": self.desk.project.config.project.name,
            "done": done,
            "done_effect": self.desk.effect_of(done[0].id) if done else None,
            "keys_on": request.cookies.get(KEYS) != "off",
            "undone": request.query_params.get("undone") == "1",
        }
        return self.templates.get_template(template).render({**common, **values})
