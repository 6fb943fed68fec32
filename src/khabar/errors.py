"""The one exception that a person sees as a line, never as a traceback."""

from __future__ import annotations


class KhabarError(Exception):
    """Something the user can mend. The message says what was wrong, where, and what to do; commands exit with 1."""
