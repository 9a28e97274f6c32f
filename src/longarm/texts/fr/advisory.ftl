advisory-title = Avis
advisory-lead = Comment quelqu’un opère et ce qu’il utilise, pour que d’autres le reconnaissent. Aucun dossier et aucune personne lésée n’y figure.
advisory-ours = Les nôtres
advisory-theirs = Ceux des autres
advisory-theirs-lead = Ce que d’autres ont signalé est rapproché de vos dossiers automatiquement. C’est un indice, jamais une preuve. L’auteur est celui que le fichier indique ; personne ne l’a vérifié.
advisory-none-yet = Rien n’a encore été signalé. Un avis s’écrit depuis un dossier, sous « Autres démarches ».
advisory-nothing-heard = Rien n’a encore été lu des autres.
advisory-state = { $state ->
    [draft] attend une deuxième personne
    [told] diffusé
   *[revoked] révoqué
}
advisory-signs = Ce qu’il utilise
advisory-signs-count = { $count ->
    [one] un signe
   *[other] { $count } signes
}
advisory-signs-lead = N’est proposé que ce que l’autre partie seule a utilisé. Les numéros officiels et tout ce qui vient de la personne lésée sont écartés.
advisory-how = Comment il opère
advisory-how-help = Aucun nom, aucun numéro ici : ni celui de la personne lésée, ni celui du suspect. S’il s’en trouve un, le texte est refusé.
advisory-headline = En quelques mots
advisory-language = Langue de rédaction
advisory-states = États
advisory-states-help = Où il opère ou qui il vise : deux lettres par État (ISO 3166-1).
advisory-kind = Genre
advisory-value = Forme comparée
advisory-kind-phone = Téléphone
advisory-kind-account = Compte
advisory-kind-email = Courriel
advisory-kind-wallet = Portefeuille
advisory-kind-iban = IBAN
advisory-kind-url = Lien
advisory-kind-ip = Adresse réseau
advisory-kind-picture = Image (empreinte)
advisory-reach = Jusqu’où il peut aller
advisory-reach-clear = Tout le monde (TLP:CLEAR)
advisory-reach-green = La communauté (TLP:GREEN)
advisory-reach-amber = Qui en a besoin (TLP:AMBER)
advisory-write = Écrire un avis
advisory-write-lead = D’autres liront ceci. Une deuxième personne de l’équipe donne son accord avant la diffusion, et ce qui a été diffusé ne peut être repris à ceux qui l’ont lu.
advisory-ask = L’écrire et demander l’accord
advisory-nothing-to-tell = Ce dossier ne cite rien que l’autre partie seule ait utilisé et qui puisse être comparé.
advisory-tell = Diffuser
advisory-tell-means = Dès lors il peut être transmis. Marqué pour tout le monde, il est aussi lu par des machines, là où ce nœud les sert.
advisory-drop = Supprimer le brouillon
advisory-second = Un autre collègue de l’équipe donne d’abord son accord, sur la page du dossier :
advisory-hand-on = Le transmettre
advisory-hand-on-lead = Des fichiers que les outils des autres lisent. Ne les donnez qu’à ceux que la marque autorise.
advisory-revoke = Révoquer
advisory-revoke-means = Il ne vaut plus : transmettez le fichier une fois encore, pour que les autres le retirent aussi.
advisory-no-victim = Rien ici ne dit de quel dossier cela vient.
advisory-file = Fichier des autres
advisory-file-help = Un paquet STIX 2.1 ou un événement MISP, en JSON, ou une liste d’empreintes d’images (lignes « pdq … »), 16 Mo au plus. Ce que nous ne pouvons comparer est compté et laissé de côté.
advisory-form = Forme
advisory-read = Le lire
advisory-taken = Lu : { $new } nouveaux, { $renewed } renouvelés, { $gone } révoqués.
advisory-passed-over = { $count ->
    [one] Un élément ne peut être comparé.
   *[other] { $count } éléments ne peuvent être comparés.
}
advisory-forget = Retirer
advisory-met = D’autres l’ont signalé
advisory-met-lead = Avis d’autres organisations qui citent la même chose. Non vérifiés par nous.
advisory-taxii = longarm : avis pour tous
advisory-none = Il n’existe pas d’avis de ce genre parmi ceux que vous pouvez voir.
advisory-no-sign = Choisissez au moins un des signes proposés.
advisory-no-words = Un avis a un titre (200 lettres au plus) et dit comment il opère (8 000 au plus).
advisory-names = « { $name } » figure dans le dossier et dans votre texte. Un avis ne nomme personne ; écrivez-le sans.
advisory-told-already = Cet avis a déjà été diffusé.
advisory-revoked-already = Cet avis a déjà été révoqué.
advisory-no-file = Aucun fichier n’est arrivé. Choisissez le fichier de l’avis.
advisory-nothing-read = Rien dans le fichier ne peut être comparé ({ $count } éléments laissés de côté). Rien n’a été gardé.
advisory-too-many = Plus de { $limit } avis des autres ne sont pas gardés. Retirez d’abord les anciens.
advisory-form-hashes = Liste d’empreintes
advisory-source = À qui est cette liste
advisory-source-help = Seulement pour une liste d’empreintes, qui ne le dit pas elle-même. Une liste plus récente de la même source remplace la précédente.
advisory-same-way = Il est arrivé par la même voie que les avis précédents de cet émetteur : ce qu’il renouvelle ou révoque prend leur place
advisory-takes-place = Le fichier renouvelle { $renewed } et révoque { $gone } des avis gardés ici, au nom de { $by }. N’importe qui peut écrire ce nom dans un fichier. S’il est arrivé par la même voie que les précédents, cochez la case et choisissez le fichier de nouveau ; sinon, n’en prenez rien. Rien n’a été gardé.
advisory-no-source = Indiquez à qui est la liste d’empreintes : le fichier ne le dit pas.
advisory-met-picture = { $place } : { $bits ->
    [0] la même empreinte d’image
   *[other] une image proche ({ $bits } bits sur 256 diffèrent)
}
advisory-met-picture-care = Avant d’ouvrir la pièce, renseignez-vous sur ce que la liste contient. S’il s’agit d’images d’enfants, ne l’ouvrez pas : retenez-la et suivez la voie prévue pour les enfants.
