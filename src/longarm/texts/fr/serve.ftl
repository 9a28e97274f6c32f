serve-address = longarm répond à l’adresse { $address }
serve-intake-address = Les pages publiques seules répondent à { $address }
serve-empty = Le nœud est vide : ouvrez l’adresse pour créer votre organisation, ou pour visiter la démonstration.
serve-keys-beside = Attention : les clés du nœud se trouvent sur la même machine que ses données, dans { $keys }. Qui prend les deux peut essayer des noms et des numéros de téléphone. Mettez-les sur un autre disque (--keys) avant les premiers vrais dossiers.
serve-open-to-others = Attention : { $host } est joignable depuis d’autres machines, sans chiffrement en chemin. Placez devant un serveur qui parle https, et indiquez-le avec LONGARM_HTTPS=1.
serve-as-root = Attention : longarm tourne en tant que root ; qui y pénètre tient toute la machine. Lancez-le avec un compte qui ne possède que le répertoire des données et celui des clés.
serve-stop = Ctrl-C pour arrêter.
serve-port-taken = Le port { $port } est pris par un autre programme. Arrêtez-le, ou choisissez-en un autre : --port { $other }
serve-no-such-port = { $port } n’est pas un port. Choisissez entre 1 et 65535.
serve-cannot-listen = Impossible d’écouter sur { $host }, port { $port } ({ $why }). Donnez une adresse de cette machine, ou un port supérieur à 1023.
