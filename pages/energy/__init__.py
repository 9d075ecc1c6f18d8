"""Energy of Leipzig's dwellings."""
