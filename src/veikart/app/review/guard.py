"""What keeps strangers out of a page on loopback: Host against rebinding, Origin against forged forms, strict headers.

The checks follow OpenRefine (Host) and Datasette (Origin and Sec-Fetch-Site in place of tokens).
"""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would make browsers send "Origin: null" with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_SAFE = frozenset({"GET", "HEAD"})
_OWN_SITE = frozenset({"same-origin", "none"})
_MAX_BODY = 64 * 1024
_LENGTH = re.compile(r"[0-9]{1,9}")


class Guard:
    """Middleware that refuses what does not come from the page itself, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, port: int, refusal: str) -> None:
        self._app = app
        self._hosts = frozenset(f"{name}:{port}" for name in NAMES)
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through or answer 403."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    if name not in headers:
                        headers[name] = value
            await send(message)

        if self._allowed(scope["method"], Headers(scope=scope)):
            await self._app(scope, receive, guarded)
        else:
            await PlainTextResponse(self._refusal, status_code=403)(scope, receive, guarded)

    def _allowed(self, method: str, headers: Headers) -> bool:
        if headers.get("host", "") not in self._hosts:
            return False
        own = headers.get("sec-fetch-site", "none") in _OWN_SITE
        if method in _SAFE:  # a link from elsewhere may lead here; pictures and scripts of ours are for our pages only
            return own or headers.get("sec-fetch-mode") == "navigate"
        if not own:
            return False
        length = headers.get("content-length", "")
        if not _LENGTH.fullmatch(length) or int(length) > _MAX_BODY:
            return False
        return headers.get("origin") == f"http://{headers['host']}"
