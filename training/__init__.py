"""The recipe that makes dragoman's language model. Not installed with the package; see README.md."""
