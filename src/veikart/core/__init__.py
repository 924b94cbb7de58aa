"""Ground floor: the records every other package speaks in, and the language of roadmaps."""
