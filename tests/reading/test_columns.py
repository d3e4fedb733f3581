"""Sums over columns eight at a time are what the plain matrix product gives."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.reading.columns import Sums, pack


@given(data=st.data(), rows=st.integers(0, 6), columns=st.integers(1, 20), width=st.integers(1, 5))
def test_sums_are_the_matrix_product_to_the_last_unit(data: st.DataObject, rows: int, columns: int, width: int) -> None:
    told = data.draw(arrays(np.bool_, (rows, columns)))
    weights = data.draw(arrays(np.int64, (columns, width), elements=st.integers(-5000, 5000)))
    assert (Sums.of(weights).over(pack(told)) == told.astype(np.int64) @ weights).all()
