"""One folder or file per kind of document; each yields pages of blocks and nothing else."""
