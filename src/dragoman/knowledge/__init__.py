"""What is known of actors beside the text: who leads which country and when, whose movement a name is.

The text decides first; knowledge only fills what it leaves open. :func:`~dragoman.knowledge.load.load_knowledge` reads
the packaged tables (``data/*.csv``) and the user's own files.
"""
