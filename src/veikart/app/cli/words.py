"""Help texts from the catalogue. The project's language is not known when help is shown; VEIKART_LANGUAGE tells it."""

import os
from functools import cache

from veikart.core.messages import LANGUAGES, Catalogue

ENVIRONMENT = "VEIKART_LANGUAGE"


@cache
def _catalogue() -> Catalogue:
    wanted = os.environ.get(ENVIRONMENT, "")
    return Catalogue(wanted if wanted in LANGUAGES else LANGUAGES[0])


def say(key: str) -> str:
    """Return a help text."""
    return _catalogue().text(key)
