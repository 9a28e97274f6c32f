"""Who works here and how they come in: organisations, accounts, passphrases, second factors, teams."""
