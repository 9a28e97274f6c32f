draft-no-such-document = Il n’y a pas de document « { $document } ». Vouliez-vous dire « { $near } » ?
draft-not-drafted-here = « { $document } » est connu mais n’est pas encore rédigé ici. Rédigés ici : { $drafted }.
draft-not-in-language = « { $document } » n’est pas rédigé en « { $language } ». Choisissez parmi : { $languages }.
draft-no-such-field = « { $document } » n’a pas de champ « { $field } ». Vouliez-vous dire « { $near } » ? `longarm draft --ask` les énumère.
draft-cannot-typeset = La page n’a pas pu être composée depuis { $template } : { $why }. C’est une faute de longarm ; merci de la signaler.
draft-answers-not-fields = { $file }, ligne { $line } : une réponse est un texte par champ, par exemple « addressee: … ». Corrigez cette ligne.
draft-out-suffix = { $file } : les documents sont écrits en PDF. Donnez un nom qui finit par .pdf.
draft-out-exists = { $file } existe déjà. Choisissez un autre nom ou supprimez-le d’abord.
draft-out-unwritable = { $file } : écriture impossible ({ $why }). Choisissez un dossier où vous pouvez écrire.
draft-needs-out = Indiquez où va le document : --out FICHIER.pdf, ou --ask pour voir ce qui serait demandé.
draft-written = { $title } écrit dans { $file }.
draft-complete = Rien d’obligatoire ne manque. Un avocat ou une autorité le vérifie avant dépôt.
draft-missing = { $count ->
    [one] Une mention obligatoire reste vide :
   *[other] { $count } mentions obligatoires restent vides :
}
draft-ask-mandatory = À donner :
draft-ask-optional = Facultatif :
draft-no-such-state = « { $state } » n’est pas un État. Utilisez les deux lettres capitales ISO 3166-1, comme EG.
draft-no-such-path = « { $document } » ne sert aucune voie « { $path } ». Voies qui le nomment : { $paths }.
draft-forbidden = « { $document } » n’est pas rédigé pour ce dossier : un danger pour la personne interdit cette voie ({ $hazards }). Traitez d’abord le danger ; `longarm paths` montre ce qui reste ouvert.
draft-takes-no-recipient = « { $document } » n’est la déclaration de personne en particulier : n’indiquez pas --recipient { $recipient }.
draft-no-such-recipient = Aucun destinataire de ce dossier ne s’appelle « { $recipient } ». Choisissez parmi : { $recipients }.
draft-recipient-not-chosen = Plusieurs personnes ont reçu des messages ({ $recipients }) et aucune n’a été choisie : le nom et ce qui lui est parvenu restent en blanc. Choisissez-en une pour les remplir.
draft-recipient-unnamed = Le dossier ne contient pas le nom légal de { $recipient } : il s’écrit à la main à la signature, ou se donne en réponse.
draft-through-its-gate = { $document } n’est pas rédigé ici : il passe par le contrôle du bureau, où sont vérifiés identité, preuves scellées, conservation et plan contre les représailles, et où une deuxième personne donne son accord.
