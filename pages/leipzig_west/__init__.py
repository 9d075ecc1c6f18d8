"""Leipzig West against the city and the rest of it."""
