"""Where the HTML page goes."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import typer

from dragoman.errors import OptionError

if TYPE_CHECKING:
    from dragoman.formats.views import Brief


def check_page(output: str | None) -> Path | None:
    """The page's path, checked before any report is read; raises :class:`typer.BadParameter` with what is wrong."""
    if output is None:
        return None
    page = Path(output)
    if page.is_dir():
        raise typer.BadParameter(
            f"{output} is a folder; name a file in it, such as {page / 'brief.html'}", param_hint="'-o'"
        )
    if not page.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {page.parent} to write {page.name} in", param_hint="'-o'")
    return page


def write_page(brief: Brief, page: Path) -> None:
    """Write the brief as an HTML page; an older page is replaced only once the new one is whole.

    Raises:
        OptionError: the page cannot be written.
    """
    from dragoman.formats.html import render_html
    from dragoman.formats.phrases import load_phrases

    html = render_html(brief, load_phrases())
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=page.parent, suffix=".html", delete=False) as unfinished:
            unfinished.write(html)
        whole = Path(unfinished.name)
        whole.chmod(0o666 & ~_umask())
        whole.replace(page)
    except OSError as error:
        raise OptionError(
            f"{page} cannot be written ({error.strerror or error}); choose another place with -o"
        ) from error


def _umask() -> int:
    """The permissions the user wants new files to be without; reading them means setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
