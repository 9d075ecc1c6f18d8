"""Pictures that a reader collects for a workshop: what each is of as plain values, kept in an address and a file."""
