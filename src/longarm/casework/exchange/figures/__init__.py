"""Figures across nodes: counted and drawn once at home, told to the other nodes, put together with what they tell."""
