"""What a site's robots.txt lets Khabar fetch, after RFC 9309: the group that names it, else the group for all; the
longest rule that matches decides, and of two as long the one that allows."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes, urlsplit

from khabar.model import Record

LONGEST = 500 << 10
"""Bytes of a robots.txt that are read, as the RFC asks at least."""
_RULES = 5000


class Robots(Record, frozen=True, kw_only=True):
    """Rules for one site: (allowed?, pattern) pairs, and the seconds asked for between two requests."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float | None = None

    def allows(self, url: str) -> bool:
        """Whether the page at ``url`` may be fetched."""
        parts = urlsplit(url)
        path = _octets((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        best = max(((len(rule), allowed) for allowed, rule in self.rules if _matches(rule, path)), default=(0, True))
        return best[1]


NOTHING = Robots(rules=((False, "/"),))
"""Nothing may be fetched: what a site that fails to tell its rules is taken to mean."""


def parse(text: str, agent: str) -> Robots:
    """The rules of a robots.txt for the product ``agent``. Lines that make no sense are passed over."""
    groups: dict[str, list[tuple[bool, str]]] = {}
    delays: dict[str, float] = {}
    names: list[str] = []
    open_group = False
    for line in text.splitlines():
        field, colon, value = line.split("#", 1)[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            names = [*names, value.lower()] if open_group else [value.lower()]
            open_group = True
            groups.setdefault(names[-1], [])
            continue
        if field in ("allow", "disallow", "crawl-delay"):
            open_group = False
        for name in names:
            if field in ("allow", "disallow") and value and len(groups[name]) < _RULES:
                groups[name].append((field == "allow", value))
            elif field == "crawl-delay" and value.replace(".", "", 1).isdecimal():
                delays.setdefault(name, float(value))
    mine = agent.lower() if agent.lower() in groups else "*"
    return Robots(rules=tuple(groups.get(mine, ())), delay=delays.get(mine))


def _octets(value: str) -> str:
    """A path with its percent-encodings undone, one character for each octet."""
    return unquote_to_bytes(value.encode("utf-8", "surrogatepass")).decode("latin-1")


def _matches(rule: str, path: str) -> bool:
    """Whether a pattern with ``*`` and a final ``$`` matches from the start of the path; without backtracking."""
    ends = rule.endswith("$")
    first, *rest = [_octets(piece) for piece in (rule[:-1] if ends else rule).split("*")]
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(rest):
        if ends and number == len(rest) - 1:
            return len(path) - len(piece) >= at and path.endswith(piece)
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not ends or at == len(path)
