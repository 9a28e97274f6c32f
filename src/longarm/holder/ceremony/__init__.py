"""The ceremony at one holder: begun by its people, kept on disk after each step, told to those who began the same one.

Each holder puts down what it says; the others come and fetch it. Nobody is drawn in unasked, nothing is lost by who is away.
"""
