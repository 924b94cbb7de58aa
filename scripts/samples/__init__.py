"""The sample documents, one file each."""
