#!/bin/sh
# Prints a Python that can run the tool: 3.12 or 3.13 before 3.11, each tried, since a name on PATH may be a shim that
# fails. PYTHON=… chooses one by hand.
good='import sys, venv, ensurepip, ssl, sqlite3; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
set -- python3.12 python3.13
for folder in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.12.* "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13.*; do
    set -- "$@" "$folder/bin/python3"
done
for candidate in ${PYTHON:+"$PYTHON"} "$@" python3.11 python3 python; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c "$good" >/dev/null 2>&1; then
        command -v "$candidate"
        exit 0
    fi
    if [ -n "$PYTHON" ] && [ "$candidate" = "$PYTHON" ]; then
        echo "PYTHON=$PYTHON is not a working Python 3.11, 3.12 or 3.13 with venv." >&2
        exit 1
    fi
done
echo "No working Python 3.11, 3.12 or 3.13 found. Install one (with its venv module), or name it: make app PYTHON=/path/to/python3.12" >&2
exit 1
