"""Files of an energy district: its hours, its year, what it assumes, and what all of them say of themselves."""
