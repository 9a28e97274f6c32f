operation-none = Cette opération conjointe n’existe pas.
operation-nobody-invited = Invitez au moins une autre organisation, et { $most } au plus.
operation-not-sure = Confirmez d’abord que ce que vous versez ne nomme ni ne décrit aucune personne lésée.
operation-day-past = Le jour d’action commun est passé. Choisissez un jour à venir.
operation-to-whom = Choisissez parmi les organisations participantes avec lesquelles ce nœud communique.
operation-words = Il manque quelque chose, ou c’est trop long : un nom a de 1 à 200 lettres, un texte 4 000 au plus, un nombre 100 000 au plus.
operation-not-over = L’opération n’est pas terminée pour votre organisation. Elle peut être supprimée ici une fois que vous l’avez quittée ou qu’elle est close.
operation-last-reader = { $count ->
    [one] Personne d’autre ici ne peut ouvrir une des opérations conjointes de cette personne. Donnez-y d’abord accès à un ou une collègue, ou dites qui la reçoit et écrivez la clé de secours.
   *[other] Personne d’autre ici ne peut ouvrir { $count } des opérations conjointes de cette personne. Donnez-y d’abord accès à un ou une collègue, ou dites qui la reçoit et écrivez la clé de secours.
}
operation-last-here = Personne d’autre ici ne peut ouvrir cette opération conjointe. Donnez d’abord accès à un ou une collègue.
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
    [too-many] Une opération compte 61 organisations au plus.
    [lead-stays] L’organisation qui dirige transmet la direction avant de partir.
   *[not-its-opener] Une autre organisation a commencé cette opération.
}
operation-no-such-bundle = Votre organisation n’a envoyé aucun lot de ce genre à un membre.
operation-kind = { $kind ->
    [finding] un constat
    [identifier] un identifiant
    [request] au sujet d’une demande
   *[bundle] un lot scellé
}
operation-count = { $count ->
    [identified] mis en cause identifiés
    [arrested] arrêtés
    [charged] poursuivis
    [devices] appareils saisis
    [content_removed] contenus retirés
   *[complainants_told] personnes lésées informées
}
operation-days = { $days ->
    [0] Aujourd’hui
    [1] Demain
   *[other] Dans { $days } jours
}
operation-members-count = { $count ->
    [one] une organisation participe
   *[other] { $count } organisations participent
}
operation-tasks-open = { $count ->
    [one] une tâche vous attend
   *[other] { $count } tâches vous attendent
}
operation-withheld = { $count ->
    [one] une entrée est pour d’autres
   *[other] { $count } entrées sont pour d’autres
}
operation-waits = { $count ->
    [one] une lettre qui lui est destinée attend encore
   *[other] { $count } lettres qui lui sont destinées attendent encore
}
operation-title = Opérations conjointes
operation-lead = Plusieurs organisations sur une même série : qui participe, qui a versé quoi, qui fait quoi et pour quand, et un jour commun.
operation-new = Commencer une opération
operation-news = du nouveau
operation-we-lead = Votre organisation dirige
operation-led-by = Dirigée par { $organisation }
operation-day-label = Jour d’action commun :
operation-day = Jour d’action commun
operation-day-over = Le jour est passé
operation-none-yet = Aucune opération conjointe
operation-none-yet-more = Commencez-en une avec des organisations dont la carte est sur votre liste, ou attendez une invitation.
operation-stands-joined = en cours
operation-stands-invited = invitation
operation-stands-left = votre organisation est partie
operation-stands-removed = votre organisation n’en fait plus partie
operation-stands-closed = close
operation-new-lead = Votre organisation dirige. Rien d’un dossier ne part de soi-même : les autres voient ce que quelqu’un écrit ici.
operation-nobody = Il n’y a encore personne à inviter
operation-nobody-more = Inscrivez d’abord la carte d’une autre organisation, son empreinte comparée de vive voix.
operation-name = Nom
operation-name-help = Un mot neutre, jamais le nom d’une personne. Toutes les organisations invitées le voient.
operation-about = De quoi il s’agit
operation-about-help = Toutes les organisations invitées le lisent avant de se joindre. N’écrivez rien qui puisse désigner une personne lésée.
operation-invited = Organisations invitées
operation-new-do = Commencer et inviter
operation-who = Qui peut le voir
operation-who-all = Tous les membres, et ceux qui se joindront plus tard
operation-who-some = Seulement :
operation-uncounted = Une de vos entrées ne compte pas : { $why }
operation-out = Votre organisation a été retirée de cette opération. Plus rien n’arrive ; ce qui est ici reste jusqu’à ce que vous le supprimiez.
operation-out-by-us = Votre organisation est partie. Plus rien n’arrive ; ce qui est ici reste jusqu’à ce que vous le supprimiez.
operation-invited-lead = Votre organisation est invitée. Pièces, tâches et messages sont réservés aux membres : ils arrivent une fois que vous vous êtes joint.
operation-join = Se joindre
operation-decline = Décliner
operation-end = L’opération est close. Des résultats peuvent encore être communiqués.
operation-pieces = Ce qui a été versé
operation-no-pieces = Rien n’a encore été versé.
operation-taken-back = repris : à ne plus utiliser
operation-take-back = Reprendre
operation-bundle-here = Le lot se trouve dans cette demande
operation-bundle-hash = Lot (SHA-256) :
operation-for = pour
operation-for-all = pour tous les membres
operation-put = Verser quelque chose
operation-put-kind = Nature
operation-put-title = Titre
operation-in-words = En mots
operation-in-words-help = Ces mots partent tels quels, et ce qui a été vu l’a été.
operation-sure = Ceci ne nomme ni ne décrit aucune personne lésée.
operation-put-do = Verser
operation-bundle = Renvoyer à un lot déjà envoyé
operation-bundle-help = Le lot lui-même est parti avec une demande, avec consentement et sans ce dont l’autre côté n’a pas besoin. Seul le membre qui l’a reçu voit cette pièce.
operation-bundle-which = Lot
operation-tasks = Tâches
operation-no-tasks = Aucune tâche.
operation-task-of = pour { $organisation }
operation-task-by = demandée par { $organisation }
operation-task-answer = Rendre compte
operation-task-done = fait
operation-task-cannot = impossible
operation-task-late = en retard
operation-task-open = à faire
operation-task-new = Demander quelque chose
operation-task-what = Ce qui est à faire
operation-task-owner = Par qui
operation-task-due = Pour quel jour
operation-task-do = Demander
operation-said = Échanges
operation-nothing-said = Rien n’a encore été dit.
operation-say = Écrire aux membres
operation-say-do = Envoyer
operation-day-stands = accord de tous
operation-day-open = pas encore l’accord de tous
operation-agreed = D’accord :
operation-not-yet = Pas encore :
operation-agree = Accepter ce jour
operation-no-day = Aucun jour n’est fixé.
operation-day-set = Fixer le jour
operation-day-other = Fixer un autre jour
operation-day-which = Jour
operation-day-at = Heure (UTC)
operation-day-help = Tous les membres et toutes les organisations invitées le voient. Chacun accepte à nouveau un nouveau jour.
operation-members = Membres
operation-refused-one = une lettre a été refusée
operation-refused = Elle n’a pas accepté une de vos lettres, et rien de ce que vous avez envoyé ensuite n’y compte tant qu’elle ne l’accepte pas. { $why ->
    [wrong-version] Son longarm et le vôtre parlent des versions différentes : qui a la plus ancienne la met à jour. Ensuite, renvoyez.
    [wrong-kind] Son longarm est plus ancien et ne connaît pas les opérations conjointes : appelez-la, il doit être mis à jour. Ensuite, renvoyez.
    [bad-signature] Elle ne reconnaît pas votre signature : appelez-la, comparez les empreintes de vive voix et redonnez-lui votre carte. Ensuite, renvoyez.
   *[other] Appelez-la : la raison ({ $why }) figure dans son journal. Une fois l’obstacle levé, renvoyez.
}
operation-send-again = Renvoyer
operation-missing = Quelque chose de cette organisation n’est pas arrivé. Appelez-la.
operation-behind = D’autres ont déjà davantage d’elle. Si cela dure, appelez-la.
operation-disputed = { $organisation } a d’elle autre chose que vous : tous n’ont pas reçu la même chose. Appelez les deux.
operation-restored = Elle a été rétablie à partir d’une sauvegarde, ou avait supprimé le tableau : ce qu’elle a écrit avant peut lui manquer et se trouver chez vous.
operation-restored-us = Votre nœud a été rétabli à partir d’une sauvegarde, ou le tableau avait été supprimé ici : ce qui y a été écrit avant est chez les autres, et pas ici.
operation-leads = dirige
operation-is-in = participe
operation-is-invited = invitée
operation-has-left = partie
operation-was-removed = retirée
operation-us = votre organisation
operation-not-spoken = pas sur votre liste, ou coupée : ne reçoit rien de vous
operation-member-more = Modifier
operation-hand-over = Transmettre la direction
operation-remove = Retirer
operation-invite = Inviter une autre organisation
operation-invite-whom = Organisation
operation-invite-help = Une fois jointe, elle voit aussi ce qui a été versé pour tous auparavant.
operation-invite-do = Inviter
operation-results = Résultats par État
operation-no-results = Aucun résultat.
operation-state = État
operation-by = Communiqué par
operation-sum = Ensemble
operation-result = Communiquer des résultats
operation-result-help = Des nombres seulement. Tous les membres les voient ; une communication ultérieure pour le même État remplace la vôtre.
operation-result-do = Communiquer
operation-readers = Qui lit ceci ici
operation-readers-lead = Collègues de votre organisation qui peuvent ouvrir ce tableau.
operation-let-in = Donner accès à un ou une collègue
operation-colleague = Collègue
operation-let-in-do = Donner accès
operation-let-out = Retirer l’accès
operation-let-out-help = Ce qui est versé ensuite est fermé à la personne à qui l’accès est retiré. Ce qui a été lu l’a été.
operation-ends = Fin
operation-close = Clore l’opération
operation-close-help = Pour tous les membres. Ensuite, seuls des résultats s’ajoutent.
operation-leave = Quitter l’opération
operation-leave-help = Plus rien n’arrive alors. Ce que votre organisation a versé reste chez les autres. On peut encore le reprendre ensuite, tant que le tableau n’est pas supprimé ici.
operation-leave-why = Raison, si vous le souhaitez
operation-forget = La supprimer ici
operation-forget-help = Supprime le tableau sur ce nœud. Les autres gardent ce qu’ils ont, et plus rien ne peut être repris : reprenez d’abord ce qu’ils ne doivent plus utiliser.
