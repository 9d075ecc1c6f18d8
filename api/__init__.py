"""HTTP routes: observations, trends, indicators, areas, health."""
