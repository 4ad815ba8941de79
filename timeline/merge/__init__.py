"""Several reports of one event, in several articles → one row with all its sources.

`merge_rows(rows)` is the whole room. Its parts, in the order they run: `blocks` (which rows can meet at all),
`features` (what of a row counts), `compare` (are two rows reports of one event), `cluster` (which rows go together),
`unite` (one row out of them) and `disagreements` (where they contradict each other). docs/merging.md says how it
decides.
"""

from timeline.merge.blocks import block_keys
from timeline.merge.cluster import merge_rows

__all__ = ["block_keys", "merge_rows"]
