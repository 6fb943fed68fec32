"""The server: tools and resources by the official SDK, over stdio or streamable HTTP."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ToolError
from mcp.server.mcpserver.resources import ResourceSecurity
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

import khabar
from khabar.errors import KhabarError
from khabar.mcp.asking import LARGEST, MOST, MOST_CITED, Answer, Asking, wanted
from khabar.mcp.asking import day as day_of
from khabar.views.questions import Questions

INSTRUCTIONS = """\
Khabar holds claims from Arabic news: who did what to whom, where, when, with what losses, and who says so.
A claim is what one article says; an event is what many claims are about. The isnad is the chain of those who passed a
claim on, from its origin to the outlet. "lines" counts independent lines: chains that share no transmitter.
Cite every statement with its claim id, its outlet and its origin, and quote its sentence. Give figures side by side
with who says them; do not average them, and say so where they are disputed. Nothing here says that a claim is true.
Answers are cut to size; next_offset leads to the rest. Names may be given in Arabic or English, in any spelling."""

TYPE = "Event types with commas between: ASSAULT COERCE MOBILIZE PROTEST SANCTION THREATEN REJECT ACCUSE REQUEST CONSULT AGREE SUPPORT CONCEDE COOPERATE AID RETREAT"  # noqa: E501
Types = Annotated[str, Field(description=TYPE, max_length=200)]
Actor = Annotated[str, Field(description="An actor or target: name, id or alpha-3 country code", max_length=200)]
Place = Annotated[str, Field(description="A place or country: name, id or alpha-3 country code", max_length=200)]
Since = Annotated[str, Field(description="Events from this day, month or year on: 2024-01-23, 2024-01, 2024")]
Until = Annotated[str, Field(description="Events up to this day, month or year")]
Source = Annotated[str, Field(description="Told or relayed by this outlet or source", max_length=200)]
Text = Annotated[str, Field(description="Words that all stand in the claim's sentence, any spelling", max_length=200)]
AsOf = Annotated[str, Field(description="Only what had been reported by this day")]
Limit = Annotated[int, Field(ge=1, le=MOST, description="At most so many")]
Offset = Annotated[int, Field(ge=0, le=1_000_000, description="How many to leave out before them")]
Cite = Annotated[int, Field(ge=0, le=MOST_CITED, description="Claims to cite for each event")]

READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
PATH = "/mcp"
LOCAL = ("127.0.0.1", "localhost", "[::1]")
_FREE_IDS = ResourceSecurity(exempt_params={"id"})
"""Ids of articles are looked up in the store, never on a disk."""


def create_server(questions: Questions) -> MCPServer[Any]:
    """A server of read-only tools over ``questions``; closing them is the caller's."""
    server: MCPServer[Any] = MCPServer(
        "khabar", title="Khabar", version=khabar.__version__, instructions=INSTRUCTIONS, log_level="WARNING"
    )
    asking = Asking(questions)
    _add_event_tools(server, asking)
    _add_source_tools(server, asking)
    _add_resources(server, asking)
    return server


@contextmanager
def _told(kind: type[Exception]) -> Any:
    """Faults that the asker can mend become errors of the protocol with their own words."""
    try:
        yield
    except KhabarError as error:
        raise kind(str(error)) from None


def _answer(data: Answer) -> CallToolResult:
    """``data`` as structured content, and as JSON without a space too many for those who read text only."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=data)


def _add_event_tools(server: MCPServer[Any], asking: Asking) -> None:
    tool = server.tool

    @tool(annotations=READ_ONLY, title="Events")
    def events(
        type: Types = "", actor: Actor = "", place: Place = "", since: Since = "", until: Until = "",
        source: Source = "", text: Text = "", as_of: AsOf = "", limit: Limit = 10, offset: Offset = 0, cite: Cite = 3,
    ) -> CallToolResult:  # fmt: skip
        """Events with who did what to whom, where and when, their figures side by side, independent lines, articles,
        and claims to cite with sentence and isnad. Filters join with "and"; without any, all events by day."""
        with _told(ToolError):
            asked = wanted(
                types=type, actor=actor, place=place, since=since, until=until, source=source, text=text, as_of=as_of
            )
            return _answer(asking.events(asked, limit=limit, offset=offset, cite=cite))

    @tool(annotations=READ_ONLY, title="One event")
    def event(
        id: Annotated[str, Field(description="An event's id, an old id, or its beginning", max_length=100)],
        as_of: AsOf = "", limit: Limit = 20, offset: Offset = 0,
    ) -> CallToolResult:  # fmt: skip
        """One event in full: all its claims in the order reported, each with sentence and isnad; every source's
        figures; the independent lines from origin to outlet, and the bottleneck that all of them pass, if any; what
        lines disagree on; how the picture changed day by day."""
        with _told(ToolError):
            return _answer(asking.event(id, as_of=day_of(as_of, "as_of", last=True), limit=limit, offset=offset))

    @tool(annotations=READ_ONLY, title="Timeline")
    def timeline(
        type: Types = "", actor: Actor = "", place: Place = "", since: Since = "", until: Until = "",
        source: Source = "", text: Text = "", as_of: AsOf = "", limit: Limit = 20, offset: Offset = 0, cite: Cite = 1,
    ) -> CallToolResult:  # fmt: skip
        """Events day by day; those of unknown day last."""
        with _told(ToolError):
            asked = wanted(
                types=type, actor=actor, place=place, since=since, until=until, source=source, text=text, as_of=as_of
            )
            return _answer(asking.timeline(asked, limit=limit, offset=offset, cite=cite))

    @tool(annotations=READ_ONLY, title="Disputes")
    def disputes(
        type: Types = "", actor: Actor = "", place: Place = "", since: Since = "", until: Until = "",
        as_of: AsOf = "", limit: Limit = 10, offset: Offset = 0, cite: Cite = 4,
    ) -> CallToolResult:  # fmt: skip
        """Events on which independent lines disagree: whether it happened, who did it, where, how many. Strongest
        first, with the sides and who is on each."""
        with _told(ToolError):
            asked = wanted(types=type, actor=actor, place=place, since=since, until=until, as_of=as_of)
            return _answer(asking.disputes(asked, limit=limit, offset=offset, cite=cite))

    @tool(annotations=READ_ONLY, title="What was known by a day")
    def as_of(
        day: Annotated[str, Field(description="The day: 2024-01-24")],
        type: Types = "", actor: Actor = "", place: Place = "", since: Since = "", until: Until = "",
        limit: Limit = 10, offset: Offset = 0, cite: Cite = 2,
    ) -> CallToolResult:  # fmt: skip
        """Events as they were known on a day, from what had been reported by then; "since_then" says how many claims
        came later, and today's lines and figures."""
        with _told(ToolError):
            known = day_of(day, "day", last=True)
            if known is None:
                raise KhabarError("day is empty; give one, such as 2024-01-24")
            asked = wanted(types=type, actor=actor, place=place, since=since, until=until)
            return _answer(asking.as_of(known, asked, limit=limit, offset=offset, cite=cite))


def _add_source_tools(server: MCPServer[Any], asking: Asking) -> None:
    tool = server.tool

    @tool(annotations=READ_ONLY, title="Sources")
    def sources(
        name: Annotated[str, Field(description="One source, in any spelling; empty for a list", max_length=200)] = "",
        type: Types = "", actor: Actor = "", place: Place = "", since: Since = "", until: Until = "",
        as_of: AsOf = "", limit: Limit = 30, offset: Offset = 0, cite: Cite = 2,
    ) -> CallToolResult:  # fmt: skip
        """Who tells and who is behind what is told. Without a name: outlets and transmitters with how much passes
        through each. With one: its record, what it told first, what others confirmed, contradicted, what it revised,
        with claims to cite."""
        with _told(ToolError):
            asked = wanted(types=type, actor=actor, place=place, since=since, until=until, as_of=as_of)
            if name.strip():
                return _answer(asking.source(name, asked, cite=cite))
            return _answer(asking.sources(asked, limit=limit, offset=offset))

    @tool(annotations=READ_ONLY, title="Tallies")
    def tallies(
        what: Annotated[str, Field(description="Words of what is counted; empty for all", max_length=200)] = "",
        place: Place = "", as_of: AsOf = "", limit: Limit = 10, offset: Offset = 0,
    ) -> CallToolResult:  # fmt: skip
        """Standing counts that are no events (troops in a country, attacks since a day, shares), each thing as a series
        in time: every count with its sentence, isnad and article, and what they come to."""
        with _told(ToolError):
            known = day_of(as_of, "as_of", last=True)
            return _answer(asking.tallies(what, place, as_of=known, limit=limit, offset=offset))


def _add_resources(server: MCPServer[Any], asking: Asking) -> None:
    def resource(uri: str, name: str, **more: Any) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
        found: Callable[[Callable[..., Answer]], Callable[..., Answer]] = server.resource(
            uri, name=name, mime_type="application/json", **more
        )
        return found

    @resource("khabar://store", "store")
    def store() -> Answer:
        """How much the store holds."""
        with _told(ResourceError):
            return asking.holdings()

    @resource("khabar://articles", "articles")
    def articles() -> Answer:
        """The hundred newest articles, with the resource that holds each one's text."""
        with _told(ResourceError):
            return asking.articles()

    @resource("khabar://article/{id}", "article", security=_FREE_IDS)
    def article(id: str) -> Answer:
        """An article's text as given, its first 20,000 code points; "next_start" says where it goes on."""
        with _told(ResourceError):
            return asking.article(id)

    @resource("khabar://article/{id}/from/{start}", "rest of an article", security=_FREE_IDS)
    def article_from(id: str, start: int) -> Answer:
        """An article's text from code point ``start``."""
        with _told(ResourceError):
            return asking.article(id, start)


def create_app(server: MCPServer[Any], *, hosts: Iterable[str] = LOCAL, token: str | None = None) -> ASGIApp:
    """``server`` over streamable HTTP at :data:`PATH`. It answers to ``hosts`` only (``*`` for any), so that no other
    site's name can be pointed at it; with a ``token``, only to those who show it as bearer."""
    names = tuple(hosts)
    allowed = [pattern for name in names for pattern in (name, f"{name}:*")]
    origins = [f"{scheme}://{pattern}" for scheme in ("http", "https") for pattern in allowed]
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection="*" not in names, allowed_hosts=allowed, allowed_origins=origins
    )
    app = server.streamable_http_app(streamable_http_path=PATH, transport_security=security, stateless_http=True)
    return _Guarded(app, token) if token else app


class _Guarded:
    """Lets in requests that show the token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app = app
        self.shown = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            given = Headers(scope=scope).get("authorization", "").encode()
            if not hmac.compare_digest(given, self.shown):
                refused = PlainTextResponse(
                    "a token is needed; send it as Authorization: Bearer TOKEN",
                    401,
                    headers={"WWW-Authenticate": "Bearer"},
                )
                await refused(scope, receive, send)
                return
        await self.app(scope, receive, send)


__all__ = ["INSTRUCTIONS", "LARGEST", "LOCAL", "PATH", "create_app", "create_server"]
