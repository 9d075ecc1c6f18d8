"""Pictures of an energy district: what its dwellings would need and its roofs make, over a year and in its hours."""
