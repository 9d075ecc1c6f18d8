"""Pictures as SVG and PNG, drawn on the server from the same figures as on pages."""
