"""A record -> the lines of its preview: the page of an article, or a card among others."""
