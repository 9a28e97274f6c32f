joining-section = Autres démarches
joining-merge = Joindre un autre dossier à celui-ci
joining-merge-lead = Pour deux dossiers d’une même affaire. Ce qui est scellé reste tel quel ; l’autre dossier reste en lecture seule et renvoie ici.
joining-split = Donner son propre dossier à l’une des personnes lésées
joining-split-lead = Ce qui n’a touché que cette personne va dans un nouveau dossier ; les mis en cause et leurs numéros restent dans les deux.
joining-move = Déplacer la conversation vers un autre dossier
joining-move-lead = Ses lettres, consentements et fichiers non encore versés suivent ; la personne au code ne remarque rien. Les pièces déjà versées restent.
joining-other = L’autre dossier (de la boîte)
joining-address = Ou l’adresse de sa page
joining-look = Montrer les deux
joining-next = Suite : vérifier une fois encore
joining-back = Retour
joining-persons = Personnes
joining-same = La même personne dans le dossier qui reste
joining-own = Quelqu’un d’autre
joining-holds = Contenu
joining-exhibits = Pièces
joining-conversations = Conversations
joining-goes = Rejoint l’autre, puis reste en lecture seule.
joining-takes = Reste et reçoit tout.
joining-merge-sure = { $other } est joint à { $side }. Aucun bouton ne l’annule ; seule une disjonction le sépare.
joining-is = { $one } est { $two }
joining-stays = { $one } reste une personne distincte
joining-team-joins = Les deux équipes y travaillent ensuite, et chacune lit tout.
joining-merge-do = Joindre maintenant
joining-one-harmed = Une seule personne est lésée dans ce dossier : rien à séparer.
joining-who = Pour qui
joining-reference = Référence du nouveau dossier
joining-their-exhibits = Pièces qui suivent
joining-talk-stays = La conversation ne suit pas d’elle-même : déplacez-la depuis sa page quand vous savez à qui elle est.
joining-sealed-stays = Un lot scellé n’est jamais modifié : ceux d’avant restent dans ce dossier et contiennent aussi les pièces qui partent. Scellez ensuite les deux dossiers à nouveau, et remettez les nouveaux lots.
joining-bundle-holds = { $count ->
    [one] Le dernier lot a été scellé avant qu’un dossier soit séparé : il contient aussi une pièce qui appartient maintenant à un autre dossier. Scellez à nouveau avant de remettre quoi que ce soit.
   *[other] Le dernier lot a été scellé avant qu’un dossier soit séparé : il contient aussi { $count } pièces qui appartiennent maintenant à un autre dossier. Scellez à nouveau avant de remettre quoi que ce soit.
}
joining-split-sure = Un nouveau dossier { $reference } est ouvert pour { $name }. Suivent :
joining-no-exhibit-moves = Aucune pièce
joining-you-alone = Vous seul êtes d’abord dans son équipe ; les collègues s’ajoutent sur sa page.
joining-split-do = Séparer maintenant
joining-move-sure = La conversation va dans { $other } ({ $reference }).
joining-new-readers = Elle sera lue par :
joining-move-do = Déplacer maintenant
joining-merged = joint
joining-merged-lead = Ce dossier a été joint à un autre. Voici ce qu’il disait alors, en lecture seule.
joining-merged-to = Vers le dossier de destination
joining-no-case = Ce n’est l’adresse d’aucun de vos dossiers. Collez l’adresse de sa page telle quelle.
joining-bad-reference = Une référence : lettres latines, chiffres, points et tirets, 64 au plus, comme EG-2026-0007.
joining-exhibits-move = { $count ->
    [one] { $count } pièce suit et reçoit un nouveau numéro
   *[other] { $count } pièces suivent et reçoivent de nouveaux numéros
}
joining-which-exhibits = { $count ->
    [one] { $count } pièce
   *[other] { $count } pièces
}
joining-letters = { $count ->
    [one] { $count } lettre
   *[other] { $count } lettres
}
