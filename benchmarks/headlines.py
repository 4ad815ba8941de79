"""Whether the examples of triggers.csv are read alike as headlines: `python -m benchmarks.headlines [--every N]`.

Each example is written in Title Case and in CAPITALS, without its full stop, and read beside the plain sentence: how
often the first event has the same PLOVER label, and how often the same parties too.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from benchmarks.predict import events
from timeline.events.triggers.lexicon import lines

SMALL = frozenset(
    "a an the and or but nor as at by for from in into of off on onto out over per to up upon via with".split()
)
First = tuple[str, list[str], list[str]] | None


def title_case(sentence: str) -> str:
    """As US papers print a headline.

    >>> title_case("Chile lifts a ban on travel to Peru")
    'Chile Lifts a Ban on Travel to Peru'
    """
    words = sentence.split()
    return " ".join(word if k and word in SMALL else word[:1].upper() + word[1:] for k, word in enumerate(words))


def first_event(text: str) -> First:
    """Label, actors and recipients of the first event, names in small letters."""
    for event in events({"id": "headline", "text": text, "dct": "2024-01-16"})["events"]:
        sides = ([one["text"].lower() for one in event[side]] for side in ("source", "target"))
        return (event["type"], *(sorted(side) for side in sides))  # type: ignore[return-value]
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--every", type=int, default=4, help="read every so many examples only")
    chosen = parser.parse_args()
    plain = [one.example.rstrip(".") for one in lines()[:: chosen.every] if len(one.example.split()) > 4]
    told = [first_event(sentence) for sentence in plain]
    styles: dict[str, Callable[[str], str]] = {"Title Case": title_case, "CAPITALS": str.upper}
    print(f"{len(plain)} examples\n\n| headline | same label | same parties too |\n|---|---|---|")
    for name, written in styles.items():
        read = [first_event(written(sentence)) for sentence in plain]
        label = sum((a and a[0]) == (b and b[0]) for a, b in zip(told, read, strict=True))
        parties = sum(a == b for a, b in zip(told, read, strict=True))
        print(f"| {name} | {100 * label / len(plain):.1f} % | {100 * parties / len(plain):.1f} % |")


if __name__ == "__main__":
    main()
