# The daily work at the desk: inbox, who has a case, conversation, notes, tasks, search, how it ends, rules.
work-inbox = Arrivées
work-today = Ma journée
work-rules = Règles
work-search = Recherche
work-search-do = Chercher
work-search-lead = Dans vos dossiers seulement : noms, références, identifiants, notes et lettres. Ce que vous cherchez n’est pas gardé.
work-found = { $count ->
    [0] Rien trouvé.
    [one] Un dossier.
   *[other] { $count } dossiers.
}
work-found-more = Voici les plus proches ; il y en a d’autres. Ajoutez un mot.
work-read-so-far = { $read } de vos { $total } dossiers ont été lus jusqu’ici. Relancez la recherche pour lire la suite.
work-where-reference = référence
work-where-name = nom
work-where-identifier = numéro ou compte
work-where-account = faits
work-where-note = note
work-where-letter = lettre
work-filters = Afficher
work-show-all = Tous
work-show-mine = Les miens
work-show-unclaimed = Sans personne
work-show-waiting = En attente de réponse
work-show-urgent = En danger
work-show-closed = Clos
work-none-here = Aucun dossier ici.
work-alarms = { $count ->
    [0] Personne n’attend trop longtemps
    [one] Une personne attend une réponse depuis trop longtemps
   *[other] { $count } personnes attendent une réponse depuis trop longtemps
}
work-every-minute = Recharger cette page chaque minute
work-in-danger = en danger
work-child = peut concerner un enfant
work-new = nouveau
work-closed = clos
work-waits = attend depuis { $time }
work-minutes = { $count ->
    [0] moins d’une minute
    [one] une minute
   *[other] { $count } minutes
}
work-hours-long = { $count ->
    [one] une heure
   *[other] { $count } heures
}
work-days-long = { $count ->
    [one] un jour
   *[other] { $count } jours
}
work-first-alarm = première alerte
work-second-alarm = seconde alerte
work-late = au-delà de l’objectif
work-new-letters = { $count ->
    [one] nouvelle lettre
   *[other] { $count } nouvelles lettres
}
work-new-files = { $count ->
    [one] nouveau fichier
   *[other] { $count } nouveaux fichiers
}
work-due = échéance { $day }
work-has = confié à { $name }
work-wants = exigé : { $what }
work-states = Personne touchée : { $harmed } · mis en cause : { $suspect }
work-nothing-told = Les faits ne sont pas encore racontés
work-tabs = Le dossier
work-tab-case = Dossier
work-tab-talk = Échange
work-sections = Parties de cette page
work-section-paths = Voies
work-has-it = Qui l’a en charge
work-you = (vous)
work-nobody-has-it = Personne encore.
work-claim = Prendre le dossier
work-give-back = Le rendre à l’équipe
work-hand-over = Le transmettre
work-to-whom = À qui
work-words-along = Un mot d’accompagnement (reste comme note)
work-hand-over-do = Transmettre
work-open-talk = Ouvrir l’échange
work-read-letters = { $count ->
    [one] Lire la nouvelle lettre
   *[other] Lire { $count } nouvelles lettres
}
work-tasks = Tâches
work-tasks-mine = Les miennes
work-tasks-team = De mes équipes
work-today-lead = Ce qui échoit dans les quinze jours, et ce qui est en retard.
work-overdue = en retard
work-is-today = aujourd’hui
work-given-to = confiée à { $name }
work-done = Fait
work-not-done = Pas fait
work-add-task = Nouvelle tâche
work-add-task-do = Ajouter
work-task-what = À faire
work-task-day = Pour le
work-task-who = Par qui
work-task-nobody = qui a le dossier
work-tasks-done = { $count ->
    [one] Une tâche faite
   *[other] { $count } tâches faites
}
work-notes = Notes
work-note = Nouvelle note
work-note-help = Lue par l’équipe seule. Jamais modifiée ; une erreur se corrige par une autre note.
work-note-do = Garder la note
work-older-notes = Notes plus anciennes
work-end = Fin du dossier
work-close = Clore le dossier
work-close-do = Clore
work-close-waiting = Quelqu’un attend une réponse. Mieux vaut écrire d’abord.
work-outcome = Issue
work-choose = Choisir
work-end-words = En mots (pour l’équipe)
work-why-reopen = Pourquoi il est rouvert
work-reopen = Rouvrir le dossier
work-reopened = Rouvert
work-outcome-stopped = Les menaces ont cessé
work-outcome-authority = Une autorité s’en occupe
work-outcome-convicted = Un jugement a été rendu
work-outcome-referred = Confié à une autre organisation, avec accord
work-outcome-advised = Un conseil était demandé
work-outcome-withdrawn = La personne touchée ne souhaite plus rien
work-outcome-lost-contact = Plus de contact depuis longtemps
work-outcome-no-road = Rien n’est possible pour l’instant
work-outcome-not-ours = Une autre affaire, pas la nôtre
work-outcome-planted = Faux, ou fait pour tromper
work-no-talk = Ce dossier n’a pas d’échange
work-no-talk-more = Il a été ouvert au bureau. Qui signale par les pages publiques trouve vos réponses ici.
work-channel-complainant = Personne touchée
work-channel-supporter = Qui signale pour autrui
work-channel-recipient = Qui a reçu des messages
work-withdrawn = s’est retirée
work-ended = terminé
work-no-letters = Pas encore de lettres.
work-says-danger = dit : en danger maintenant
work-unread = nouvelle
work-was-read = lue le { $day }
work-not-yet-read = pas encore lue
work-wishes = Avant d’écrire
work-how-never = Ne jamais prendre contact. Les réponses attendent ici, derrière le code.
work-how-call = On peut appeler.
work-how-message = On peut envoyer un message au téléphone.
work-how-email = On peut écrire par courriel.
work-at = À : { $where }
work-hours = Bonnes heures : { $hours }
work-code-word = Mot convenu avant toute chose : { $word }
work-answer = Réponse
work-your-words = Texte de la lettre
work-ready = Phrases prêtes
work-send = Envoyer
work-send-changed = Envoyer après correction
work-send-all-the-same = Envoyer tel quel
work-warned = Ces mots peuvent blesser, ou promettre ce qu’on ne peut tenir. Vous décidez.
work-never-blame = blâme ou fait taire
work-never-promise = une promesse que personne ne peut tenir
work-never-nothing = ferme la porte
work-never-lure = paie, joue le jeu ou attaque
work-never-others = mène à qui peut être le danger
work-never-picture = demande ce dont nous n’avons pas besoin
work-settle = Aucune réponse nécessaire
work-take-in = Recevoir les fichiers
work-take-in-help = Ils deviennent des pièces du dossier, leur registre de garde commence, et ils sont lus.
work-arriving = { $count ->
    [one] Un fichier est en route
   *[other] { $count } fichiers sont en route
}
work-status = Où en est l’affaire
work-status-help = Qui a signalé le lit en revenant avec le code.
work-where-it-stands = État
work-status-words = Avec vos mots
work-status-do = Enregistrer
work-consents = Ce qui est permis
work-allowed = oui
work-not-allowed = non
work-took-back = Un accord a été retiré
work-took-back-help = Par téléphone, ou devant vous. Cela vaut dès maintenant et figure dans la conversation. Seule la personne peut le redonner.
work-took-back-which = Lequel
work-took-back-do = Noter qu’il est retiré
work-rules-lead = Ce que l’organisation décide pour elle-même. Tout changement figure au registre.
work-rules-saved = Les règles sont enregistrées.
work-clock = Quand l’équipe est alertée, en minutes
work-first-alarm-after = Première alerte après
work-second-alarm-after = Seconde alerte après
work-answer-within = Objectif interne de réponse
work-staffed = Heures de présence
work-staffed-help = Laissées vides, aucune heure n’est annoncée à personne, et les minutes comptent jour et nuit. Remplies, seules ces heures comptent, et qui signale voit quand une réponse viendra.
work-from = de
work-to = à
work-time-zone = Fuseau horaire
work-day-0 = lundi
work-day-1 = mardi
work-day-2 = mercredi
work-day-3 = jeudi
work-day-4 = vendredi
work-day-5 = samedi
work-day-6 = dimanche
work-keeping = Durée de conservation
work-retention = Jours après la clôture
work-retention-help = Laissé vide, rien ne s’efface de soi-même.
work-two = Ce qui demande une seconde personne
work-two-export = Remise de lots et de copies
work-two-deletion = Suppression
work-two-notice = Mise en demeure du mis en cause
work-two-advisory = Diffuser un avis aux autres
work-face = Visage des pages publiques
work-neutral-title = Titre neutre
work-neutral-title-help = Figure dans l’onglet et l’historique du navigateur. Pas un mot de ce qui se passe ici.
work-neutral-icon = Icône
work-icon-bowl = Bol
work-icon-leaf = Feuille
work-icon-sun = Soleil
work-icon-book = Livre
work-exit = Page de sortie rapide
work-exit-help = Une page ordinaire qui ne soulève pas de question, comme la météo.
work-keys = Touches
work-key-search = recherche
work-key-move = suivant et précédent dans une liste
work-key-open = l’ouvrir
work-key-answer = échange et réponse
work-key-help = cette liste
work-danger-now = Signaler un danger
work-danger-over = Le danger est passé
work-give-task = La confier
work-give-task-do = Confier
work-others = D’autres personnes
work-others-lead = Une école, un proche, un soutien : chacun ajoute ce qu’il a reçu avec un code à lui, et ne voit rien du dossier.
work-code-once = Ce code s’affiche ici une seule fois. Mieux vaut le dire de vive voix. Il expire après 30 jours s’il ne sert pas.
work-asked-by-holder = Demandé par la personne touchée. Le code ne fonctionne qu’avec votre accord : il a pu être demandé sous pression.
work-confirm = Accepter
work-end-invitation = Mettre fin
work-invite = Un code pour une autre personne
work-invite-do = Créer le code
work-who-is-it = Qui est-ce
work-who-is-it-help = Pour l’équipe seule, par exemple : le secrétariat de l’école.
work-invite-as = Comme
work-code-form = Forme du code
work-code-ar = mots arabes
work-code-en = mots anglais
work-code-digits = chiffres
work-invited-waiting = pas encore utilisé
work-invited-expired = expiré sans usage
work-invited-open = utilisé
work-invited-withdrawn = s’est retiré
work-invited-closed = terminé
work-writes-in = Écrit en : { $name }
work-address-female = S’adresser au féminin
work-address-male = S’adresser au masculin
work-address-other = S’adresser sans genre, en mots neutres
work-next = Qui attend ensuite
work-keys-off = Désactiver les touches
work-keys-on = Activer les touches
work-keys-are-off = Les touches sont désactivées.
