"""One module a publisher, and the one that speaks HTTP."""
