seal-nothing = Il n’y a rien à sceller : ces chemins ne contiennent aucun fichier. Donnez-en au moins un.
seal-link = { $file } : lien symbolique. Les liens ne sont pas suivis ; donnez le fichier visé.
seal-not-a-file = { $file } : ce n’est pas un fichier ordinaire (tube, socket ou périphérique). Seuls les fichiers sont scellés.
seal-unreadable = { $file } : lecture impossible ({ $why }). Rien n’a été scellé. Vérifiez le chemin et votre droit de lecture.
seal-changed = { $file } : a changé pendant la lecture. Rien n’a été scellé. Fermez le programme qui l’écrit, puis scellez de nouveau.
seal-other-than-in-case = { $file } : le dossier nomme ce fichier { $exhibit }, avec un autre SHA-256 ({ $sha256 }). Rien n’a été scellé. Retrouvez le fichier reçu en premier, ou corrigez le dossier.
seal-out-exists = { $file } : existe déjà. Un paquet n’est jamais rouvert ni écrasé ; choisissez un autre nom.
seal-cannot-write = { $file } : écriture impossible ({ $why }). Vérifiez que le dossier existe et que vous pouvez y écrire.
seal-broken-off = Le scellement s’est interrompu ({ $why }). Rien n’est resté à l’endroit nommé. Faites de la place ou changez de disque, puis scellez de nouveau.
seal-leftover = { $file } a été supprimé : reste d’une exécution interrompue.
seal-key-missing = { $file } : il n’y a pas de fichier de clé.
seal-key-unreadable = { $file } : la clé ne peut être lue ({ $why }). Vérifiez le chemin et votre droit de lecture.
seal-key-unwritable = { $file } : la nouvelle clé ne peut être écrite ({ $why }). Vérifiez que le dossier existe et que vous pouvez y écrire.
seal-key-not-a-key = { $file } : ce n’est pas une clé privée Ed25519 en PEM (PKCS #8, sans mot de passe). Donnez un autre fichier, ou un nom qui n’existe pas encore : une clé est alors créée.
seal-key-open-to-others = { $file } : d’autres utilisateurs de cette machine peuvent lire cette clé. Lancez chmod 600, puis comparez son empreinte avec votre organisation.
seal-key-made = Une nouvelle clé de signature a été créée et gardée dans { $file }. Conservez ce fichier ; communiquez son empreinte à ceux qui vérifieront.
seal-key-ephemeral = Le paquet est signé par une clé créée pour lui seul, puis oubliée. Elle montre qu’une même main a écrit le registre, pas laquelle. Employez --key FICHIER pour signer au nom de votre organisation.
seal-done = { $count ->
    [one] Une pièce scellée
   *[other] { $count } pièces scellées
} dans { $bundle }.
seal-key-is = Empreinte de la clé (SHA-256) : { $fingerprint }
seal-custody-is = Registre : { $length } lignes, tête { $head }. Notez les deux sur le reçu : un registre raccourci se voit.
seal-zip-is = SHA-256 du ZIP, pour le reçu : { $sha256 }
seal-exhibit = { $id }  { $name }  { $size } octets  SHA-256 { $sha256 }
seal-not-stamped = Pas encore horodaté : l’heure { $at } n’est que celle de cette machine. Dès qu’il y a un réseau, lancez : longarm stamp { $bundle } --tsa URL
seal-stamped = Horodaté par { $tsa } : { $at }
seal-stamp-failed = Pas d’horodatage de { $tsa } : { $why }
seal-reader-broke = { $exhibit } : scellée, mais ses messages n’ont pu être lus jusqu’au bout ; derived/report.txt dit pourquoi.
seal-left-out-link = Non scellé : { $file } est un lien symbolique ; les liens ne sont pas suivis.
seal-left-out-not-a-file = Non scellé : { $file } n’est pas un fichier ordinaire.
seal-index-number = Pièce
seal-index-name = Nom à la réception, et fichier dans ce paquet
seal-index-size = Octets
seal-index-hash = SHA-256
seal-index-sealed = Scellé le { $at }.
seal-index-verify = HOW-TO-VERIFY.txt explique comment vérifier que rien n’a changé.
seal-report-head = Lu avec { $tool }, commande : { $command }. Entrée : { $digest }.
seal-report-unread = { $file } : { $bytes } octets, format sans messages que longarm sache lire. L’original est scellé tel quel.
seal-report-account = { $file } : lu comme { $source }. Sur { $bytes } octets, { $messages } sont des messages, { $skipped } n’ont pas été compris, { $blank } sont vides.
seal-report-variant = Reconnu : { $name } = { $value }
seal-report-finding = Constat : { $what }
seal-report-missing = L’export omet lui-même : { $what }
seal-report-question = Le fichier ne tranche pas : { $what }. Répondez par { $flag }.
seal-report-count = Messages : { $count }
seal-report-skipped = Non compris : ligne { $line }, { $bytes } octets ({ $why })
seal-report-more-skipped = Non compris aussi : { $count } autres endroits ; messages.jsonl les nomme tous.
seal-report-failed = La lecture s’est arrêtée avant la fin : { $why }. Ce qui avait été lu est gardé ; l’original est entier.
