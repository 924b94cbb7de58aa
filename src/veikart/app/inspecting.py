"""What the reader saw on a page and what became of it, as data, text or a picture."""

from pathlib import Path

from extract.drawing import draw, page_as_data
from extract.service import PageReport, inspect_document
from veikart.app.pool import run_limited
from veikart.app.project import Project
from veikart.app.results import account_as_json
from veikart.core.config import Config

PICTURE_WIDTH = 1600  # pixels


def find_document(project: Project, file: Path) -> tuple[str, Path]:
    """Return name and path of a document given as a path, or as its name below raw/."""
    for path in (file, project.raw / file):
        if path.is_file():
            return project.name_of(path), path
    raise FileNotFoundError(file)


def inspect_pages(project: Project, name: str, path: Path, page: int | None) -> list[PageReport]:
    """Return the pages of a document, or the one asked for, with what each block became.

    Raises:
        DocumentError: the document cannot be read within the limits.
    """
    return run_limited(_inspect, (path, name, project.config, page), project.config.extract)


def picture_of(project: Project, path: Path, report: PageReport) -> bytes:
    """Return the page as a PNG with every block drawn as what it became.

    Raises:
        DocumentError: the page cannot be drawn within the limits.
    """
    return run_limited(_picture, (path, report), project.config.extract)


def as_data(report: PageReport) -> dict[str, object]:
    """Return one page's report as plain data."""
    return {
        "page": report.page.number,
        "width": report.page.width,
        "height": report.page.height,
        "hidden": report.page.hidden,
        "text": account_as_json(report.account) if report.account else None,
        "blocks": page_as_data(report.page, report.uses),
    }


def _inspect(path: Path, name: str, config: Config, page: int | None) -> list[PageReport]:
    return [r for r in inspect_document(path, name, config) if page is None or r.page.number == page]


def _picture(path: Path, report: PageReport) -> bytes:
    from extract.readers.sniff import sniff

    background = None
    if sniff(path) == "pdf":
        from extract.readers.pdf.render import render

        background = render(path, report.page.number, PICTURE_WIDTH)
    return draw(report.page, report.uses, background, PICTURE_WIDTH)
