"""The desk's screens of advisories: written from a case, told after a second person agreed; those of others, read and met."""
