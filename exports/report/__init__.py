"""The profile of a district or borough as two pages of A4 (PDF)."""
