"""Leipzig beside other cities."""
