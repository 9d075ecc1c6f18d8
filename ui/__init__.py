"""What at least two pages share: frame, controls, pictures in place, downloads."""
