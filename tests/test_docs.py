"""Pages made from the code's own tables say what the code says."""

from __future__ import annotations

import doctest
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))


def test_no_page_is_stale() -> None:
    import make_docs

    assert make_docs.stale() == []


def test_no_list_of_names_is_stale() -> None:
    import make_names

    for file, lines in make_names.made().items():
        assert file.read_text(encoding="utf-8") == lines, f"{file.name}: run python -m scripts.make_names"


def test_the_example_of_the_readme_runs() -> None:
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.attempted > 4
    assert results.failed == 0


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md"), *ROOT.glob("seeds/*.md")]
    broken = [
        f"{page.name}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert broken == []
