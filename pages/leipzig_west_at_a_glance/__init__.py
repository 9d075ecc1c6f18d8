"""Leipzig West in nine indicators."""
