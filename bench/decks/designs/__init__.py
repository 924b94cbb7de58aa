"""One module a design; each gives `make(variant, folder)`."""
