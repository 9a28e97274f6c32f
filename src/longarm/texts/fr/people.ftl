# Les personnes d’une organisation : rôles, options, second facteur, fermeture d’un compte.
people-roles = Ce que fait chaque rôle
people-role-does = { $role ->
    [caseworker] travaille sur les dossiers de ses équipes : ouvre, écrit, scelle, répond.
    [coordinator] de même ; transmet aussi des dossiers, pose des gels, voit les certificats de suppression.
    [counsel] lit les dossiers où une équipe l’a ajouté, prend des notes, rédige ; ne change rien d’autre.
    [consular] recueille la déclaration d’un ressortissant à l’étranger, et ne voit que cela.
    [auditor] lit le registre de qui a fait quoi, jamais ce que dit un dossier.
   *[admin] s’occupe des personnes et des règles, n’ouvre aucun dossier.
}
people-role-and = Rôle et options
people-administers = administre
people-administers-help = S’occupe des personnes, des règles, du journal et du nœud, à côté du rôle. Pas pour qui contrôle, ni pour un agent consulaire.
people-on-intake = à l’accueil
people-on-intake-help = Les nouveaux signalements lui sont scellés aussi. Seulement pour qui travaille sur des dossiers ; ceux d’avant restent tels quels.
people-nobody-on-intake = Personne n’est à l’accueil : la page publique ne prend aucun signalement. Mettez-y quelqu’un qui travaille sur des dossiers.
people-has-factor = second facteur
people-no-factor = sans second facteur
people-no-factor-yet = Aucun n’est réglé. Chaque personne règle le sien.
people-factor-lost = Pour qui a perdu téléphone et papier. Ses visites prennent fin ; à la prochaine entrée la phrase secrète suffit, jusqu’à ce qu’un nouveau soit réglé.
people-factor-off = L’enlever
people-factor-rule = Entrer demande un second facteur
people-factor-rule-help = Qui n’en a pas en règle un avant toute chose.
people-factor-first = Votre organisation demande un second facteur. Réglez-le maintenant ; le bureau s’ouvre ensuite.
people-reset-lead = Une nouvelle phrase secrète, la clé de secours en main. La personne retrouve ses dossiers ; un second facteur disparaît.
people-open-again = Rouvrir le compte
people-open-again-lead = La clé de secours en main. La personne retrouve ceux de ses anciens dossiers dont la clé n’a pas changé depuis.
people-closed = fermé
people-close = Fermer le compte
people-close-lead = Pour qui est parti. Ses visites prennent fin, personne n’entre plus avec ce compte ; ses dossiers et ses tâches ne sont plus à personne et se montrent dans la réception.
people-close-keys = Les clés des dossiers sont retirées du compte maintenant. Chaque dossier reçoit aussi une nouvelle clé : tout de suite si vous êtes de son équipe, sinon quand un membre de l’équipe l’ouvre. Ce qui a été lu ne peut être oublié.
people-with-paper = Avec la clé de secours
people-with-paper-close = Avec la clé du papier, tous les dossiers reçoivent leur nouvelle clé maintenant.
people-with-paper-role = Qui passe au contrôle, au consulat ou à l’administration quitte toutes les équipes, et les dossiers reçoivent de nouvelles clés maintenant. Pour ceux dont vous n’êtes pas de l’équipe, il faut la clé du papier.
people-heir = Qui reçoit ces dossiers
people-close-do = Le fermer
people-closed-now = { $renewed ->
    [0] Le compte est fermé.
    [one] Le compte est fermé ; un dossier a une nouvelle clé.
   *[other] Le compte est fermé ; { $renewed } dossiers ont de nouvelles clés.
}
people-key-waits = { $count ->
    [one] Un dossier reçoit sa nouvelle clé quand un membre de son équipe l’ouvre.
   *[other] { $count } dossiers reçoivent leur nouvelle clé quand un membre de leur équipe les ouvre.
}
people-last-of = { $count ->
    [one] Personne d’autre ne peut ouvrir un dossier de cette personne. Dites qui le reçoit et écrivez la clé de secours, ou agrandissez d’abord son équipe.
   *[other] Personne d’autre ne peut ouvrir { $count } dossiers de cette personne. Dites qui les reçoit et écrivez la clé de secours, ou agrandissez d’abord leurs équipes.
}
people-in-teams = { $count ->
    [one] Cette personne est dans l’équipe d’un dossier que vous ne pouvez pas ouvrir. Écrivez la clé de secours, pour qu’il reçoive une nouvelle clé.
   *[other] Cette personne est dans les équipes de { $count } dossiers que vous ne pouvez pas ouvrir. Écrivez la clé de secours, pour qu’ils reçoivent de nouvelles clés.
}
people-last-administrator = Personne d’autre n’administre cette organisation. Confiez-le d’abord à quelqu’un d’autre.
people-not-oneself = Personne ne ferme son propre compte. Demandez à un autre administrateur.
# Visites ouvertes ; la phrase secrète encore une fois ; une première phrase.
people-visits = Mes visites ouvertes
people-visits-lead = Une visite est un navigateur où l’on est entré avec ce compte. Elle finit 12 heures après l’entrée, ou après deux heures sans usage. Quel navigateur, et où, n’est pas conservé.
people-visit-this = Ce navigateur
people-visit-other = Un autre navigateur
people-visit-since = Entrée : { $at }
people-visit-used = Dernier usage : { $at }
people-visit-end = Y mettre fin
people-visits-end-others = Mettre fin à toutes les autres
people-visits-none = Aucune visite ouverte ailleurs.
people-no-such-visit = Cette visite est déjà finie.
people-visits-of = Visites ouvertes
people-visits-count = { $count ->
    [0] Aucune connexion.
    [one] Une visite ouverte.
   *[other] { $count } visites ouvertes.
}
people-visits-of-lead = Pour un téléphone perdu ou pris, un ordinateur laissé ouvert. La personne entre ensuite de nouveau.
people-visits-of-own = Toutes finissent, sauf celle-ci.
people-visits-end-all = Y mettre fin
people-prove-again = Il faut ici votre phrase secrète encore une fois. Saisissez-la et renvoyez le formulaire.
people-again-help = Pour que personne ne fasse cela dans une visite laissée ouverte. Valable cinq minutes.
people-again = Votre propre phrase secrète, encore une fois
people-again-do = Continuer
people-own-passphrase-wrong = Votre phrase secrète est fausse. Vérifiez la langue du clavier et réessayez.
people-passphrase-same = C’est la phrase secrète d’avant. Choisissez-en une autre.
people-passphrase-first = Quelqu’un d’autre a choisi votre phrase secrète et la connaît. Choisissez-en une à vous maintenant ; ensuite le bureau s’ouvre.
people-paper = Papier de secours
people-paper-lead = Il ouvre tous les dossiers de l’organisation quand les phrases secrètes sont perdues. Remplacez-le si quelqu’un l’a vu, s’il est perdu ou si la personne qui le garde s’en va.
people-paper-do = Faire un nouveau papier
people-paper-old = La clé écrite sur l’ancien papier
people-paper-lost = L’ancien papier est perdu ou n’est pas entre nos mains. Dès aujourd’hui il n’ouvre plus rien, et le nouveau ouvre chaque dossier une fois qu’un membre de son équipe y est passé.
people-paper-or-lost = Écrivez la clé de l’ancien papier, ou cochez qu’il est perdu : l’un des deux, pas les deux.
people-paper-destroy = L’ancien papier n’ouvre plus rien : détruisez-le.
people-paper-waits = { $count ->
    [one] Un dossier n’est ouvert par ce papier qu’une fois qu’un membre de son équipe y est passé.
   *[other] { $count } dossiers ne sont ouverts par ce papier qu’une fois qu’un membre de leur équipe y est passé.
}
people-paper-opens-not = Le papier de secours n’ouvre pas l’un de ces dossiers : personne de son équipe n’y est passé depuis que le papier existe. Qu’un membre de l’équipe l’ouvre d’abord, puis recommencez.
people-paper-witness = Si le papier est perdu : une seconde personne
people-paper-witness-why = Aucun nouveau papier n’est fait sur la seule parole d’une personne. Un collègue qui travaille sur des dossiers est nommé ici et écrit lui-même sa phrase secrète.
people-paper-witness-who = Collègue
people-paper-witness-passphrase = Sa phrase secrète, écrite par lui-même
people-paper-witness-none = La perte de l’ancien papier est dite par deux personnes : choisissez un collègue qui travaille sur des dossiers et qui écrit lui-même sa phrase secrète.
people-paper-witness-wrong = La phrase secrète de la seconde personne est fausse. Rien n’a changé.
