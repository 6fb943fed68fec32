"""Readers of articles behind one protocol: the default one, and those that need a model or an endpoint.

To add one, offer it under the entry point group :data:`khabar.extractors.registry.GROUP` of an installed package
(``docs/extractors.md``).
"""

from khabar.extractors.protocol import Accountable, Batched, Capabilities, Costly, Estimate, Extractor, RefusedError
from khabar.extractors.registry import Offer, make, offers

__all__ = [
    "Accountable",
    "Batched",
    "Capabilities",
    "Costly",
    "Estimate",
    "Extractor",
    "Offer",
    "RefusedError",
    "make",
    "offers",
]
