"""One district, borough or group in the city."""
