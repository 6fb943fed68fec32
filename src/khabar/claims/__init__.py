"""Triggers, arguments, attribution, factuality and figures, put together into claims."""

from khabar.claims.assemble import ClaimReader

__all__ = ["ClaimReader"]
