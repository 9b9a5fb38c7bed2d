"""The command line: `summit`."""
