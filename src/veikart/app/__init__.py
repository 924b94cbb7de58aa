"""The roof: the command line, the run, and the review page."""
