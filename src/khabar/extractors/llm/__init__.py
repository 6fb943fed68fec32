"""A language model behind any OpenAI-compatible endpoint. The model proposes, Khabar disposes: what it says counts only
where the text bears it out (:mod:`khabar.extractors.llm.grounding`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.extractors.llm.settings import CAPABILITIES, Settings
from khabar.extractors.registry import Offer

if TYPE_CHECKING:
    from khabar.extractors.llm.extractor import LanguageModelExtractor


def _create(settings: Settings) -> LanguageModelExtractor:
    from khabar.extractors.llm.extractor import LanguageModelExtractor

    return LanguageModelExtractor(settings)


OFFER = Offer(
    about="A language model behind an OpenAI-compatible endpoint; every value is looked for in the text.",
    create=_create,
    capabilities=CAPABILITIES,
    settings=Settings,
    needs=("httpx",),
    install="pip install 'khabar[llm]'",
)
