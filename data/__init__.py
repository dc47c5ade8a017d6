"""The packaged data set: the notice, the registry of agencies, and the records parsed from both."""
