"""Says before the tests which of them cannot run here, and why."""

import os
import shutil
import sys

missing = [
    (what, name)
    for what, name in (("browser tests", "chromium"), ("LibreOffice tests", "soffice"))
    if shutil.which(name) is None
]
for what, name in missing:
    print(f"note: {name} is not installed: the {what} are skipped")
if missing and os.environ.get("TIMELINE_NEED_ALL") == "1":
    sys.exit("TIMELINE_NEED_ALL=1 asks for every test; install what is missing first")
