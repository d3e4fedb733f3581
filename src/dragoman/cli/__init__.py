"""The command line: thin commands over the library. Data goes to standard output, messages to standard error."""
