two-section = Ce qui demande deux personnes
two-waiting = Attend votre accord
two-act = { $act ->
    [export] Remise d’un lot
    [deletion] Suppression du dossier
    [advisory] Diffuser un avis
    [notice] Mise en demeure au mis en cause
   *[other] { $act }
}
two-state = { $state ->
    [waiting] en attente
    [agreed] accord donné
    [refused] refusé
    [used] fait
   *[other] expiré
}
two-agreed-by = accord de { $name }
two-refused-by = refus de { $name }
two-was-refused = La dernière demande a été refusée ({ $name }). Elle peut être refaite avec un motif plus clair.
two-other = Un autre membre de l’équipe répond.
two-read-notice = Lire la mise en demeure et ce qui la fonde
two-read-request = Lire la demande et ce qui l’accompagne
two-agree = Accepter
two-refuse = Refuser
two-asked = Une deuxième personne a été sollicitée. La réponse apparaît ici ; les collègues voient la demande dans « Ma journée ».
two-needed = Ceci demande deux personnes. L’accord d’un membre de l’équipe vaut une fois, pendant un jour.
two-why = Motif (lu par qui donne son accord)
two-exhibits = Pièces qui partiraient :
two-ask = Demander un accord
two-no-such-act = On ne sait pour quoi l’accord est demandé. Refaites la demande depuis la page du dossier.
two-no-answer = La réponse est d’accepter ou de refuser. Choisissez.
two-inbox = { $count ->
    [one] { $count } question de collègue attend votre accord
   *[other] { $count } questions de collègues attendent votre accord
}
