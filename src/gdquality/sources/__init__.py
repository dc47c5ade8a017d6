"""Files of every format, each read into the same SourceDocument."""


def read_source(data, file):
    from gdquality.sources.text import read
    return read(data, file)
