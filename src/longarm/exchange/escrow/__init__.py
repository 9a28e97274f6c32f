"""'Open mine only when others name him too': a report under two locks, one of which holders open only for a whole group.

Theirs: a report locked by the oblivious function of the offender's identity and, outside, to somebody who was chosen (Callisto,
Rajan et al. 2018); servers together that hold the quorum, and a forger that can be traced (WhoToo, Kuykendall, Krawczyk, Rabin
2019); a pseudorandom token that finds equal reports in one step (WhoToo+, Hevia and Mergudich-Thal 2021); everybody's own
threshold, and a group in which each has enough company (SAE, Arun et al., NDSS 2020). The outer lock is TDH2 (Shoup, Gennaro,
J. Cryptology 2002). Left out, with reasons in docs/decisions/0019: Callisto's polynomial.
"""
