"""``python -m khabar``."""

from khabar.cli.main import run

run()
