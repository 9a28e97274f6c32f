"""How long a case lives: kept by a hold, ended by destroying its keys, given whole to the person it is about."""
