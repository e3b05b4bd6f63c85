"""Styled lines -> what a person sees: cells, line breaks, frames, colours; a terminal, a pipe or a picture."""
