"""Doc → record: one module a layer, run in order by :mod:`dragoman.reading.reader`."""
