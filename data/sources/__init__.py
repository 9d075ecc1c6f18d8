"""One module a publisher that yields its sources, and what they share: source, rules, JSON-stat, HTTP."""
