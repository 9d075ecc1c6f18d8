"""A workshop set as a page to present it: with a server, or as one file for a room without network."""
