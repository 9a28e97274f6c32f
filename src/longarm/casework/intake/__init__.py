"""What people outside tell and give: reports, codes, channels, files that arrive, consents, invitations."""
