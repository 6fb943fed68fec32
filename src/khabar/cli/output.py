"""Consoles and JSON."""

from __future__ import annotations

import os
import sys
from typing import Any

import msgspec
from rich.console import Console

_PLAIN_WIDTH = 120


def console() -> Console:
    """Standard output; 120 columns wide where it is no terminal and COLUMNS says nothing else."""
    found = Console(highlight=False, markup=False, emoji=False)
    if not found.is_terminal and "COLUMNS" not in os.environ:
        found.width = _PLAIN_WIDTH
    return found


def print_json(value: Any) -> None:
    """``value`` as indented JSON on standard output."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")
