"""Questions put to a notice, a module each, and what they are answered with."""
