"""(text, Language) -> what is in it: one module a thing that newsrooms write."""
