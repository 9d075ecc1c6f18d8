"""What the publishers said, verified and versioned."""
