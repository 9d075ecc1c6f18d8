"""The front door: the city in a few figures, and the ways to all others."""
