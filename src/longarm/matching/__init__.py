"""The same offender across cases: evidence items, links with reasons, what is set aside, series. Pure: no clock, no store.

The way in: `items_of` (items.py) makes the items of a case, `links` (links.py) what ties cases together and what was set
aside, `series` (series.py) the groups, respecting judgements, `explain` (explain.py) the weights of a link as sentences.
`Book` (book.py) does the same one case at a time. Every answer is a proposal: a person judges.
"""
