"""Conflicts: what documents disagree on, one question each, most consequential first."""
