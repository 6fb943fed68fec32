"""Make ``src/khabar/web/static/plotly.css``: the style rules that Plotly's JavaScript would put into a page by itself.

The pages' content security policy allows no inline styles, so the rules are served as a file; an element of the class
``no-inline-styles`` tells Plotly that they are there. Run again when Plotly is updated.

    python scripts/make_plotly_css.py
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from playwright.sync_api import sync_playwright

OUT = Path(__file__).resolve().parents[1] / "src/khabar/web/static/plotly.css"
RULES = "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\\n')"


def main() -> None:
    source = str(files("plotly") / "package_data" / "plotly.min.js")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.add_script_tag(path=source)
        rules = page.evaluate(RULES)
        browser.close()
    kept = [rule for rule in rules.splitlines() if "http" not in rule]
    OUT.write_text("/* Plotly's own rules (MIT), see scripts/make_plotly_css.py */\n" + "\n".join(kept) + "\n", "utf-8")
    print(f"{OUT.name}: {len(kept)} rules")


if __name__ == "__main__":
    main()
