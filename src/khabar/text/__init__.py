"""From raw text to folded text, tokens and sentences; every position leads back to the text as given."""

from khabar.text.normalise import LETTER, Folded, based, fold, folded, heavy, unmarked
from khabar.text.pieces import tokenised
from khabar.text.sentences import Sentence, split_sentences
from khabar.text.tokens import Tokens, tokenise
from khabar.text.wrapping import evened, unwrapped

__all__ = [
    "LETTER",
    "Folded",
    "Sentence",
    "Tokens",
    "based",
    "evened",
    "fold",
    "folded",
    "heavy",
    "split_sentences",
    "tokenise",
    "tokenised",
    "unmarked",
    "unwrapped",
]
