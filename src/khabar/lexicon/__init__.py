"""Load and match the resources: verbs conjugated, clitics taken off, phrases found in one automaton pass."""

from khabar.lexicon.lexicon import Lexicon, Match, default
from khabar.lexicon.load import ResourceError
from khabar.lexicon.senses import Sense
from khabar.lexicon.words import Word

__all__ = ["Lexicon", "Match", "ResourceError", "Sense", "Word", "default"]
