"""Reports whose verb and teller close the sentence that they tell (قتل جندي، يقول الجيش; «قصفنا المقر»، قال الناطق)."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import THAT
from khabar.claims.frame import Frame
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_SO: Final = frozenset(("هكذا", "كذلك"))
_THIS: Final = frozenset(("هذا", "وهذا", "ذلك"))
_WHERE: Final = frozenset("في خلال عبر على امس اليوم ل ب".split())
"""Words that may stand between the teller and the end."""
_APART: Final = frozenset("احد احدى وهو وهي الذي التي وهما عضو عضوة صاحب صاحبة والد والدة شقيق نجل ابن ابنة من".split())
"""Words that begin what tells a teller apart."""
_PAUSE_OR_QUOTES_CLOSE: Final = PAUSE | QUOTES_CLOSE


def closing(reading: Reading, frame: Frame, sentence: Sentence, row: list[Phrase]) -> tuple[int, int] | None:
    """First token and end of what stands before a verb of saying that closes its sentence; None where it does not."""
    end = _behind(reading, frame.first, sentence.first)
    if end is None or reading.words[frame.first].pro or frame.opened or not frame.chain:
        return None
    teller = next((one for one in row if one.first > frame.last), None)
    if teller is None or teller.prep or teller.first != frame.last + 1:
        return None
    last = max(teller.last, *(one.last for one in frame.chain))
    told = _told_apart(reading, last + 1) if _quoted(reading, end) else -1
    if told < 0 and not _closes(reading, last + 1, sentence):
        return None
    stop = sentence.last if told < 0 else told
    if any(reading.acts[at] or reading.forms[at] in THAT for at in range(frame.last + 1, stop)):
        return None
    start, quote = sentence.first, reading.quoted[max(0, end - 2)]
    while quote and start > 0 and reading.quoted[start - 1] == quote:
        start -= 1
    return start, end


def _quoted(reading: Reading, end: int) -> bool:
    """A quotation closes before the verb of saying."""
    return any(reading.forms[at] in QUOTES_CLOSE for at in (end - 1, end - 2))


def _told_apart(reading: Reading, at: int) -> int:
    """Where words begin that tell who the teller is (قال فلان أحد سكان القرية، الذي نزح), or -1."""
    if at < len(reading.forms) and reading.forms[at] in PAUSE:
        at += 1
    return at if at < len(reading.forms) and reading.forms[at] in _APART else -1


def _behind(reading: Reading, verb: int, opens: int) -> int | None:
    """Where the words end that the verb tells: a pause, a quotation's end, هكذا or هذا ما stands between."""
    forms = reading.forms
    if verb - 2 <= opens:
        return None
    if forms[verb - 1] in _SO:
        return verb - 1
    if forms[verb - 1] == "ما" and forms[verb - 2] in _THIS:
        return verb - 2
    return verb if forms[verb - 1] in _PAUSE_OR_QUOTES_CLOSE else None


def _closes(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Nothing but where and when it is said stands between the teller and the end."""
    if at >= sentence.last or reading.forms[at] in PAUSE or reading.forms[at] == ".":
        return at + 1 >= sentence.last
    where = reading.forms[at] in _WHERE or "ل" in reading.words[at].pro or at in reading.time_tokens
    return where and not any(reading.forms[here] in PAUSE for here in range(at, sentence.last - 1))
