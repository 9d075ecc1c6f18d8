"""Slides whose charts can still be edited, made from pictures."""
