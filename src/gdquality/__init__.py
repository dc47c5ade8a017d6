"""Read how a Chinese government notice divides its work among agencies, and answer from it."""

__version__ = "0.1.0"
