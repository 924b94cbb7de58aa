"""The weights of a run: the packaged ones, moved by what the documents show and by what people decided."""
