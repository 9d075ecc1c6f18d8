"""One method of analysis a module, each with its source."""
