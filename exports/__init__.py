"""What leaves as a file: formats, tables, what they say of themselves, and addresses; pure."""
