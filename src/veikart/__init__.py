"""veikart reads roadmaps from documents and merges the measures they share, with provenance."""

__version__ = "0.1.0"
