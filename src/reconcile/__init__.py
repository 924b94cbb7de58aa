"""Reconciling: records become canonical measures by evidence, links and decisions."""
