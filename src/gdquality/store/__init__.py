"""YAML in and out: plain values with their positions, and the records built from them."""
