"""The component that draws pictures in the browser, with its scripts."""
