"""Moving a token under another head, and the subtree edges after it."""

from __future__ import annotations

from timeline.language.document import Sentence, Token


def move(token: Token, head: Token, dep: str) -> None:
    """Hang `token` under `head`; where that would close a circle, nothing is moved."""
    if head is token or any(one is token for one in head.ancestors()):
        return
    if token.head is not token:
        _take_off(token)
    token.head = head
    token.dep = dep
    head.children = tuple(sorted((*head.children, token), key=_position))


def join(verb: Token, told: Token) -> None:
    """Hang a joined verb under `told`, with the "and" that stands before it under its old head."""
    first = verb.head
    for joining in first.children_by("cc"):
        if first.i < joining.i < verb.i:
            move(joining, told, "cc")
    move(verb, told, "conj")


def make_root(token: Token) -> None:
    """Cut a token off its head. The caller hangs the old root under it."""
    _take_off(token)
    token.head = token
    token.dep = "ROOT"


def hang_on_subject(held: Token, subject: Token, verb: Token, dep: str) -> bool:
    """Make `verb` the root and hang the old one on its subject: "workers [held] in a cave were rescued"."""
    make_root(verb)
    move(subject, verb, dep)
    move(held, subject, "acl")
    held.tag = "VBN"
    for mark in [one for one in held.children_by("punct") if one.i > verb.i]:
        move(mark, verb, "punct")
    return True


def refresh_edges(sentence: Sentence) -> None:
    """Recompute `left` and `right` of every token of the sentence."""
    for token in sentence.tokens:
        token.left = token.right = token.i
    for token in sentence.tokens:
        for above in token.ancestors():
            if token.i < above.left:
                above.left = token.i
            elif token.i > above.right:
                above.right = token.i


def _take_off(token: Token) -> None:
    token.head.children = tuple([one for one in token.head.children if one is not token])


def _position(token: Token) -> int:
    return token.i
