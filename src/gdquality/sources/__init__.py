"""Files of every format, each read into the same SourceDocument."""
