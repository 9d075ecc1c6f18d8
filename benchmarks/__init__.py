"""Where the figures about speed come from."""
