"""One file a page; it reads like a table of contents."""
