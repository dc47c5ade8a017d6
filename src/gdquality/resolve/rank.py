"""The rank of a name: its last word, which tells whose name it is.

教育部 is not a misspelt 教育厅, and 税务总局 is not the bureau of a province.
"""

WORDS = {
    "委员会": frozenset(("委",)),
    "办公室": frozenset(("办",)),
    "办公厅": frozenset(("办", "办公厅")),
    "总局": frozenset(("总局",)),
    "总署": frozenset(("总署",)),
    "公司": frozenset(("公司",)),
}
"""The ranks that a full name ending in the word may be abbreviated to; others keep the word."""

CHARACTERS = frozenset("部委厅局办院会署府组关社处科所")


def ranks(name: str) -> frozenset[str]:
    """Return the ranks that `name` may have; none if it does not end in one."""
    for word, short in WORDS.items():
        if name.endswith(word):
            return short
    return frozenset(name[-1:]) & CHARACTERS


def ranks_agree(name: str, full: str) -> bool:
    """Tell whether `name`, if it ends in a rank, may be short for the `full` name."""
    own = ranks(name)
    return not own or bool(own & (ranks(full) or frozenset(full[-1:])))
