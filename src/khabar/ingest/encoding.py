"""Bytes to text: UTF-8, UTF-16 and UTF-32 with or without a mark, windows-1256, ISO-8859-6, and text that was decoded
wrongly before it was saved (mojibake). Pure: the same bytes always give the same text, and no byte sequence raises.

The choice between the two single-byte Arabic code pages counts what nearly every Arabic text holds: the article ال
and the letters ي، و، ن، م، ر, which stand at different bytes in the two.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
_CONTINUE = bytes(range(0x80, 0xC0))
"""Second bytes of Arabic letters in UTF-8."""
_SIGNS_1252 = re.compile(f"[\u00d8-\u00db][{re.escape(_CONTINUE.decode('cp1252', 'ignore'))}\u0080-\u00bf]")
_SIGNS_1256 = re.compile(f"[\u0637\u0638][{re.escape(_CONTINUE.decode('cp1256'))}\u0080-\u009f]")
_LATIN_ARABIC = re.compile("\u00c7[\u00e1\u00e0]|[\u00c0-\u00ff]{3,}")
_ARABIC = re.compile("[\u0620-\u064a]")
_ARABIC_RUN = re.compile("[\u0621-\u0652]+")
_HIGH = bytes(range(0x80, 0x100))
_COMMON = re.compile("ال|في|من|على|يا|وا|ين|ون|ية|ات")


def decode(data: bytes, hint: str | None = None) -> tuple[str, str]:
    """The text that ``data`` holds and the name of the encoding it was read with.

    ``hint`` is an encoding that a header or a page declares; it is tried after byte-order marks and valid UTF-8,
    which are the better witnesses. Names are Python's, with ``+repaired`` where mojibake was undone and ``+damaged``
    where bytes had to be replaced by U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    wide = _wide(data)
    if wide:
        return _strictly(data, wide)
    try:
        return _repair(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data) or _has_valid_line(data):
        return _mixed(data)
    return _single_byte(data, hint)


def _strictly(data: bytes, name: str) -> tuple[str, str]:
    """Decode with a known encoding; lone surrogates of UTF-16 are kept, other faults replaced and named."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        try:
            return data.decode(name, "surrogatepass"), name
        except UnicodeDecodeError:
            return data.decode(name, "replace"), f"{name}+damaged"
    return _repair(text, name)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the high byte of most units is 0 (Latin, space) or 6 (Arabic), which text in bytes never
    holds."""
    sample = data[:_SAMPLE]
    units = len(sample) // 2
    if units < 2:
        return None
    even, odd = sample[0 : 2 * units : 2], sample[1 : 2 * units : 2]
    highs_even = even.count(0) + even.count(6)
    highs_odd = odd.count(0) + odd.count(6)
    if max(highs_even, highs_odd) < 0.7 * units or highs_even == highs_odd:
        return None
    return "utf-16-le" if highs_odd > highs_even else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    """True when valid UTF-8 sequences outweigh the faults by far: a damaged UTF-8 text, not a code page."""
    text = data[: 4 * _SAMPLE].decode("utf-8", "replace")
    faults = text.count("\ufffd")
    sequences = sum(1 for letter in text if letter > "\x7f") - faults
    return sequences > 3 * faults


def _has_valid_line(data: bytes) -> bool:
    """True when some line is valid UTF-8 beyond ASCII, which lines of a code page practically never are."""
    for line in data[: 4 * _SAMPLE].splitlines():
        if len(line) - len(line.translate(None, _HIGH)) >= 8:
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                continue
            return True
    return False


def _mixed(data: bytes) -> tuple[str, str]:
    """A UTF-8 text with lines in another encoding (pasted pages): each bad line that is no damaged UTF-8 is read on
    its own."""
    lines: list[str] = []
    damaged = False
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
            continue
        except UnicodeDecodeError:
            pass
        if _mostly_utf8(line) or len(line) < 12:
            lines.append(line.decode("utf-8", "replace"))
            damaged = True
        else:
            lines.append(_single_byte(line, None)[0])
    return "\n".join(lines), "utf-8+damaged" if damaged else "utf-8+mixed"


def _single_byte(data: bytes, hint: str | None) -> tuple[str, str]:
    """windows-1256, ISO-8859-6 or the declared code page, whichever reads most like Arabic; else windows-1252."""
    names = ["windows-1256", "iso-8859-6"]
    declared = _known(hint)
    if declared and declared not in names:
        names.append(declared)
    sample = data[:_SAMPLE]
    scored = [(_arabness(sample.decode(name, "replace")), -order, name) for order, name in enumerate(names)]
    score, _, best = max(scored)
    if score <= 0.05:
        best = declared or "windows-1252"
    text = data.decode(best, "replace")
    return text, f"{best}+damaged" if "\ufffd" in text else best


def _known(hint: str | None) -> str | None:
    """Python's name of a declared encoding that is a plain text codec, or None."""
    try:
        info = codecs.lookup(hint) if hint else None
        return info.name if info is not None and getattr(info, "_is_text_encoding", True) else None
    except (LookupError, ValueError):
        return None


def _arabness(text: str) -> float:
    """How Arabic a reading looks: common pairs per letter beyond ASCII, less its faults; 0 where Arabic letters are
    the smaller part or stand alone between Latin ones (accents misread)."""
    letters = sum(1 for letter in text if letter > "\x7f" and (letter.isalpha() or letter == "\ufffd"))
    runs = _ARABIC_RUN.findall(text)
    arabic = sum(map(len, runs))
    if not runs or arabic < 0.5 * letters or (arabic < 2 * len(runs) and len(runs) > 1):
        return 0.0
    return (arabic + 4 * len(_COMMON.findall(text)) - 5 * text.count("\ufffd")) / max(letters, 1)


def _repair(text: str, name: str) -> tuple[str, str]:
    """Undo mojibake line by line: UTF-8 read as windows-1252 or -1256, and windows-1256 read as windows-1252."""
    if not (_SIGNS_1252.search(text) or _SIGNS_1256.search(text) or _LATIN_ARABIC.search(text)):
        return text, name
    lines = text.split("\n")  # not splitlines: garbled letters contain U+0085, which it takes for a line end
    repaired = [_repair_line(line) for line in lines]
    return ("\n".join(repaired), f"{name}+repaired") if repaired != lines else (text, name)


def _repair_line(line: str) -> str:
    letters = sum(1 for letter in line if letter.isalpha() or letter > "\x7f")
    if letters < 6:
        return line
    if 2.2 * len(_SIGNS_1252.findall(line)) > 0.6 * letters:
        return _reread(line, "cp1252", "utf-8") or line
    if 2.2 * len(_SIGNS_1256.findall(line)) > 0.6 * letters:
        return _reread(line, "cp1256", "utf-8") or line
    if not _ARABIC.search(line) and sum(map(len, _LATIN_ARABIC.findall(line))) > 0.6 * letters:
        again = _reread(line, "cp1252", "cp1256")
        if again and _arabness(again) > 1.2:
            return again
    return line


def _reread(line: str, wrong: str, right: str) -> str | None:
    """The line as it would have been read with ``right``; None when its letters cannot have come from ``wrong``."""
    data = bytearray()
    for letter in line:
        try:
            data += letter.encode(wrong)
        except UnicodeEncodeError:
            if letter > "\xff" and letter != "\ufffd":
                return None
            # Bytes the code page leaves undefined pass through as C1 controls; a lost one is nearly always 0x81, the
            # end of ف.
            data.append(ord(letter) if letter <= "\xff" else 0x81)
    try:
        return data.decode(right)
    except UnicodeDecodeError:
        text = data.decode(right, "replace")
        return text if text.count("\ufffd") * 10 < len(text) else None
