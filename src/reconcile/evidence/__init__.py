"""Evidence that two mentions are one measure: small functions, each giving weights in bits and what they looked at."""
