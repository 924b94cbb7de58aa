"""Reading: files become pages of blocks (readers), pages become records and links (recognisers)."""
