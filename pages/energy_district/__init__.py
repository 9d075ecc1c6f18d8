"""What it would take for a quarter to be energy-positive."""
