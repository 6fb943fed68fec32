"""SVG as text, escaped. No inline styles: colours come from the style sheet by class."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from khabar.views.plain import plain


def el(name: str, *children: Any, **attributes: Any) -> Markup:
    """An element. ``class_`` is the class; underscores become dashes; None attributes are left out."""
    parts = [Markup("<"), Markup(name)]
    for key, value in attributes.items():
        if value is not None:
            shown = f"{value:.6g}" if isinstance(value, float) else value
            key = key if key == "viewBox" else key.rstrip("_").replace("_", "-")
            parts.append(Markup(' {}="{}"').format(Markup(key), plain(shown)))
    parts.append(Markup(">"))
    parts += [child if isinstance(child, Markup) else escape(plain(child)) for child in children]
    parts.append(Markup("</{}>").format(Markup(name)))
    return Markup("").join(parts)


def link(href: str, *children: Any, **attributes: Any) -> Markup:
    """A link inside a picture."""
    return el("a", *children, href=href, **attributes)


def picture(
    width: int, height: int, *children: Any, title: str, class_: str = "chart", natural: bool = False
) -> Markup:
    """A whole picture with a title for readers of screens; it fits the width there is, or (``natural``) keeps its own
    size, so that its letters stay as large as the page's."""
    return el(
        "svg", el("title", title), *children, width=width if natural else None, height=height if natural else None,
        viewBox=f"0 0 {width} {height}", role="img", class_=class_, preserveAspectRatio="xMidYMid meet",
        aria_label=title, xmlns="http://www.w3.org/2000/svg",
    )  # fmt: skip


def shortened(words: str, most: int) -> str:
    """``words`` cut to ``most`` code points with an ellipsis."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
