"""What records become: JSON lines, a brief in the terminal, one HTML page; ``views`` is what the last two show."""
