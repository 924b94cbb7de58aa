"""The secretariat's desk: a local web page where people answer what the documents leave open."""
