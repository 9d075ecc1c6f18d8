"""Answers to readers' questions: a sentence with its figures, and the address of the page that shows it."""
