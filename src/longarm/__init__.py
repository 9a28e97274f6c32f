"""longarm: report cross-border cyber blackmail once, prove it, find the state that can act, and draft the papers."""

__version__ = "0.1.0"
