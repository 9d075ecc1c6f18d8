"""What we make of the publishers' figures; pure functions."""
