"""Understanding of a page that recognisers share: axes, lanes, legends, owners, furniture."""
