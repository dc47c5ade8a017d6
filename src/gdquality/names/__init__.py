"""Who is who: the registry of agencies, and the steps that resolve a name by it."""
