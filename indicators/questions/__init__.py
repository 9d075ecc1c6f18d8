"""What a reader's words ask for: which indicator, of which places, in which years."""
