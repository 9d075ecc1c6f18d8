"""The HTTP routes of figures: their parameters, problems and documentation."""
