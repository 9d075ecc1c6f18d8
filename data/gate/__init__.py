"""What new figures have to keep to before they may replace those held."""
