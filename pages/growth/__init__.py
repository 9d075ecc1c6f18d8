"""Where Leipzig grew and shrank between two years."""
