"""Names by token classification, with tiny models that the tests themselves make: one in ONNX, one in PyTorch."""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from khabar.errors import KhabarError
from khabar.extractors import Batched, make
from khabar.jobs.extracting import extract_rows
from khabar.jobs.parallel import extract_all
from khabar.model import Article
from khabar.pipeline import extract

NEEDED = ("transformers", "torch", "onnxruntime", "onnx")
missing = [name for name in NEEDED if find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(missing) and not os.environ.get("CI"),
    reason=f"needs {', '.join(missing)}: pip install 'khabar[transformers]' onnx",
)

TEXT = (
    "قالت زينة الشاطر إن صواريخ سقطت على بلدة الدوحلة صباح الثلاثاء.\n\n"
    "وأعلنت عصبة البروق مسؤوليتها عن الهجوم على وادي الشقائق، وفق ما ذكرت زينة."
)
ARTICLE = Article(id="x", text=TEXT, published="2024-03-06")
LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
TAGS = {
    "زينة": "B-PER", "الشاطر": "I-PER", "عصبة": "B-ORG", "البروق": "I-ORG", "الدوحلة": "B-LOC", "وادي": "B-LOC",
    "الشقائق": "I-LOC",
}  # fmt: skip


def vocabulary() -> dict[str, int]:
    words = dict.fromkeys(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *TAGS, "ال", "##شاطر", "."])
    return {word: n for n, word in enumerate(words)}


def save_tokenizer(folder: Path) -> None:
    """A word-level tokenizer that knows the names; every other word is unknown."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    known = vocabulary()
    tokenizer = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", known["[SEP]"]), ("[CLS]", known["[CLS]"]))
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]",
        model_max_length=64,
    )  # fmt: skip
    fast.save_pretrained(folder)


def config(**more: Any) -> Any:
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(vocabulary()), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=64, num_labels=len(LABELS), id2label=dict(enumerate(LABELS)),
        label2id={label: n for n, label in enumerate(LABELS)}, hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0, **more,
    )  # fmt: skip


def wanted() -> list[int]:
    """The label of every word of the vocabulary."""
    return [LABELS.index(TAGS.get(word, "O")) for word in vocabulary()]


@pytest.fixture(scope="module")
def onnx_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model in ONNX whose scores are looked up in a table by word."""
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper, save

    folder = tmp_path_factory.mktemp("onnx")
    table = np.full((len(vocabulary()), len(LABELS)), -4, dtype=np.float32)
    table[np.arange(len(table)), wanted()] = 4
    whole = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["b", "t"]) for name in ("input_ids", "attention_mask")
    ]
    out = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", "t", len(LABELS)])
    node = helper.make_node("Gather", ["table", "input_ids"], ["logits"])
    graph = helper.make_graph([node], "g", whole, [out], [numpy_helper.from_array(table, "table")])
    save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), str(folder / "model.onnx")
    )
    config().save_pretrained(folder)
    save_tokenizer(folder)
    return folder


@pytest.fixture(scope="module")
def torch_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny BERT that has learnt the label of each word."""
    import torch
    from transformers import BertForTokenClassification

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("torch")
    model = BertForTokenClassification(config())
    labels = torch.tensor(wanted())
    optimiser = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(150):
        words = torch.randint(0, len(labels), (32, 12))
        logits = model(input_ids=words, attention_mask=torch.ones_like(words)).logits
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), labels[words].flatten())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert loss.item() < 0.1
    model.save_pretrained(folder)
    save_tokenizer(folder)
    return folder


def build(folder: Path | str, **given: Any) -> Any:
    return make("transformers", {"model": str(folder), **{key: str(value) for key, value in given.items()}})


@pytest.mark.parametrize("runtime", ["onnx", "torch"])
def test_names_become_mentions(request: pytest.FixtureRequest, runtime: str) -> None:
    folder = request.getfixturevalue(f"{runtime}_folder")
    extractor = build(folder, runtime=runtime)
    assert isinstance(extractor, Batched)
    found = extractor.extract(ARTICLE)
    assert [(TEXT[one.start : one.end], one.kind, one.value["kind"]) for one in found.mentions] == [
        ("زينة الشاطر", "actor", "person"), ("الدوحلة", "place", "place"), ("عصبة البروق", "actor", "body"),
        ("وادي الشقائق", "place", "place"), ("زينة", "actor", "person"),
    ]  # fmt: skip
    assert all(one.value["score"] >= 0.6 for one in found.mentions)
    assert found.mentions[0].rule == f"transformers {folder}"


def test_onnx_is_taken_where_the_model_has_it(onnx_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    assert build(onnx_folder).extract(ARTICLE).mentions


def test_names_the_lexicon_lacks_reach_the_claims(onnx_folder: Path) -> None:
    found = build(onnx_folder).extract(ARTICLE)
    default = extract(ARTICLE)
    assert found.dating == default.dating
    named = {part.text for claim in found.claims for part in (*claim.actors, *claim.targets, *claim.isnad)}
    named |= {claim.place.text for claim in found.claims if claim.place}
    assert {"زينة الشاطر", "عصبة البروق"} <= named
    for claim in found.claims:
        assert claim.trigger.text == TEXT[claim.trigger.start : claim.trigger.end]
        for part in (*claim.actors, *claim.targets, *claim.isnad):
            assert part.actor is None or not part.actor.startswith("tagged:")
        assert claim.place is None or claim.place.place is None or not claim.place.place.startswith("tagged:")
        assert set(claim.rules["reader"].split("+")) <= {"transformers", "default"}


def test_without_a_new_name_the_default_stands(onnx_folder: Path) -> None:
    plain = Article(id="p", text="قالت وزارة الدفاع العراقية إن جنديين قتلا في هجوم على بغداد.", published="2024-03-06")
    assert build(onnx_folder).extract(plain) == extract(plain)


def test_batches_give_what_single_articles_give(onnx_folder: Path) -> None:
    long = "\n\n".join([TEXT] * 12)
    articles = [
        Article(id=str(n), text=text, published="2024-03-06")
        for n, text in enumerate([TEXT, "", long, "نص قصير.", TEXT[:70], "ا" * 3000])
    ]
    one_by_one = [build(onnx_folder).extract(article) for article in articles]
    together = build(onnx_folder, batch=4, windows=3)
    assert [found for _, found in extract_all(articles, 1, together)] == one_by_one
    assert len(one_by_one[2].mentions) == 60
    for article, found in zip(articles, one_by_one, strict=True):
        assert {article.text[one.start : one.end] for one in found.mentions} <= {
            "زينة الشاطر", "الدوحلة", "عصبة البروق", "وادي الشقائق", "زينة",
        }  # fmt: skip


def test_rows_carry_the_mentions(onnx_folder: Path) -> None:
    written: list[str] = []
    rows = [json.dumps({"id": 1, "text": TEXT, "published": "2024-03-06"})]
    extract_rows(rows, written.append, linked=False, extractor=build(onnx_folder))
    (row,) = [json.loads(line) for line in written]
    assert row["mentions"][0]["value"]["text"] == "زينة الشاطر"


def test_labels_can_be_told(onnx_folder: Path) -> None:
    found = build(onnx_folder, labels="PER=body,LOC=person").extract(ARTICLE)
    assert {one.value["kind"] for one in found.mentions} == {"body", "person"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"model": ""}, "needs a model; give --set model=FOLDER or a hub's name"),
        ({"model": "/nowhere/at/all"}, "there is no folder /nowhere/at/all; check --set model="),
        ({"model": "nobody/no-such-model"}, "is not on this machine; give a folder, or --set download=true"),
        ({"model": "EMPTY"}, "holds no model that can be loaded"),
        ({"labels": "PER=animal"}, "labels=PER=animal is no meaning; write LABEL=person, LABEL=body or LABEL=place"),
        ({"least": "3"}, "the setting least=3 of the extractor transformers is wrong"),
        ({"model": "TORCH", "runtime": "onnx"}, "has no ONNX model"),
        ({"runtime": "torch"}, "cannot be loaded on cpu"),
    ],
)  # fmt: skip
def test_faults_are_one_line(
    onnx_folder: Path, tmp_path: Path, request: pytest.FixtureRequest, given: dict[str, str], told: str
) -> None:
    values = {"model": str(onnx_folder), **given}
    if values["model"] == "EMPTY":
        values["model"] = str(tmp_path)
    if values["model"] == "TORCH":
        values["model"] = str(request.getfixturevalue("torch_folder"))
    with pytest.raises(KhabarError) as caught:
        make("transformers", values)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("runtime", ["onnxruntime", "torch"])
def test_a_missing_runtime_is_told(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, runtime: str
) -> None:
    folder = request.getfixturevalue("onnx_folder" if runtime == "onnxruntime" else "torch_folder")
    monkeypatch.setitem(sys.modules, runtime, None)
    with pytest.raises(KhabarError, match=rf"needs {runtime}; install it with: pip install 'khabar\[transformers\]'"):
        build(folder, runtime="onnx" if runtime == "onnxruntime" else "torch")
