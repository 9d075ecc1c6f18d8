"""The indicators by topic and by words, and what moved most."""
