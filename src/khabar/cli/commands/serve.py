"""``khabar serve``."""

from __future__ import annotations

import threading
from typing import Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AllowHost, Host, StorePath, check_token
from khabar.errors import KhabarError


def command(
    store: StorePath = DEFAULT_STORE,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="P", help="Port to listen on.")] = 8000,
    host: Host = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option("--token", metavar="WORD", envvar="KHABAR_TOKEN", help="Let those who show WORD import articles."),
    ] = None,
    allow_host: AllowHost = None,
) -> None:
    """Open a store as pages in a browser, with an API.

    Pages are in Arabic and English, the API under /api/v1. Nothing is fetched from elsewhere, and nothing is written
    unless a token is given. Stop with Ctrl-C.
    """
    check_token(token)
    try:
        import uvicorn

        from khabar.web.app import LOCAL, create_app
    except ImportError as error:
        raise KhabarError(f"the pages need {error.name}; install them with: pip install 'khabar[web]'") from None
    shown = _check_store(store)
    app = create_app(store, token=token, hosts=(*LOCAL, host, *(allow_host or ())))
    threading.Thread(target=app.state.site.warm, daemon=True).start()
    typer.echo(f"{shown} at http://{host}:{port}/ (Ctrl-C stops it)", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _check_store(path: str) -> str:
    """How the store is called; StoreError where there is none."""
    from khabar.store import Store

    with Store.open(path, read_only=True) as opened:
        return opened.path
