steps-tab = Étapes
steps-section = Avant que cela disparaisse
steps-lead = La preuve d’abord, puis le blocage, puis le retrait. Chaque étape est notée une fois, avec ce qui a été relevé et par qui.
steps-required = requise
steps-taken = faite
steps-complete = tout le requis est fait
steps-words = Ce qui a été relevé (numéro, adresse, heure)
steps-take = Étape faite
steps-none = Pas encore de liste pour ce dossier
steps-none-more = Une liste apparaît pour chaque compte, page, numéro, paiement ou portefeuille du dossier qui n’est pas celui de la personne plaignante.
steps-first = Avant de demander le retrait : des étapes requises manquent. La preuve d’abord, puis le blocage, puis le retrait ; ce qui a disparu ne se prouve guère.
steps-at-once = Ce dossier comporte un danger pour la vie ou pour un enfant : signalez maintenant, sans attendre. Relevez entre-temps ce qui peut l’être.
steps-missing = { $count ->
    [one] { $count } étape requise manque
   *[other] { $count } étapes requises manquent
}
steps-later = { $count ->
    [one] Vient en dernier : { $count } étape requise manque encore.
   *[other] Vient en dernier : { $count } étapes requises manquent encore.
}
