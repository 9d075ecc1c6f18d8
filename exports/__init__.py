"""Frame in, file out; one module a format."""
