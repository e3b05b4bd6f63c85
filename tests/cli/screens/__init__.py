"""The tests of what lines look like."""
