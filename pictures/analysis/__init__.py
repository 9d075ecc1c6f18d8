"""Pictures of what the methods of analysis find: a module each."""
