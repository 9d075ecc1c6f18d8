"""What a file says of itself: definitions, sources, remarks, citation."""
