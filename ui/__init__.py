"""What pages share: controls, figures at hand, the frame of a page."""
