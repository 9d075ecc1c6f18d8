"""What the law wants said of a site: imprint, privacy, accessibility."""
