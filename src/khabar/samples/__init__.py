"""Sample articles, written for Khabar: what they tell never happened, and their outlets do not exist."""

from pathlib import Path

FOLDER = Path(__file__).parent / "articles"
