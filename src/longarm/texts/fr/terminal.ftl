# Ce que les commandes montrent au terminal à qui lit. Les programmes prennent --json, dont les clés sont anglaises.
terminal-since = depuis le { $day }
terminal-cut = coupé le { $moment }
terminal-several-states = aucun État en particulier
terminal-party = { $fingerprint }  { $role }  { $states }  { $since }  { $organisation }
terminal-member = { $fingerprint }  { $states }  { $since }  { $organisation }
terminal-asker = { $fingerprint }  { $since }  { $spent } sur { $budget } aujourd’hui  { $organisation }
terminal-log-head = journal de { $size }, tête { $root }
terminal-hub-line = { $day }  { $member }  { $what } : { $times }
terminal-holder-line = { $day }  { $member }  { $what } : lettres { $letters }, éléments { $elements }
terminal-did = { $what ->
    [member-added] membre accepté
    [member-cut-off] membre coupé
    [expired] jetons échus
    [hub-added] plateforme acceptée
    [hub-cut-off] plateforme coupée
    [hub-two-logs] une plateforme a montré deux journaux
    [evaluate] éléments évalués
    [opened] signalements ouverts
    [left-out] signalements dont aucun membre connu ici ne répond
    [escrow-lock] signalements à la serrure modifiée
    [escrow-signature] signalements à la signature fausse
    [escrow-log] signalements sans preuve au journal de la plateforme
    [escrow-run-out] signalements échus
    [escrow-other] signalements sur quelqu’un d’autre
    [escrow-too-few] trop peu de signalements pour ouvrir
    [share-kept] part d’une clé conservée
    [share-renewed] part d’une clé renouvelée
    [share-dropped] part d’une clé détruite
    [epoch-ends] dernier jour d’une clé fixé
    [ceremony-began] cérémonie d’une clé commencée
    [ceremony-done] cérémonie finie, à comparer
    [ceremony-confirmed] cérémonie confirmée
    [ceremony-two-messages] cérémonie échouée : un membre a envoyé deux messages
    [ceremony-not-as-committed] cérémonie échouée : un membre a révélé autre chose
    [ceremony-bad-commitments] cérémonie échouée : ce qu’un membre a révélé ne convient pas
    [ceremony-bad-knowledge] cérémonie échouée : un membre n’a pas prouvé connaître sa part
    [ceremony-other-key] cérémonie échouée : un membre a distribué une autre clé
    [ceremony-bad-share] cérémonie échouée : un membre a distribué une valeur fausse
    [ceremony-false-complaint] cérémonie échouée : un membre s’est plaint d’une valeur juste
    [ceremony-other-transcript] cérémonie échouée : un membre a entendu autre chose
    [ceremony-silent] cérémonie échouée : un membre ne répond plus
   *[other] { $what }
}
terminal-turned-away = refusé : { $why }
terminal-refused = { $code ->
    [truncated] lettre tronquée
    [too-large] lettre trop grande
    [wrong-version] forme qui ne se lit pas ici
    [not-for-us] adressée à un autre
    [unknown-member] expéditeur absent de la liste
    [cut-off] expéditeur coupé
    [bad-signature] signature fausse
    [clock-off] heure trop éloignée de celle d’ici
    [wrong-kind] genre qui n’est pas pris ici
    [bad-body] contenu illisible
    [wrong-epoch] pas la clé actuelle
    [budget] budget du jour épuisé
    [not-allowed] pas permis à l’expéditeur
    [unknown] renvoie à quelque chose d’inconnu ici
    [busy] pas de réponse possible alors
    [no-escrow] pas de signalements sous séquestre ici
    [not-opened] ce qui a été montré n’ouvre rien
   *[other] { $code }
}
terminal-key = { $epoch }  { $threshold } sur { $holders }  renouvellement { $renewal }
terminal-key-until = { $epoch }  { $threshold } sur { $holders }  renouvellement { $renewal }  jusqu’au { $day }
terminal-hit = { $day }  { $kind } { $value }  { $organisation }
terminal-hit-many = de nombreuses organisations
terminal-token = { $token }  { $kind } { $value }
terminal-kept = { $case }  attend { $others }  signalements { $reports }  à la plateforme { $lodged }
terminal-kept-back = { $case }  repris  signalements { $reports }  à la plateforme { $lodged }
terminal-kept-opened = ouvert : { $value }  { $organisation }  demandez { $desk }
terminal-kept-opened-bare = ouvert : { $value }  { $organisation }  ce qui y a été mis ne se lit pas
terminal-kept-more = autres sur { $value } chez { $organisation } : { $number }
terminal-heard = reçu : { $quarter }  { $organisation }  { $numbers } nombres
terminal-leaves = { $quarter }  demandeurs { $asking }  plus petit nombre { $least }  nombres { $numbers }
terminal-leaf = { $state }  { $measure }  { $what }  { $count }
terminal-told = donné à l’instant à { $number }
terminal-answers = { $state }  { $measure }  { $requests } demandes (à { $off } près)  { $results }
terminal-half = la moitié des réponses en : { $days }
terminal-why = motifs de refus : { $reasons }
terminal-operation = { $id }  { $stands }  { $day }  { $name }  { $lead }
terminal-no-day = pas de jour fixé
terminal-day-in = { $moment } ({ $days })
terminal-day-past = { $moment } (passé)
terminal-board-member = { $standing }  { $fingerprint }  { $name }
terminal-piece = { $kind }  { $by } : { $title }
terminal-task = tâche ({ $outcome }, pour le { $due })  { $of } : { $what }
terminal-said = { $by } a écrit :
terminal-result = { $state }  { $by }  { $counts }
terminal-request = { $reference }  { $state }  { $day }  { $road }  { $measure }  { $whom }
terminal-request-due = à faire : { $due }
terminal-none = rien
terminal-posted = { $what ->
    [made] jetons faits : { $number }
    [registered] enregistrés : { $number }
    [withdrawn] retirés : { $number }
    [waiting] en attente jusqu’à demain : { $number }
    [hits] nouvelles correspondances : { $number }
    [lodged] signalements fermés déposés : { $number }
    [taken_back] signalements fermés repris : { $number }
   *[opened] signalements d’autres ouverts : { $number }
}
terminal-carried = { $what ->
    [letters] lettres : { $number }
    [pieces] morceaux de fichiers : { $number }
    [receipts] accusés de réception : { $number }
    [taken] prises : { $number }
    [for_others] pour d’autres, laissées : { $number }
   *[waiting] en attente : { $number }
}
terminal-carried-refused = refusées : { $number } ({ $why })
terminal-probe = { $id }  { $told }
terminal-probe-why = { $why ->
    [nobody] connu de personne
    [own_line] notre ligne, donnée à personne
   *[agreed] mots convenus
}
terminal-probe-finding = { $finding ->
    [quiet] rien à signaler
    [met] nommé par un autre
    [met_unnamed] détenu par qui ne le nomme pas
    [heard] correspondance arrivée
   *[silent] correspondance attendue, pas arrivée
}
terminal-found = { $kind }  { $normal }  { $known }  { $place }  { $value }
terminal-sure = { $sure ->
    [high] certain
    [medium] probable
   *[low] incertain
}
terminal-looks = { $looks ->
    [image] une image
    [audio] un enregistrement
    [video] un film
    [pdf] un PDF
    [sqlite] une base de données SQLite
    [office] un document bureautique
    [rar] une archive RAR
    [gzip] une archive gzip
    [tar] une archive tar
    [zip] une archive ZIP
    [encrypted] quelque chose de chiffré
    [encrypted_or_compressed] quelque chose de chiffré ou compressé
    [text_utf16] du texte en UTF-16
    [web_archive] une archive de pages web
    [html] une page HTML
    [xml] du XML
    [markup] du texte balisé
    [json] du JSON
    [program] un programme
    [empty] un fichier vide
    [blank] rien que des blancs
   *[other] { $looks }
}
terminal-megabytes = { $size } Mo
terminal-hub-away = plateforme : la base de données ne répond pas ; rien n’a été rapproché ni nettoyé.
terminal-holder-away = détenteur de clé : la base de données ne répond pas ; rien n’a été nettoyé.
terminal-undelivered = Les lettres n’ont pas pu être remises ({ $why }). La prochaine tournée est dans une minute.
terminal-broke-off = Ce qui se fait à côté des réponses s’est interrompu ({ $why }), { $times } fois. On recommence.
terminal-database = La base de données ne peut pas être utilisée ({ $why }). Contrôlez le disque et le répertoire, ou l’adresse dans DATABASE_URL.
