operation-none = Cette opération commune n’existe pas.
operation-nobody-invited = Invitez au moins une autre organisation, et { $most } au plus.
operation-not-sure = Confirmez d’abord que ce que vous versez ne nomme ni ne décrit aucune personne lésée.
operation-day-past = Le jour d’action commun est passé. Choisissez un jour à venir.
operation-to-whom = Choisissez parmi les organisations participantes avec lesquelles ce nœud communique.
operation-words = Il manque quelque chose, ou c’est trop long : un nom a de 1 à 200 lettres, un texte 4 000 au plus, un nombre 100 000 au plus.
operation-not-over = L’opération n’est pas terminée pour votre organisation. Elle peut être supprimée ici une fois que vous l’avez quittée ou qu’elle est close.
operation-last-reader = { $count ->
    [one] Personne d’autre ici ne peut ouvrir une des opérations communes de cette personne. Donnez-y d’abord accès à un ou une collègue.
   *[other] Personne d’autre ici ne peut ouvrir { $count } des opérations communes de cette personne. Donnez-y d’abord accès à un ou une collègue.
}
operation-not-now = { operation-why } Le tableau a pu changer entre-temps : consultez-le de nouveau.
operation-why = { $why ->
    [not-a-member] Votre organisation ne participe pas à cette opération.
    [not-the-lead] Seule l’organisation qui dirige le fait.
    [not-invited] Votre organisation n’a pas été invitée, ou participe déjà.
    [not-yours] Cela appartient à une autre organisation.
    [unknown] Ce dont il s’agit n’est pas au tableau.
    [twice] C’est déjà au tableau.
    [closed] L’opération est close : seuls des résultats s’y ajoutent.
    [not-open] L’opération n’est pas encore ouverte.
    [for-all] Cela concerne tous les membres et ne peut être caché à certains.
    [lead-stays] L’organisation qui dirige transmet la direction avant de partir.
   *[not-its-opener] Une autre organisation a commencé cette opération.
}
