"""What we make of the publishers' figures: figures in, figures out; pure."""
