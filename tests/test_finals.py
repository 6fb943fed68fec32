"""Last letters: words that do end in ى or ه, and articles that write others so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from khabar.lexicon import default, finals
from khabar.lexicon.finals import settle
from khabar.lexicon.load import ResourceError, root
from khabar.text import fold, tokenise


def forms(text: str) -> str:
    tokens = tokenise(fold(text))
    settle(tokens, default())
    assert "".join(tokens.folded.text.split()) == "".join(tokens.forms)
    return " ".join(tokens.forms)


def test_every_word_stands_once() -> None:
    words = [line.partition("\t")[0] for line in (root() / finals.FILE).read_text(encoding="utf-8").splitlines()[1:]]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert all(word == fold(word).text for word in words)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "التقى الوزير المصرى فى القاهرة نظيره الذى وصل إلى مستشفى فى المدينة حتى المساء",
            "التقى الوزير المصري في القاهرة نظيره الذي وصل الى مستشفى في المدينة حتى المساء",
        ),
        (
            "هاجم مسلحون علي الطريق قري أخري وصولا إلي المستشفي حتي المساء وقتل علي يدهم جندي",
            "هاجم مسلحون على الطريق قرى اخرى وصولا الى المستشفى حتى المساء وقتل على يدهم جندي",
        ),
        (
            "قالت الحكومه في العاصمه إن وزارته أرسلت قوه عسكريه إلى المنطقه الشماليه وإن الله عليه رحمه",
            "قالت الحكومة في العاصمة ان وزارته ارسلت قوة عسكرية الى المنطقة الشمالية وان الله عليه رحمه",
        ),
        (
            "قال علي حسن إن علي الجيش أن ينتشر على الحدود وإلى الشرق منها حتى النهاية، وهذه قواته وقادته في المدينة",
            "قال علي حسن ان علي الجيش ان ينتشر على الحدود والى الشرق منها حتى النهاية ، وهذه قواته وقادته في المدينة",
        ),
    ],
)
def test_an_article_s_own_spelling(written: str, meant: str) -> None:
    assert forms(written) == meant


def test_a_faulty_row_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / finals.FILE).write_text("word\tarticle\nمدى\tmaybe\n", encoding="utf-8")
    monkeypatch.setattr(finals, "root", lambda: tmp_path)
    finals._kept.cache_clear()
    with pytest.raises(ResourceError, match="line 2"):
        forms("فى هذا اليوم وفى غيره أى فى كل مستشفى")
    finals._kept.cache_clear()
