"""``khabar mcp``."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AllowHost, Host, StorePath, check_token
from khabar.errors import KhabarError


def command(
    store: StorePath = DEFAULT_STORE,
    http: Annotated[bool, typer.Option("--http", help="Serve streamable HTTP instead of standard input.")] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="P", help="Port to listen on.")] = 8001,
    host: Host = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option("--token", metavar="WORD", envvar="KHABAR_TOKEN", help="With --http: answer who shows WORD only."),
    ] = None,
    allow_host: AllowHost = None,
) -> None:
    """Let an assistant ask a store, over the Model Context Protocol.

    Tools: events, event, timeline, disputes, as_of, sources, tallies; articles are resources. Nothing is ever written.
    Without --http it speaks over standard input and output, as assistants start it (docs/assistant.md).
    """
    check_token(token)
    try:
        from khabar.mcp.server import LOCAL, PATH, create_app, create_server
    except ImportError as error:
        raise KhabarError(f"the tools need {error.name}; install them with: pip install 'khabar[mcp]'") from None
    from khabar.views.questions import open_store

    with open_store(store) as questions:
        questions.size()
        server = create_server(questions)
        if not http:
            server.run("stdio")
            return
        import uvicorn

        typer.echo(f"{os.fspath(store)} at http://{host}:{port}{PATH} (Ctrl-C stops it)", err=True)
        app = create_app(server, hosts=(*LOCAL, host, *(allow_host or ())), token=token)
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
