"""What the methods of analysis say: a module each."""
