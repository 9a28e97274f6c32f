# Le même auteur dans d’autres dossiers : sur la page du dossier, côte à côte, et en série.
same-section = Même auteur
same-none = Rien dans vos autres dossiers n’indique le même auteur.
same-lead = Un lien est une piste. Rien n’en découle avant qu’une personne ait comparé les deux côtés et décidé.
same-compare = Comparer et décider
same-cut = Plus de dossiers se tiennent qu’un seul regard n’en ouvre : les plus proches sont montrés.
same-in-series = { $count ->
    [one] Un dossier dans cette série
   *[other] { $count } dossiers dans cette série
}
same-to-series = Voir la série
same-elsewhere = { $count ->
    [one] Une autre équipe a un dossier qui nomme la même chose. Lequel et ce qu’il dit, elle seule le sait.
   *[other] D’autres équipes ont { $count } dossiers qui nomment la même chose. Lesquels et ce qu’ils disent, elles seules le savent.
}
same-ask = Leur demander d’en parler
same-ask-more = Elles voient votre nom et qu’il s’agit de cela, pas votre dossier.
same-asked = Elles ont reçu la demande le { $day }. Qui accepte vous fait entrer dans son équipe, ou vient vers vous.
same-question = { $name } demande : un dossier d’une autre équipe nomme la même chose que celui-ci. Parlez-vous ; qui veut montrer ce dossier fait entrer l’autre dans son équipe.
same-question-since = demandé le { $day }
same-question-done = Nous nous sommes parlé
same-questions = Des collègues demandent au sujet du même auteur
same-aside = Mis de côté
same-aside-lead = Ceux-ci ne relient aucun dossier à eux seuls, et pourquoi.
same-title = Un seul auteur ?
same-sides = { $one } et { $other }
same-link-count = { $count ->
    [one] Une raison
   *[other] { $count } raisons
}
same-here = Dans { $called }
same-used-by = utilisé par { $name }
same-since = du { $first } au { $last }
same-only-here = ici seulement
same-to-exhibit = Ouvrir la pièce
same-picture-blurred = Floutée. Elle s’ouvre sur sa propre page, et cela est consigné.
same-picture-alt = Image floutée de la pièce { $code }
same-picture-look = La regarder
same-sound = Un enregistrement ; il s’écoute sur la page de sa pièce.
same-weights = Comment cela a été pesé
same-weights-lead = Chaque raison indépendante ajoute du poids. La dernière ligne dit la probabilité d’un seul auteur par ces seules raisons, si les fréquences supposées sont justes.
same-weights-what = Raison
same-weights-bits = Poids (bits)
same-weights-score = Probabilité ensuite
same-no-links = Aucun lien n’a été trouvé ; une personne a joint ou séparé ces deux dossiers.
same-decide = Votre décision
same-decide-lead = Elle est gardée avec votre nom et son motif sous les clés des deux dossiers, jamais effacée, et peut être retirée. Elle ne fusionne rien et n’apprend rien à aucune personne lésée.
same-why = Motif
same-do-same = Le même auteur
same-do-different = Pas le même
same-do-unsure = On ne peut le dire
same-do-withdrawn = Retirer la décision
same-decisions = Décisions
same-verdict-same = le même auteur
same-verdict-different = pas le même
same-verdict-unsure = on ne peut le dire
same-verdict-withdrawn = décision retirée
same-by = { $name }, { $day }
same-series-title = Série
same-series-lead = Dossiers que tiennent ensemble des liens forts ou des décisions, dans la mesure où vous avez leurs clés.
same-series-weakest = Elle se romprait d’abord entre { $one } et { $other }.
same-series-bridge = Sans le lien entre { $one } et { $other }, ce seraient deux séries.
same-series-no-bridge = Aucun lien ne la tient à lui seul.
same-series-beside = { $one } et { $other } : liés, non joints.
same-series-apart = { $one } et { $other } : séparés par une décision.
same-series-conflict = { $one } et { $other } : une décision dit le même auteur, d’autres les séparent. À revoir.
same-cases = Dossiers
same-case = Dossier
same-harmed-in = Personne lésée en
same-suspect-in = Suspect en
same-opened = Ouvert
same-what-happened = Ce qui s’est passé, tous dossiers réunis
same-when = Jour
same-what = Fait
same-holds = Ce qui la tient ensemble
same-reasons = Raisons
same-weight = Poids (bits)
same-by-decision = décidé par une personne
same-graph = Comment les dossiers se tiennent ; le tableau ci-dessous dit la même chose.
same-states = États
same-states-harmed = Personnes lésées
same-states-suspect = Suspects
# refus
same-no-why = Dites en quelques mots pourquoi ({ $longest } caractères au plus) : qui lit la décision plus tard s’y fie.
same-not-to-judge = Il n’y a rien à décider ici : c’est un seul dossier, ou aucune décision ne peut être retirée.
same-no-tie = Rien ne relie ces deux dossiers pour autant que vous puissiez voir, ou l’un d’eux n’existe pas.
same-no-series = Ce dossier n’est dans aucune série de vos dossiers, ou il n’existe pas.
same-nobody-to-ask = Aucune autre équipe n’a quoi que ce soit qui nomme la même chose.
same-no-question = Cette demande n’existe pas.
same-question-closed = Une collègue ou un collègue a déjà répondu à cette demande.
