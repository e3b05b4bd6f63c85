"""The tests of what a preview shows."""
