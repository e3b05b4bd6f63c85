"""Source -> documents with bare blocks: one module a form."""
