"""The model of energy in dwellings: factors, heat, limits, scenario."""
