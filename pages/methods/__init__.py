"""What each figure means, where it is from, and the state of the data."""
