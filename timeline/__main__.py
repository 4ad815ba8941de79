"""python -m timeline"""

import sys

try:
    from timeline.cli import main
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("timeline"):
        raise
    sys.exit(f"timeline: the package {missing.name!r} is not installed. Run `make setup` and use .venv/bin/python.")

if __name__ == "__main__":
    raise SystemExit(main())
