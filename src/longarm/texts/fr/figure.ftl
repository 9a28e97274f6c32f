figure-not-one = Ce n’est pas un fichier de chiffres (longarm-figures-file/1). Demandez à l’organisation le fichier qu’elle a publié.
figure-too-large = Un fichier de chiffres ne dépasse pas { $most } Mio. Il n’a pas été lu ; demandez à l’organisation le fichier qu’elle a publié.
figure-other-version = Ce fichier de chiffres est d’une autre version que celle que ce programme lit (longarm-figures-file/1). L’un des deux doit être mis à jour.
figure-changed = Les chiffres ont été modifiés après leur signature. Ne les utilisez pas ; redemandez le fichier à l’organisation, par une autre voie.
figure-absurd = La signature est bonne, mais aucun nœud ne peut avoir compté ces chiffres : un trimestre, un État, un mot ou un nombre erroné, ou une case répétée. Ils n’ont pas été repris ; appelez l’organisation.
figure-own = Ce sont les chiffres de ce nœud lui-même. Il n’y a rien à reprendre.
figure-of-no-member = Les chiffres sont signés avec la clé { $fingerprint }…, qu’aucune organisation de la liste ne porte. Comparez d’abord l’empreinte de vive voix et acceptez l’organisation.
figure-other-states = { $organisation } donne les chiffres d’un État qui n’est pas sur sa carte. Ils n’ont pas été repris ; appelez-la.
figure-not-over = { $organisation } donne les chiffres de { $period }, qui n’est pas terminé. Ils n’ont pas été repris ; appelez-la.
figure-too-old = { $organisation } donne les chiffres de { $period }, il y a plus de cinq ans. Ils n’ont pas été repris ; appelez-la.
figure-told-otherwise = { $organisation } a déjà donné d’autres chiffres pour { $period }. Les premiers restent ; demandez-lui pourquoi elle a compté de nouveau.
figure-no-quarter = Un trimestre peut être compté quatre-vingt-dix jours après sa fin, et pendant un an. Celui-ci ne le peut pas.
figure-not-drawn = Il n’y a pas encore de tels chiffres de ce nœud.
figure-nobody-to-tell = Aucune autre organisation n’est sur la liste : il n’y a personne à qui les donner.
figure-no-file = Choisissez d’abord le fichier de chiffres.
figure-file-unwritable = { $file } ne peut pas être écrit : { $why }
figure-file-unreadable = { $file } ne peut pas être lu : { $why }
figure-title = Chiffres
figure-lead = Comment les États répondent aux demandes, en combien de temps et pourquoi ils refusent, d’après les organisations qui demandent.
figure-quarter = { $quarter ->
    [1] 1er trimestre { $year }
    [2] 2e trimestre { $year }
    [3] 3e trimestre { $year }
   *[4] 4e trimestre { $year }
}
figure-all = Tous les trimestres
figure-quarters = Trimestres
figure-table = Comment les États répondent
figure-none-yet = Pas encore de chiffres
figure-none-yet-more = Un trimestre peut être donné quatre-vingt-dix jours après sa fin. Ce que donnent d’autres organisations arrive par lettre, ou en fichier.
figure-noise = Chaque organisation ajoute du hasard à ses comptes avant de les donner : aucun nombre ne révèle si un dossier précis y figure. Un nombre d’une organisation s’écarte de { $off } au plus, dix-neuf fois sur vingt.
figure-hidden = Ce qui n’atteint pas le plus petit nombre donné n’est pas zéro ; il est écrit « moins de », ou combien il peut y en avoir.
figure-privacy = Ce qu’un trimestre révèle d’un dossier : ε = { $epsilon } au plus (confidentialité différentielle). Une demande par dossier compte, tirée au sort ; un trimestre est donné une fois.
figure-state = État sollicité
figure-measure = Mesure
figure-asked = Demandes données
figure-requests = Demandes
figure-half = Moitié des réponses en
figure-half-days = { $days ->
    [one] un jour
   *[other] { $days } jours
}
figure-half-none = non donné
figure-of = Donné par
figure-off-by = ± { $number }
figure-fewer = moins de { $number }
figure-range = de { $least } à { $most }
figure-result = { $result ->
    [answered] Répondu
    [partly] En partie
    [refused] Refusé
    [silent] Sans réponse à temps
   *[open] En cours
}
figure-more = Délais et motifs
figure-took = Temps de réponse
figure-span = { $days ->
    [2] 2 jours au plus
    [7] de 3 à 7 jours
    [14] de 8 à 14 jours
    [30] de 15 à 30 jours
    [90] de 31 à 90 jours
    [180] de 91 à 180 jours
    [365] de 181 jours à un an
   *[longer] plus d’un an
}
figure-why = Motifs de refus
figure-no-reason = Aucun motif n’est donné.
figure-sources = Qui a donné
figure-this-node = Ce nœud
figure-source = nombres à partir de { $least }, { $lines ->
    [0] aucun ne l’atteint
    [one] un seul donné
   *[other] { $lines } donnés
}
figure-export = Emporter le tableau
figure-ours = Chiffres de ce nœud à donner
figure-ours-lead = Qui coordonne compte un trimestre clos, voit exactement ce qui sortirait, et le donne. On ne compte qu’une fois : recompter avec un autre hasard trahirait les dossiers.
figure-stands = { $state ->
    [not-drawn] pas encore compté
    [drawn] compté, donné à personne
   *[told] donné
}
figure-told-on = donné le { $day }
figure-untold = Un trimestre clos, donné à personne : regardez ce qui sortirait, et donnez-le.
figure-restored = Ce nœud a été restauré d’une sauvegarde du { $day }. Si ce trimestre a été compté après, ce qui a été compté est perdu ici, et le compter encore en dirait plus de chaque dossier qu’il n’est permis.
figure-never = J’ai demandé à tous ceux qui coordonnent : depuis cette sauvegarde, personne n’a compté ce trimestre.
figure-maybe-drawn = Le trimestre { $period } a peut-être été compté après la sauvegarde dont ce nœud a été restauré. Demandez à tous ceux qui coordonnent, et dites sur la page des chiffres que personne ne l’a fait (au terminal : --never-counted).
figure-clock = L’horloge de cette machine a sauté et n’est pas crue pendant un jour. Un trimestre compté trop tôt reste comme il a été compté : réglez l’horloge et comptez plus tard.
figure-draw = Compter et regarder
figure-leaves = Voici ce qui sort, et rien d’autre
figure-leaves-nothing = Aucun compte n’atteint { $least }. Le tableau qui sort est vide et ne dit que cela.
figure-count = Nombre
figure-what = Ce qui est compté
figure-tell = { $count ->
    [one] Donner à une organisation
   *[other] Donner à { $count } organisations
}
figure-tell-again = Envoyer à qui ne les a pas
figure-signed-file = Fichier signé
figure-hear = Chiffres d’une autre organisation, en fichier
figure-hear-help = Son nom finit par .json ; il est signé avec la clé de la carte de l’organisation.
figure-hear-do = Reprendre
figure-heard = Repris : { $quarter }, { $organisation }.
figure-house = Nos propres demandes, telles quelles
figure-house-lead = Chaque demande de cette organisation à d’autres, sans hasard et sans seuil. Cette partie ne sort pas.
figure-house-none = Aucune demande n’est partie dans ce temps.
