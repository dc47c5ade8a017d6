"""The parser: what the text of a notice says of who is to do what."""
