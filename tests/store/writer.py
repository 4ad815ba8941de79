"""A process that writes to a store until it is killed, saying each article's id once it is safe. It imports the store
alone, and is started as a program of its own."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from made_extractions import make_extraction  # noqa: E402

from timeline.store import open_store  # noqa: E402


def write(folder: str, prefix: str, articles: int) -> None:
    store = open_store(folder)
    for number in range(articles):
        saved = store.add(make_extraction(f"{prefix}-{number}", events=3))
        print(saved.article_id, flush=True)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
