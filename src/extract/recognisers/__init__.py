"""One file per pattern of the genre; each looks at a page of blocks and claims what it knows how to read."""
