"""How Leipzig grew, told."""
