"""Answers and findings as text: table, JSON. Values in, text out; nothing here prints."""
