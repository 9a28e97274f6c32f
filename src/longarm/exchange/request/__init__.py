"""A request from one node to another: what may be asked, on what ground, until when, how it goes on, what is sent along."""
