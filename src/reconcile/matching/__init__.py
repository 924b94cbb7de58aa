"""The matcher on any list of titles, built for size: `match_table`."""

from reconcile.matching.table import Matches, MatchLink, match_table

__all__ = ["MatchLink", "Matches", "match_table"]
