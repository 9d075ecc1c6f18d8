"""The page of analysis: a module a method, each with its question, answer and pictures."""
