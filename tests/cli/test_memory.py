"""Memory does not grow with the corpus: 500 short articles beside 2,000, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "made_reader.py"
PEAK = """
import resource, runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def peak(folder: Path, articles: int, command: str, *options: str) -> int:
    """Kilobytes (bytes on macOS) of the largest the process ever was."""
    path = folder / f"{articles}.jsonl"
    with path.open("w") as file:
        for number in range(articles):
            day = date(2000, 1, 1) + timedelta(days=number * 3)
            file.write(json.dumps({"text": f"First {number}. Second. Third", "published": str(day)}) + "\n")
    arguments = [sys.executable, "-c", PEAK, str(SCRIPT), command, "--quiet", str(path), *options]
    ran = subprocess.run(arguments, capture_output=True, text=True, cwd=SCRIPT.parents[2])
    assert ran.returncode == 0, ran.stderr
    return int(ran.stderr.split()[-1])


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.parquet"])
def test_extract(tmp_path: Path, name: str) -> None:
    few, many = (peak(tmp_path, articles, "extract", "--output", str(tmp_path / name)) for articles in (500, 2000))
    assert many < 1.1 * few


def test_ingest(tmp_path: Path) -> None:
    few, many = (
        peak(tmp_path, number, "ingest", "--store", str(tmp_path / f"store {number}")) for number in (500, 2000)
    )
    assert many < 1.3 * few
