"""Screens of exhibits: upload, preview, sealing, checklists, what is withheld."""
