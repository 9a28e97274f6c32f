"""The lab of the exchange: a hub, three key holders and three nodes on one machine, each in its own folder and processes."""
