# Le même suspect dans d’autres dossiers : sur la page du dossier, côte à côte, et en série.
same-section = Même suspect
same-none = Rien dans vos autres dossiers n’indique le même suspect.
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
same-question-talk = J’en parlerai : leur montrer mon nom
same-question-no = Nous n’en parlerons pas
same-questions = Des collègues demandent au sujet du même suspect
same-aside = Mis de côté
same-aside-lead = Ceux-ci ne relient aucun dossier à eux seuls, et pourquoi.
same-title = Un seul suspect ?
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
same-unheard = Enregistrements non comparés par ce qui s’entend
same-unheard-lead = Ils sont comparés octet pour octet. Là où ce qui s’entend est comparé, ce sont des enregistrements, jamais des voix.
same-unheard-short = De moins de cinq secondes : { $count }
same-unheard-flat = Rien que du silence, une tonalité ou du bruit : { $count }
same-unheard-format = Dans un format qui n’est pas lu ici, comme AAC, ou endommagés : { $count }
same-unheard-large = Trop volumineux : { $count }
same-unheard-broken = Décodage interrompu : { $count }
same-weights = Comment cela a été pesé
same-weights-lead = Chaque raison indépendante ajoute du poids. La dernière ligne dit la probabilité d’un seul suspect par ces seules raisons, si les fréquences supposées sont justes.
same-weights-what = Raison
same-weights-bits = Poids (bits)
same-weights-score = Probabilité ensuite
same-no-links = Aucun lien n’a été trouvé ; une personne a joint ou séparé ces deux dossiers.
same-decide = Votre décision
same-decide-lead = Elle est gardée avec votre nom et son motif sous les clés des deux dossiers, jamais effacée, et peut être retirée. Elle ne fusionne rien et n’apprend rien à aucune personne lésée.
same-why = Motif
same-do-same = Le même suspect
same-do-different = Pas le même
same-do-unsure = On ne peut le dire
same-do-withdrawn = Retirer la décision
same-decisions = Décisions
same-verdict-same = le même suspect
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
same-series-conflict = { $one } et { $other } : une décision dit le même suspect, d’autres les séparent. À revoir.
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
same-states = États
same-states-harmed = Personnes lésées
same-states-suspect = Suspects
same-not-agreed = Rien n’est comparé : la personne qui a signalé ne l’a pas permis, ou est revenue sur son accord. On peut le lui demander dans la conversation.
same-spent = Vous avez regardé tant de dossiers aujourd’hui que rien de plus n’est dit des autres équipes. Demain, ce sera dit de nouveau.
same-answered = { $name } a répondu le { $day } et veut bien vous parler.
same-weighs = Poids de ce lien
same-decide-link = Décider
same-weakest = lien le plus faible
same-bridge = pont
same-merge = Faire un seul dossier des deux
same-merge-more = Seulement s’il s’agit de la même personne lésée : qui travaille sur l’un lit alors tout, et tout est montré encore une fois avant.
same-split = Faire deux dossiers de { $called }
same-actions = Ce qu’on peut faire
same-actions-lead = Une décision sur deux dossiers se prend à côté de chaque lien ci-dessous. « Pas le même » partage la série à son point le plus faible ; elle peut être retirée, et les deux restent lisibles.
same-map = Où des personnes ont été lésées et où se trouveraient les suspects
same-map-harmed = personnes lésées
same-map-suspect = suspects
same-map-both = les deux
same-graph-title = La série en dessin
same-graph-lead = Chaque dossier, chaque chose que deux d’entre eux nomment, et pourquoi. Le tableau dit tout ce que dit le dessin.
same-graph-keys = Les flèches suivent les lignes, Entrée mène à ce qui est dit de l’endroit, Début au premier dossier.
same-graph-thing = Ce qu’ils nomment
same-graph-why = Pourquoi
same-graph-table = Le dessin en tableau
same-graph-said = Sur l’endroit choisi
same-thing-short = { $kind } { $end }
same-thing-text = menace dans les mêmes mots
same-thing-image = la même image
same-thing-voice = le même enregistrement
same-aside-series = Mis à l’écart dans cette série
same-more-rows = { $count ->
    [one] Un lien de plus n’est pas montré : les plus lourds d’abord.
   *[other] { $count } liens de plus ne sont pas montrés : les plus lourds d’abord.
}
# refus
same-no-why = Dites en quelques mots pourquoi ({ $longest } caractères au plus) : qui lit la décision plus tard s’y fie.
same-not-to-judge = Il n’y a rien à décider ici : c’est un seul dossier, ou aucune décision ne peut être retirée.
same-no-tie = Rien ne relie ces deux dossiers pour autant que vous puissiez voir, ou l’un d’eux n’existe pas.
same-no-series = Ce dossier n’est dans aucune série de vos dossiers, ou il n’existe pas.
same-nobody-to-ask = Aucune autre équipe n’a quoi que ce soit qui nomme la même chose.
same-no-question = Cette demande n’existe pas.
same-question-closed = Une collègue ou un collègue a déjà répondu à cette demande.
same-export = Un lot pour le parquet
same-export-lead = Un seul lot scellé : le rapport, les liens pour les machines et, de chaque dossier, ce que le suspect a utilisé et fait. Aucun nom, numéro ni référence d’une personne lésée ne figure dans ce que longarm écrit. Il n’est envoyé à personne de lui-même.
same-export-going = { $count ->
    [one] Un dossier de la série peut partir
   *[other] { $count } dossiers de la série peuvent partir
}
same-export-not-allowed = { $count ->
    [one] Un dossier reste : la personne qui a signalé n’a pas permis que des autorités en aient connaissance.
   *[other] { $count } dossiers restent : les personnes qui ont signalé n’ont pas permis que des autorités en aient connaissance.
}
same-export-child = { $count ->
    [one] Un dossier reste : un enfant est peut-être concerné. Il suit la voie des enfants.
   *[other] { $count } dossiers restent : un enfant est peut-être concerné. Ils suivent la voie des enfants.
}
same-export-apart = { $count ->
    [one] Un dossier reste : seuls des dossiers qui restent le relient aux autres.
   *[other] { $count } dossiers restent : seuls des dossiers qui restent les relient aux autres.
}
same-export-elsewhere = Les dossiers d’autres équipes n’y sont jamais, et ne sont pas comptés ici.
same-export-too-few = Une série pour le parquet suppose deux dossiers qui peuvent partir. Demandez aux personnes qui ont signalé si des autorités peuvent avoir connaissance de leur dossier.
same-export-changed = Les dossiers qui peuvent partir ont changé depuis l’ouverture de la page. Regardez-la de nouveau.
same-export-exhibits = Joindre les pièces
same-export-exhibits-help = Elles partent telles qu’elles sont venues : elles peuvent montrer des noms, des numéros, des visages et des images intimes des personnes lésées, et longarm ne masque rien. Sans elles, le rapport nomme chacune par son numéro et son empreinte.
same-export-asked = Je réponds de ce que ces personnes ont été interrogées et sont d’accord
same-export-asked-help = Dans un des dossiers au moins, personne à l’extérieur n’a de conversation, et le dossier ne dit rien d’un consentement.
same-export-too-large = Les pièces de ces dossiers dépassent ensemble { $gigabytes } Go : trop pour un seul lot. Faites-le sans pièces (il nomme celles sur lesquelles reposent les liens), et remettez celles-ci depuis leurs dossiers.
same-export-not-asked = Dans un des dossiers au moins, personne ne peut être interrogé ici. Confirmez que les personnes l’ont été et sont d’accord, ou renoncez.
same-export-language = Langue du rapport
same-export-do = Faire le lot
same-export-done-help = Il est enregistré sur cet appareil, non chiffré, et n’est gardé nulle part ici. Dans chaque dossier il est noté qu’il est parti, et quand.
same-export-agreed = { $exhibits ->
    [yes] Un collègue a donné son accord, pièces comprises.
   *[other] Un collègue a donné son accord, sans les pièces.
}
same-export-waiting = { $exhibits ->
    [yes] Une seconde personne a été sollicitée dans chaque dossier, pièces comprises. Il faut une réponse à chaque question.
   *[other] Une seconde personne a été sollicitée dans chaque dossier, sans les pièces. Il faut une réponse à chaque question.
}
same-export-refused = { $exhibits ->
    [yes] Un collègue a refusé, pièces comprises. La question peut être reposée avec une raison plus claire.
   *[other] Un collègue a refusé, sans les pièces. La question peut être reposée avec une raison plus claire.
}
same-export-reason-help = L’équipe de chacun de ces dossiers lit ce motif : n’y nommez ni personne ni autre dossier.
same-export-reason = { $exhibits ->
    [yes] Lot pour le parquet sur une série de { $count } dossiers, avec leurs pièces : { $reason }
   *[other] Lot pour le parquet sur une série de { $count } dossiers, sans pièces : { $reason }
}
