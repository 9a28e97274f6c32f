request-kind = { $kind ->
    [judicial] Une autorité judiciaire
    [police] Un service de police
    [central_authority] Une autorité centrale
    [consular] Un poste consulaire
   *[helpline] Une structure d’aide
}
request-kind-why = { $kind ->
    [judicial] Elle peut demander toute mesure que son fondement permet.
    [police] La police ne demande ni remise ni contenu stocké : cela revient à la justice.
    [central_authority] Elle peut demander toute mesure que son fondement permet.
    [consular] Un poste consulaire demande des auditions, un contact, un soutien, rien d’autre.
   *[helpline] Une structure d’aide n’est pas une autorité : elle ne demande aucune mesure contre quelqu’un, et ce qui serait recueilli à sa demande ne prouverait rien.
}
request-measure = { $measure ->
    [preserve] conserver des données
    [identify] identifier un utilisateur
    [take_statement] recueillir une déposition
    [stored_data] données stockées
    [arrest] arrestation provisoire
    [surrender] remise
    [prosecute] poursuivre sur place
    [information] information spontanée
    [contact] prendre contact avec la personne
    [support] soutien
   *[other] autre mesure
}
request-state = { $state ->
    [drafted] brouillon
    [sent] envoyée
    [received] arrivée
    [verified] vérifiée
    [accepted] acceptée
    [partly] réponse partielle
    [answered] réponse donnée
    [refused] refusée
    [withdrawn] retirée
    [expired] expirée
   *[closed] close
}
request-reason-said = { $reason ->
    [not_competent] hors de la compétence de cet organisme
    [no_legal_basis] aucun fondement légal ici
    [dual_criminality] le fait n’est pas une infraction ici
    [own_national] l’État ne remet pas ses nationaux
    [essential_interests] souveraineté, sécurité ou ordre public
    [political] infraction politique
    [identity_unclear] identité de la personne incertaine
    [not_enough] informations insuffisantes
    [time_limit] délai écoulé
    [data_gone] les données n’existent plus
    [already_pending] une affaire est déjà ouverte ici
    [language] langue ou traduction
    [danger] cela pourrait mettre quelqu’un en danger
    [unsound] la pièce jointe n’est pas intègre
   *[other] autre raison
}
request-left-out = { $kind ->
    [legal_names] noms légaux : { $number }
    [other_persons] autres personnes : { $number }
    [safe_contacts] moyens de contact sûr : { $number }
    [hazards] dangers pour la personne lésée : { $number }
    [notes] remarques : { $number }
    [identifiers] identifiants d’autres que le suspect : { $number }
    [events] faits dont cette demande n’a pas besoin : { $number }
    [exposing] ce qui pourrait se retourner là-bas contre la personne lésée : { $number }
    [exhibits] pièces non choisies : { $number }
    [custody] le registre de garde antérieur
   *[child] pièces retenues : { $number }
}
request-act = { $act ->
    [send] la demande a été envoyée
    [arrive] la demande est arrivée
    [verify] la demande et ses pièces ont été vérifiées
    [accept] la demande a été acceptée
    [ask_back] une question
    [reply] une réponse à la question
    [answer_part] une partie de la réponse
    [answer] la réponse entière
    [refuse] refus
    [withdraw] la demande a été retirée
    [remind] un rappel
    [expire] la demande a expiré
   *[close] la demande a été close
}
request-do = { $act ->
    [send] Envoyer
    [arrive] Noter l’arrivée
    [verify] Vérifier les pièces jointes
    [accept] Accepter
    [ask_back] Poser une question
    [reply] Répondre à la question
    [answer_part] Répondre en partie
    [answer] Répondre
    [refuse] Refuser, avec motif
    [withdraw] Retirer
    [remind] Rappeler
   *[close] Clore
}
request-due = { $due ->
    [news] nouveau
    [answer_late] la réponse tarde
    [answer_soon] la réponse est due
    [unread] pas encore reçue
    [remind] temps de rappeler
    [contact_247] à porter au point de contact 24/7
    [superior] à porter au supérieur
    [central_authority] à porter à l’autorité centrale
   *[keep_ends] la conservation prend bientôt fin
}
request-file-state = { $state ->
    [arriving] en route
    [whole] arrivée, pas encore ouverte
    [sound] intègre
    [unsound] pas intègre ; elle ne sera pas ouverte
    [taken] parmi les pièces
   *[destroyed] détruite
}
request-no-such-path = Il n’y a pas de voie { $path } dans ce dossier aujourd’hui. Choisissez-en une sur la page du dossier.
request-may-not = { request-kind } ne demande pas cela à un autre nœud : { request-measure }. { request-kind-why }
request-path-blocked = La voie { $path } est fermée aujourd’hui. La page du dossier dit ce qui fait obstacle.
request-path-carries-not = La voie { $path } ne fonde pas cette mesure : { request-measure }.
request-not-our-path = La voie { $path } revient aux autorités de { $state }, et ce nœud n’est pas le leur.
request-path-rests-on-nothing = La voie { $path } ne repose sur aucun texte connu ici, ou ne vise aucune infraction. Aucune demande ne part sans fondement ni but.
request-none = Cette demande n’existe pas.
request-no-such-node = Cet organisme n’est pas sur la liste des membres, ou en a été coupé.
request-node-elsewhere = Cet organisme ne travaille pas dans l’État { $state }.
request-not-allowed-by-her = La personne lésée n’a pas permis que des autorités l’apprennent. Rien n’est envoyé. Demandez-lui d’abord.
request-how-she-agreed = Rien dans le dossier ne dit que la personne lésée est d’accord. Écrivez comment et quand ({ $letters } lettres au moins).
request-child-nothing-goes = Aucune pièce ne sort d’un dossier où un enfant peut être concerné, et aucune pièce retenue ne sort. Demandez par des mots seulement.
request-bundle-too-large = Le lot est trop grand pour être envoyé (2 Go). Choisissez moins de pièces.
request-not-now = Impossible maintenant ({ request-do }) : la demande est « { request-state } ».
request-words = Dites en mots ce qui est voulu : de { $shortest } à { $longest } lettres.
request-paper-to-whom = Nommez l’autorité à qui va la demande sur papier.
request-still-arriving = La pièce jointe est encore en route. Rien n’est ouvert avant qu’elle soit entière et vérifiée.
request-files-with-answers-only = Des pièces ne se joignent qu’à une réponse.
request-reason = Un refus a un motif de la liste, et rien d’autre n’en a.
request-not-on-paper = Cette demande va par lettre ; l’autre côté dit lui-même où elle en est.
request-folder-too-full = { $folder } contient plus de { $most } lettres. Portez-les en plusieurs fois.
request-folder-unreadable = { $folder } ne peut pas être lu : { $why }
request-folder-unwritable = { $folder } ne peut pas être écrit : { $why }
request-serves = Les lettres des autres nœuds sont prises à { $address }. Arrêter : Ctrl-C.
request-title = Demandes
request-lead = Ce que votre organisme demande aux autres et les autres à lui, avec un fondement et une échéance.
request-show = { $which ->
    [open] En cours
    [ours] Les nôtres
    [theirs] Les leurs
    [due] À faire
   *[ended] Terminées
}
request-urgent = urgent
request-we-ask = à { $organisation }
request-they-ask = de { $organisation }
request-answer-by = Réponse attendue pour le
request-none-yet = Aucune demande ici
request-none-yet-more = Une demande se rédige depuis la carte d’une voie sur la page d’un dossier, là où un nœud de cet État est connu.
request-new = Demande à un autre organisme
request-ask-node = Demander au nœud de cet État
request-no-measure = Cet organisme ne demande rien sur cette voie
request-to = À
request-on-paper = sur papier, par la poste
request-authority = Autorité qui reçoit le papier
request-authority-help = Seulement pour une demande sur papier.
request-what = Ce qui est demandé
request-in-words = En mots
request-in-words-help = Ces mots partent tels quels. N’écrivez rien qui puisse se retourner là-bas contre la personne lésée.
request-agreed = Comment et quand la personne lésée a donné son accord
request-agreed-help = Inutile là où la conversation ou le dossier le dit.
request-exhibits = Pièces
request-exhibits-help = Seul ce qui est choisi part, scellé, sans les noms des fichiers.
request-answer-by-help = Laissé vide : le délai de l’instrument, ou l’usage de la maison.
request-urgent-tick = Quelqu’un est en danger, ou une trace va disparaître
request-name-her = Le nom légal de la personne lésée part aussi, parce que la mesure l’exige
request-tell-her = La personne lésée apprend sur sa page que quelque chose a été transmis
request-draft-do = Rédiger le brouillon
request-waits = attend d’être remise
request-undelivered = L’autre organisme ne prend pas cette lettre. Appelez-le.
request-before = devant
request-ground = Fondement
request-may-refuse = peut être refusée pour :
request-unsure = force non certaine
request-purpose = But
request-rule = { $whence ->
    [instrument] Le délai vient de l’instrument :
    [asker] Fixée par qui demande.
   *[usage] Aucun instrument connu ici ne fixe de délai ; c’est l’usage de la maison.
}
request-left-out-title = Ce qui reste ici
request-files = Ce qui est joint
request-timeline = Ce qui s’est passé
request-papers = Sur papier
request-next = Étape suivante
request-look-first = Rien n’est encore parti. Voici ce qui part, tel quel : regardez-le avant l’envoi.
request-two = L’envoi de pièces demande l’accord d’une seconde personne de l’équipe.
request-step = Étape
request-reason-label = Motif du refus
request-do-it = Faire
request-on-paper-came = Ce qui est venu sur papier
request-refused-on-paper = Un refus est venu sur papier
request-note-it = Noter
request-graph-title = Pour d’autres outils
request-graph-get = Télécharger en CASE/UCO
request-graph-help = Le fichier contient ce que les lettres de la demande disent à l’autre partie, et rien de ce qui reste ici. Quiconque l’obtient peut le lire : gardez-le comme les pièces du dossier.
request-kind-label = Ce qu’est cette organisation
request-kind-help = C’est ce que l’organisation dit d’elle-même aux autres ; ce qu’elle peut leur demander en découle. Aux autres de vérifier que c’est vrai.
request-two-answer = Des pièces accompagnent une réponse une fois qu’une seconde personne de l’équipe a accepté celles-ci. Choisissez-les plus haut et demandez l’accord.
request-two-agreed = Pièces acceptées :
request-day-too-far = Une réponse s’attend dans les { $years } ans au plus. Choisissez un jour plus proche.
request-two-which = Cochez les pièces à joindre : l’accord vaut pour celles-ci et pour aucune autre.
request-from-hit = Demande à { $name }
request-roads = Par quelle voie
request-no-road = Aucune voie de ce dossier ne porte aujourd’hui une demande à cette organisation
request-meets = Ils parlent d’un dossier à vous qui nomme le même.
request-nothing-unopened = Rien de ce qui accompagne cette demande n’est ici entier et encore fermé.
request-scan = Le papier numérisé
request-scan-help = Il devient une pièce du dossier, chiffrée comme les autres.
request-ground-more = Conditions, motifs de refus, et ce qui ne lie pas à coup sûr
request-file-ours = { $there ->
    [yes] l’autre partie l’a
   *[no] pas encore arrivé
}
