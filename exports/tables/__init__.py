"""The tables that pages and routes hand out beside observations."""
