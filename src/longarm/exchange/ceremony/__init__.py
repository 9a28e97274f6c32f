"""How holders make a key that none of them ever has, and later give its shares anew, to the same or to others.

Whose ideas: each party deals a polynomial, the key is the sum (Pedersen, EUROCRYPT 1991), with published coefficients (Feldman
1987). Commit first, reveal when all have: after Gennaro, Jarecki, Krawczyk, Rabin (J. Cryptology 2007), whose attack on the
plain protocol is to choose one's part after seeing the others'. Knowledge of the constant term proven: FROST (Komlo, Goldberg,
SAC 2020). Giving anew: Desmedt and Jajodia (1997), for the same holders proactive refresh (Herzberg et al., CRYPTO 1995).
Of our own: nobody is left out and gone on without. A fault ends the ceremony with a name; people begin again without that party.
"""
