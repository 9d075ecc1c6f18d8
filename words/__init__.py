"""What is said: figures to sentences, labels and rows ready to show; pure."""
