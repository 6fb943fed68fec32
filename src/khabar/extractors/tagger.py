"""A token-classification model (BERT and its kin) that adds people, bodies and places to the mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta

from khabar.extractors.protocol import Capabilities
from khabar.extractors.registry import Offer
from khabar.model import Record

if TYPE_CHECKING:
    from khabar.extractors.tagging.extractor import TaggingExtractor


def _about(words: str) -> Meta:
    return Meta(extra_json_schema={"description": words})


class Settings(Record, frozen=True, kw_only=True):
    """Settings of the extractor ``transformers``."""

    model: Annotated[str, _about("a folder that holds the model, or its name on the hub")] = ""
    download: Annotated[bool, _about("fetch a model of the hub that is not on this machine")] = False
    runtime: Annotated[
        Literal["auto", "onnx", "torch"], _about("what runs it; auto: ONNX where the model has it, else PyTorch")
    ] = "auto"
    device: Annotated[str, _about("PyTorch's device, such as cpu or cuda; ONNX uses what its build can")] = "cpu"
    batch: Annotated[int, _about("articles that are worked on together"), Meta(ge=1)] = 16
    windows: Annotated[int, _about("stretches of text in one pass of the model"), Meta(ge=1)] = 32
    least: Annotated[float, _about("least probability of a name"), Meta(ge=0, le=1)] = 0.6
    labels: Annotated[
        str, _about("what the model's labels mean, such as PER=person,ORG=body,LOC=place; else by their usual names")
    ] = ""


def _create(settings: Settings) -> TaggingExtractor:
    from khabar.extractors.tagging.extractor import TaggingExtractor

    return TaggingExtractor(settings)


OFFER = Offer(
    about="Names found by a token-classification model, read by the default's rules.",
    create=_create,
    capabilities=Capabilities(mentions=True, works="batches", batch=16),
    settings=Settings,
    needs=("transformers",),
    install="pip install 'khabar[transformers]'",
)
