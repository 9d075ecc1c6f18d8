"""Figures and words in, traces and tables out; one module a kind of drawing; pure."""
