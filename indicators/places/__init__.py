"""What is found out about single places: profile, resemblance, neighbours, what moved most."""
