"""Frame in; picture, sentence or table out."""
