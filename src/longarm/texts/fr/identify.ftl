identify-region = « { $region } » n’est pas un État. Utilisez les deux lettres ISO 3166-1, par exemple EG.
identify-region-near = « { $region } » n’est pas un État. Vouliez-vous dire { $near } ({ $name }) ?
identify-binary = { $file } : ce n’est pas du texte. Pour un export, une archive ou une base, utilisez « longarm read » et donnez sa sortie à cette commande.
identify-unreadable = { $file } : lecture impossible ({ $why }). Vérifiez le chemin et vos droits.
identify-bad-line = { $file }, ligne { $line } : ce n’est pas un message tel que « longarm read » l’écrit ({ $why }). Corrigez ou retirez cette ligne.
identify-line-too-long = { $file }, ligne { $line } : plus de { $limit } Mio. Un message est plus court : vérifiez le fichier.
identify-not-utf8 = { $file } : certains octets ne sont pas de l’UTF-8 et n’ont pu être lus comme des lettres ; numéros et liens sont trouvés tout de même.
