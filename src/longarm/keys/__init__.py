"""The keys of a node: passphrases, users, cases, contents, files, sessions, recovery. libsodium does the cryptography."""
