"""The peak of memory of the real command, for corpora of several sizes: `python -m benchmarks.memory [N …]`.

The articles are the seeds' paragraphs, each with a number of its own so that no two are the same. Each figure is the
largest a process of its own ever was (ru_maxrss), with the language model, in MB.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZES = (100, 500, 2000)
PEAK = """
import resource, runpy, sys
sys.argv = ["timeline", *sys.argv[1:]]
try:
    runpy.run_module("timeline", run_name="__main__")
except SystemExit:
    pass
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit, file=sys.stderr)
"""


def main(sizes: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        print(f"{'articles':>9}  {'extract → CSV':>14}  {'ingest':>8}")
        for size in sizes:
            path = write_articles(folder / f"{size}.jsonl", size)
            extract = peak("extract", "--quiet", str(path), "--output", str(folder / "out.csv"))
            ingest = peak("ingest", "--quiet", str(path), "--store", str(folder / f"store{size}"))
            print(f"{size:>9,}  {extract:>11.0f} MB  {ingest:>5.0f} MB", flush=True)
        line = folder / "line.txt"
        line.write_text("The talks were held in Geneva on Tuesday, officials said. " * (20_000_000 // 58))
        print(f"20 MB of one line, ways in alone: {peak_of_reading(line):.0f} MB")


def write_articles(path: Path, number: int) -> Path:
    texts = [
        line
        for seed in sorted((ROOT / "seeds").rglob("*.txt"))
        for line in seed.read_text(encoding="utf-8").splitlines()
        if len(line.split()) > 20
    ]
    with path.open("w", encoding="utf-8") as file:
        for at, text in enumerate(islice(cycle(texts), number)):
            day = date(2022, 7, 20) + timedelta(days=at % 400)
            file.write(json.dumps({"id": at, "text": f"{text} Report {at}.", "published": str(day)}) + "\n")
    return path


def peak(*arguments: str) -> float:
    """MB of the command with these arguments."""
    ran = subprocess.run([sys.executable, "-c", PEAK, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(ran.stderr.split()[-1]) / 1e6


def peak_of_reading(path: Path) -> float:
    code = (
        "import resource, sys, timeline; [None for _ in timeline.read(sys.argv[1])]; "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == 'darwin' else 1024))"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(ran.stdout) / 1e6


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
