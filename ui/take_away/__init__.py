"""Taking figures away: downloads and citations."""
