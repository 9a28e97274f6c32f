between-heading = Quelqu’un vous menace depuis un autre pays. Que peut-on faire ?
between-lead = Sans nom ni inscription. Ce que vous choisissez ici n’est pas conservé.
between-privacy = L’adresse de cette page reste dans l’historique du navigateur ; vos choix, non.
between-harmed-in = Vous êtes en (ou la personne pour qui vous demandez)
between-suspect-in = Celui qui vous menace est en
between-number-of = Son numéro de téléphone vient de
between-number-help = Les premiers chiffres après + ou 00 le disent ; laissez s’il n’y a pas de numéro.
between-choose = Choisir un pays
between-not-known = inconnu
between-held = Pays dont nous avons le droit
between-others = Traités seulement
between-demand = Ce qu’il exige
between-minor = Une personne de moins de { $age } ans est-elle en cause ?
between-pictures = A-t-il des images privées ?
between-platform = Par quel service est-ce arrivé ?
between-published = A-t-il publié quelque chose ou l’a-t-il envoyé à d’autres ?
between-yes = oui
between-no = non
between-unknown = inconnu
between-day = À quelle date
between-day-help = Aujourd’hui, ou le jour des faits.
between-other-day = Comparer avec une autre date
between-other-day-help = Montre ce qui a changé dans le droit entre les deux dates, et pourquoi.
between-show = Voir ce qui peut être fait
between-again = Changer les réponses
between-to-law = Le droit de chaque pays
between-first = Avant toute démarche
between-safe = Quelqu’un pourrait-il vous faire du mal s’il l’apprenait ? Votre sécurité d’abord.
between-safe-talk = Commencer par votre sécurité
between-child = Un enfant est en cause : ne gardez pas de copie et n’envoyez d’image à personne, pas même à ceux qui aident.
between-lines = Numéros d’aide
between-no-line = Nous ne connaissons pas de ligne dans ce pays par une source. Si le danger est proche : le numéro d’urgence du pays où vous êtes.
between-hazard-laws = Quelle est cette loi ?
between-paths = Ce qui peut être fait
between-on-day = Au { $day }
between-no-paths = Rien ne découle de ce qui est connu jusqu’ici.
between-by-authority = Une autorité le demande après une plainte, pas un particulier.
between-before = Devant { $authority }
between-step-with = { $action } : { $name }
between-opens-if = S’ouvre :
between-hazards = Attention :
between-its-text = Le texte lui-même
between-on-what = Sur quel fondement ?
between-binding = { $binding ->
    [yes] lie
    [no] ne lie pas
   *[unknown] inconnu
}
between-blocked = { $count ->
    [one] Une démarche fermée pour l’instant, et ce qui l’ouvrirait
   *[other] { $count } démarches fermées pour l’instant, et ce qui les ouvrirait
}
between-article = art. { $article }
between-sure = { $level ->
    [high] certitude : élevée
    [medium] certitude : moyenne
   *[low] certitude : faible
}
between-checked = lu le { $day }
between-never-checked = source pas encore ouverte
between-source = Source
between-pair = { $a } et { $b } : ce qui lie les deux
between-pair-none = Nous ne connaissons aucun traité qui liait les deux ce jour-là.
between-pair-unknown = { $count ->
    [one] Un dont on ne sait pas s’il lie les deux
   *[other] { $count } dont on ne sait pas s’ils lient les deux
}
between-pair-no = { $count ->
    [one] Un qui ne liait pas les deux, et pourquoi
   *[other] { $count } qui ne liaient pas les deux, et pourquoi
}
between-facts-there = Les faits et les sources d’un instrument qui ne lie pas, ou dont on ne le sait pas, se trouvent sur sa propre page.
between-pair-reminder = « Lie » dit seulement que les deux étaient liés ce jour-là ; qu’il convienne à une affaire dépend de ses conditions.
between-pair-other-missing = Si le pays du numéro ou de celui qui menace est connu, les traités entre les deux figurent ici.
between-map = La carte
between-map-label = Carte des États ; le tableau ci-dessous dit la même chose.
between-map-borders = Tracés : Natural Earth. La carte ne prend pas position sur les frontières.
between-state = État
between-status = Statut
between-counted = { $status ->
    [open] ouvertes : { $count }
    [conditional] sous condition : { $count }
    [blocked] fermées : { $count }
   *[unknown] inconnues : { $count }
}
between-changed = Ce qui a changé entre le { $before } et le { $after }
between-nothing-changed = Aucune démarche ne s’est ouverte ni fermée entre les deux dates.
between-change = { $before }, puis { $after }
between-no-such-step = pas parmi les démarches
between-regrounded = { $count ->
    [one] Une démarche garde son statut pour d’autres raisons
   *[other] { $count } démarches gardent leur statut pour d’autres raisons
}
between-called-complainant = la personne concernée
between-called-suspect-1 = celui qui menace
between-called-child = l’enfant
between-ground-reciprocity = Droit interne et réciprocité
between-ground-provider-policy = La politique de l’entreprise
between-honest = Ceci informe ; un avocat ou une autorité décide. Rien ici ne promet que quelqu’un sera puni.
between-languages = Langue
between-demand-unknown = inconnu, ou rien encore
between-more = Plus
between-lines-read = Lus dans la source citée ; un appel confirme le numéro avant de compter dessus.
between-map-show = Voir sur une carte
