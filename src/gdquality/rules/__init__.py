"""What validation holds against: one rule, one module.

Codes are stable for ever and grouped: GDQ0xx the file, GDQ1xx its records, GDQ2xx the task table,
GDQ3xx names, GDQ4xx the registry. `notice_rules` and `registry_rules` list the rules by the kind
of file that they look at; a command that needs the one does not import the other.
"""
