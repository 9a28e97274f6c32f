"""Requests between this node and others: drafted, sent, taken in, looked at, answered; kept until they arrive."""
