"""Lists of feeds as feed readers keep them (OPML)."""

from __future__ import annotations

import html
import re

_OUTLINE = re.compile(r"<outline\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\sxmlUrl\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def feeds(text: str) -> list[str]:
    """Addresses of the feeds that an OPML text names, in order, each once."""
    found = (_ADDRESS.search(outline) for outline in _OUTLINE.findall(text))
    addresses = (html.unescape(match.group(1) or match.group(2) or "").strip() for match in found if match)
    return list(dict.fromkeys(each for each in addresses if each.lower().startswith(("http://", "https://"))))
