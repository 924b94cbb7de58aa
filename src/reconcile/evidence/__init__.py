"""Evidence that two mentions are one measure: small functions, each a weight in bits with the two values it looked at."""
