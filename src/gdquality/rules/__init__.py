"""What validation holds against: one rule, one module; the rules of the file itself are one table.

Codes are stable for ever and grouped: GDQ0xx the file, GDQ1xx its records, GDQ2xx the task table,
GDQ3xx names, GDQ4xx the registry, GDQ5xx the source. `file_rules`, `notice_rules` and
`registry_rules` list the rules by what they look at, those `_of_answers` are what every
answer holds its data to; a command that needs the one does not import the other.
"""
