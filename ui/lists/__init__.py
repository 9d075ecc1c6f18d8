"""What lists of indicators and places offer, and what else readers may type to find it."""
