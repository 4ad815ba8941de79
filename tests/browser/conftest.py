"""A real headless Chromium before a real server, over a small store made by hand."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.made import made_store

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """Where Chromium lies; skips the test where there is none, or fails it where one must be."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
    )
    reason = "" if found else "there is no Chromium on this machine (on Debian: apt-get install chromium)"
    if not reason:
        try:
            import playwright  # noqa: F401
        except ImportError:
            reason = "the playwright package is not installed (it is in requirements-dev.txt)"
    if reason and os.environ.get("TIMELINE_NEED_BROWSER") == "1":
        pytest.fail(f"The browser tests must run here, but {reason}.")
    if reason:
        pytest.skip(f"Browser tests need a real browser, and {reason}.")
    return found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard over a store of its own."""
    chromium()
    folder = tmp_path_factory.mktemp("dashboard")
    made_store(folder / "store")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.port", str(port)]
    environment = {**os.environ, "TIMELINE_STORE": str(folder / "store")}
    with (folder / "log.txt").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/_stcore/health", server, folder / "log.txt")
            yield url
        finally:
            server.terminate()
            server.wait(20)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            pytest.fail(f"The dashboard did not start:\n{log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail(f"The dashboard did not answer:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="module")
def browser():
    """One browser for the module."""
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, address):
    """`visit("/?actor=…", width=1400)` → a page, and `page.asked` with every host it sent a request to."""
    contexts = []

    def opener(path: str = "/", width: int = 1400, height: int = 1000, dark: bool = False):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.asked = set()
        page.on("request", lambda request: page.asked.add(request.url.split("/")[2] if "//" in request.url else ""))
        page.on("websocket", lambda socket_: page.asked.add(socket_.url.split("/")[2]))
        page.goto(f"{address}{path}")
        return page

    yield opener
    for context in contexts:
        context.close()
