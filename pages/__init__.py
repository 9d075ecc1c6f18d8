"""One folder a page, whose page.py reads like a table of contents; no page knows another."""
