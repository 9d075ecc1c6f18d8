"""What the publishers said: fetched, verified, and kept as versions."""
