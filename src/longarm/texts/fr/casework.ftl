casework-not-signed-in = Votre visite est terminée. Connectez-vous de nouveau.
casework-not-allowed = Votre rôle ne permet pas cela. Demandez à la personne qui administre votre organisation.
casework-no-such-case = Ce dossier n’est pas parmi les vôtres. Vérifiez l’adresse, ou demandez à son équipe de vous ajouter.
casework-no-such-version = Ce dossier n’a pas cette version. Ouvrez la plus récente.
casework-no-such-exhibit = Cette pièce n’est pas dans vos dossiers. Vérifiez l’adresse.
casework-no-such-bundle = Ce paquet n’est pas dans vos dossiers. Vérifiez l’adresse.
casework-no-such-user = Cette personne n’est pas dans votre organisation. Choisissez-en une dans la liste.
casework-already-set-up = Ce nœud a déjà une organisation. Connectez-vous, ou demandez un compte à la personne qui l’administre.
casework-bad-name = Un nom compte de 1 à { $longest } caractères. Donnez-en un autre.
casework-name-taken = Quelqu’un se connecte déjà ici sous ce nom. Choisissez-en un autre.
casework-case-changed = Quelqu’un d’autre a modifié ce dossier entre-temps. Rouvrez-le, regardez la modification, puis enregistrez la vôtre par-dessus.
casework-file-too-large = Ce fichier dépasse { $limit }, le maximum que ce nœud accepte. Rien n’en a été gardé. Divisez l’export, ou apportez l’appareil.
casework-nothing-to-seal = Ce dossier n’a encore aucune pièce. Ajoutez-en une, puis scellez.
casework-still-reading = Une pièce de ce dossier est encore en lecture. Attendez la fin, puis scellez.
casework-reading-failed = Cette pièce n’a pas pu être lue jusqu’au bout ({ $why }). Elle est gardée telle quelle et peut être scellée ; l’export est peut-être abîmé.
casework-custody-altered = Le registre de garde de ce dossier ne tient pas à la ligne { $line }. Gardez une copie du répertoire de données et comparez-la avec une sauvegarde.
casework-last-member = Le dernier membre d’une équipe ne peut pas la quitter : plus personne ne pourrait ouvrir le dossier. Ajoutez d’abord quelqu’un.
casework-not-empty = Ce nœud contient déjà une organisation. La démonstration en demande un vide : indiquez un autre répertoire avec --data.
casework-no-authority = Ce nœud n’interroge aucune autorité d’horodatage. Indiquez-en une dans LONGARM_TSA et relancez-le ; d’ici là, l’horodatage reste en attente.
casework-no-root = { $file } ne contient aucun certificat lisible. Corrigez LONGARM_TSA_ROOT et relancez.
casework-no-such-channel = Il n’y a pas d’échange de ce nom dans ce dossier.
casework-paths-failed = Ce qui peut être fait n’a pas pu être établi pour ce dossier ; la partie juridique de longarm s’est arrêtée sur une erreur que l’administrateur trouve au journal, sans un mot du dossier.
casework-second-factor-wrong = Ce n’est pas le code du moment, ou il a déjà servi. Attendez le suivant et saisissez-le.
casework-second-factor-there = Un second facteur est déjà en place. Retirez-le d’abord.
casework-wait = { $minutes ->
    [one] Trop de clés fausses aujourd’hui. Réessayez dans une minute.
   *[other] Trop de clés fausses aujourd’hui. Réessayez dans { $minutes } minutes.
}
casework-no-reason = Dites pourquoi en peu de mots ({ $longest } caractères au plus) : la seconde personne décide d’après cela.
casework-second-person = La seconde personne doit être quelqu’un d’autre : un collègue de l’équipe accepte ou refuse.
casework-needs-two = Votre organisation demande ici une seconde personne. Demandez l’accord ; un collègue de l’équipe le donne.
casework-approval-over = Il y a déjà été répondu, ou cela date de plus d’un jour. Demandez à nouveau.
casework-no-such-approval = Il n’existe pas de telle demande.
casework-held = Ce dossier n’est pas supprimé : une mesure de conservation le protège, il n’est pas clos, ou il l’a déjà été.
casework-certificate-altered = Un certificat de suppression ne porte pas la signature de ce nœud. La base a été modifiée, ou la clé de signature remplacée.
