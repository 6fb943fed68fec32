"""The extractor that stands alone: rules, resources and small scorers (:mod:`khabar.pipeline`)."""

from __future__ import annotations

from khabar.extractors.protocol import Capabilities
from khabar.extractors.registry import NoSettings, Offer
from khabar.model import Article, Extraction

CAPABILITIES = Capabilities()


class DefaultExtractor:
    """:func:`khabar.pipeline.extract` behind the protocol; imported when first used."""

    name = "default"
    capabilities = CAPABILITIES

    def extract(self, article: Article) -> Extraction:
        from khabar.pipeline import extract

        return extract(article)


def _create(settings: NoSettings) -> DefaultExtractor:
    return DefaultExtractor()


OFFER = Offer(
    about="Rules, resources and small scorers; offline, nothing to install.", create=_create, capabilities=CAPABILITIES
)
