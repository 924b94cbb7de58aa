"""Made documents with gold labels, to measure recognition on designs that no recogniser was tuned for."""
