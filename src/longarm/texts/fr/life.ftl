life-export-readme = Ceci est une copie de ce qui est conservé à votre sujet dans cette affaire.

    case.json : le dossier : ce que vous avez raconté, les personnes, les numéros, les faits.
    conversation-…/ : les lettres échangées avec l’équipe, ce que vous avez permis ou retiré, comment vous voulez être contacté.
    files/ : les fichiers tels qu’ils sont arrivés, chacun avec son nom et son empreinte dans about.json.
    who-saw-what.json : qui en a lu, vu ou reçu quelque chose, et quand. Les personnes y portent un numéro ; l’organisation peut vous dire qui c’est.
    { $notes ->
        [true] notes.json : les notes de l’équipe.
       *[other] Les notes de l’équipe n’y sont pas, car elles peuvent parler d’autres personnes. Vous pouvez les demander.
    }

    N’y est pas : ce que d’autres ont raconté. Cela leur appartient.
    Gardez cette copie là où personne que vous craignez ne peut la trouver. Qui l’a peut la lire.
life-certificate-readme = Certificat de suppression d’un dossier. Il porte des numéros, des décomptes et des heures, et rien du dossier.

    certificate.json : le certificat, octet pour octet tel qu’il a été signé.
    certificate.sig : sa signature Ed25519 (RFC 8032).
    node.pem : la clé publique du nœud qui a signé.

    À qui est la clé ? Comparez cette empreinte avec celle que l’organisation vous indique : { $fingerprint }
    openssl pkey -pubin -in node.pem -outform DER | sha256sum

    Est-il inchangé ? (openssl 3.0 ou plus récent ; la bonne réponse est « Signature Verified Successfully »)
    openssl pkeyutl -verify -pubin -inkey node.pem -rawin -in certificate.json -sigfile certificate.sig

    Ce qu’il montre : à cette heure, ce nœud a détruit les clés et les fichiers de ce dossier. Ce qu’il ne peut montrer : que personne n’en avait fait de copie auparavant.
life-keeping = Conservation et suppression
life-keeping-link = Gel, copie pour la personne, suppression
life-how-long = Durée de conservation
life-held = gel
life-held-means = Rien ne supprime ce dossier tant que le gel n’est pas levé.
life-ends = Il est supprimé de lui-même le { $day }, avec tout son contenu.
life-ends-by-two = Sa durée prend fin le { $day }. Deux personnes décident alors de sa suppression ; rien ne se fait tout seul.
life-ends-after = Il n’est pas clos. Il est conservé, puis { $days ->
    [one] un jour
   *[other] { $days } jours
} après sa clôture.
life-no-rule = Votre organisation n’a pas de règle : il est conservé jusqu’à ce que quelqu’un le supprime.
life-hold = Gel légal
life-hold-lead = Quand une autorité, un tribunal ou un conseil demande que rien ne disparaisse. Il arrête toute suppression, aussi celle qui vient avec le temps.
life-hold-reason = Qui l’a demandé, et pourquoi
life-hold-reason-help = Inscrit comme note dans le dossier, avec votre nom et le jour.
life-hold-set = Poser le gel
life-hold-lift = Lever le gel
life-hold-who = Un coordinateur de l’équipe le pose et le lève.
life-copy = Copie pour la personne concernée
life-copy-lead = Ce qui est conservé sur la personne concernée, en un seul ZIP : le dossier, les lettres, ce qui a été permis, les fichiers tels qu’ils sont venus, et qui a vu quoi. Ce que d’autres ont raconté n’y est pas.
life-copy-safety = Qui trouve cette copie peut la lire. Demandez d’abord où elle peut être gardée en sûreté, et si quelqu’un d’autre regarde le téléphone.
life-copy-notes = Avec les notes de l’équipe
life-copy-notes-help = Lisez-les d’abord : elles peuvent parler d’autres personnes.
life-copy-do = Télécharger la copie
life-delete = Supprimer le dossier
life-delete-lead = La suppression détruit les clés, puis les fichiers. Personne ne peut revenir en arrière, nous non plus. Un retrait ne supprime rien de lui-même : cela se fait ici.
life-delete-held = Un gel est posé : rien n’est supprimé.
life-delete-withheld = Une pièce est retenue, et l’instruction de l’autorité n’est pas inscrite. D’ici là, rien du dossier n’est détruit.
life-why = Motif
life-why-asked = la personne concernée l’a demandé
life-why-mistake = saisi par erreur
life-why-order = un tribunal ou une autorité l’a ordonné
life-why-retention = la durée de conservation est écoulée
life-delete-next = Continuer vers la suppression
life-delete-sure = Supprimer ce dossier ?
life-delete-waited-for = Quelqu’un attend une réponse dans ce dossier. Après la suppression, personne ne peut répondre, et le code n’ouvre plus rien.
life-goes = Ce qui disparaît
life-goes-lead = Les clés, le dossier avec toutes ses versions, et :
life-goes-exhibits = Pièces
life-goes-bundles = Lots scellés
life-goes-letters = Lettres
life-goes-notes = Notes
life-goes-merged = Dossiers qui y ont été fusionnés
life-goes-codes = Les codes de celles et ceux qui ont écrit ou donné quelque chose n’ouvrent plus rien.
life-stays = Ce qui reste
life-stays-certificate = Un certificat signé : numéros, décomptes, heures, et qui a supprimé. Rien du dossier.
life-stays-record = Les lignes du registre : qui a fait quoi et quand, sans un mot du dossier.
life-beyond = Ce qui n’est pas atteint
life-beyond-out = { $count ->
    [0] Aucun lot, aucune pièce, aucun document ni copie n’en a été remis d’ici.
    [one] Un lot, une pièce, un document ou une copie a été remis une fois. Ce qui est dehors n’est pas supprimé ; prévenez qui l’a.
   *[other] Des lots, pièces, documents ou copies ont été remis { $count } fois. Ce qui est dehors n’est pas supprimé ; prévenez qui les a.
}
life-beyond-backups = Les sauvegardes antérieures en gardent le texte chiffré jusqu’à leur élagage. Une restauration le supprime de nouveau.
life-beyond-screens = Ce qui a été imprimé, photographié ou noté ailleurs.
life-type-reference = Pour continuer, écrivez la référence du dossier : { $reference }
life-delete-do = Supprimer pour toujours
life-delete-not = Le garder
life-deleted = Le dossier est supprimé
life-deleted-means = Ses clés et ses fichiers sont détruits, et un certificat signé le dit.
life-deletions = Certificats de suppression
life-deletions-lead = Ce que votre organisation a supprimé. Chaque certificat s’emporte et se vérifie avec openssl, sans longarm.
life-by-itself = par la règle de conservation
life-by-somebody = par quelqu’un qui n’est plus dans la liste
life-certificate-counts = { $rows } lignes et { $files } fichiers détruits
life-number = numéro
life-certificate = Certificat
life-none-deleted = Rien n’a encore été supprimé.
life-ending = Durée de conservation écoulée sous 30 jours
life-ending-lead = Dossiers clos de vos équipes. Posez un gel là où l’un doit rester.
life-ending-held = gelé : il reste
life-ending-by-itself = supprimé de lui-même ce jour-là
life-ending-by-two = deux personnes décident
life-instruction-first = Une pièce de ce dossier est retenue, et ce que l’autorité veut qu’on en fasse n’est pas inscrit. Inscrivez d’abord son instruction ; rien du dossier n’est détruit avant.
life-other-reference = Ce n’est pas la référence du dossier. Rien n’a été supprimé. Comparez-la avec le haut de la page et écrivez-la de nouveau.
life-ending-waited-for = quelqu’un attend une réponse : il reste jusque-là
