"""The page of the workshop set."""
