"""The words all stages share: person, identifier, event, state, date; and the case file that holds them."""
