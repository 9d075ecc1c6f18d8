"""Energy districts: what dwellings of a place need and what their roofs make, in each hour of a year of weather."""
