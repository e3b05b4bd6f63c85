"""Record -> text: one file a format; what they share is text for people (clean) and the order of reading (order)."""
