"""Many notices in one SQLite database, and the questions put to all of them (docs/many.md)."""
