# Ce que la ligne de commande dit de ses propres arguments.
cli-usage = usage :
cli-arguments = arguments
cli-options = options
cli-fault = { $fault }. Plus : { $command } --help
cli-required = il manque : { $what }
cli-not-known = rien ici ne s’appelle { $what }
cli-no-choice = { $what } ne peut être { $given } ; c’est l’un de { $choices }
cli-no-value = { $what } demande une valeur après lui
cli-bad-value = { $given } n’est pas une valeur pour { $what }
cli-takes-none = { $what } ne prend pas de valeur, et a reçu { $given }
cli-not-both = { $what } et { $other } ne vont pas ensemble
cli-one-of = il faut l’un de ceux-ci : { $what }
cli-ambiguous = { $what } peut vouloir dire { $choices }
cli-no-command = il n’y a pas de commande { $word }. Toutes : longarm --help
cli-no-command-near = il n’y a pas de commande { $word }. Vouliez-vous dire { $near } ?
cli-system = { $what } : { $why }. Rien de plus n’a été fait.
cli-not-text = Un nom de fichier n’est pas du texte UTF-8. Renommez le fichier.
