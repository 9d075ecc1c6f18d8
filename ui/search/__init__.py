"""The field that takes a place, a subject or both, and tells the answer while typing rests."""
