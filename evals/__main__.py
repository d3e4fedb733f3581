"""``python -m evals NAME``: run one evaluation, print its figures, keep them as JSON under evals/out/."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

from rich.console import Console
from rich.table import Table

from dragoman.errors import DragomanError
from evals.data import DataMissingError

HERE = Path(__file__).parent


def evaluations() -> dict[str, str]:
    """Name → path of every module of this package that defines ``run``, found without importing it."""
    found = {}
    for module in pkgutil.iter_modules([str(HERE)]):
        source = HERE / f"{module.name}.py"
        if not module.name.startswith("_") and source.is_file() and "\ndef run(" in source.read_text("utf-8"):
            found[module.name] = str(source)
    return found


def parse(command_line: list[str]) -> tuple[ModuleType, argparse.Namespace]:
    """The module named on the command line and its arguments."""
    names = sorted(evaluations())
    chooser = argparse.ArgumentParser(prog="python -m evals", description=__doc__, add_help=False)
    chooser.add_argument("name", choices=names, help="the evaluation")
    if not command_line or command_line[0] in ("-h", "--help"):
        chooser.print_help()
        raise SystemExit(0 if command_line else 2)
    chosen, _ = chooser.parse_known_args(command_line[:1])
    module = importlib.import_module(f"evals.{chosen.name}")
    summary = (module.__doc__ or "").strip()
    parser = argparse.ArgumentParser(
        prog=f"python -m evals {chosen.name}", description=summary, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="public corpora")
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="annotated stories")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was wrong")
    parser.add_argument("--json", type=Path, help="where the figures go (default: evals/out/NAME.json)")
    if hasattr(module, "add_arguments"):
        module.add_arguments(parser)
    arguments = parser.parse_args(command_line[1:])
    arguments.name = chosen.name
    return module, arguments


def show(name: str, figures: dict[str, float]) -> None:
    """Print the figures as a table."""
    table = Table(title=f"evals {name}", title_justify="left")
    table.add_column("figure")
    table.add_column("value", justify="right")
    for figure, value in figures.items():
        table.add_row(figure, f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4g}")
    Console().print(table)


def main(command_line: list[str]) -> int:
    """Exit status: 0 done, 1 the evaluation itself failed a gate, 2 data or options are missing."""
    module, arguments = parse(command_line)
    try:
        figures = module.run(arguments)
    except DataMissingError as missing:
        print(f"evals {arguments.name}: {missing}", file=sys.stderr)
        return 2
    except DragomanError as error:
        print(f"evals {arguments.name}: {error}", file=sys.stderr)
        return 1
    show(arguments.name, figures)
    target = arguments.json or HERE / "out" / f"{arguments.name}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 1 if figures.get("failures") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
