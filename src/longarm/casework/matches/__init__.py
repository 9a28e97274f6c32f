"""The same offender on a node: blind tags, links that a caseworker may see, judgements, what other teams have."""
