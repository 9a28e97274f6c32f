lab-starts = Le laboratoire se construit dans { $folder } : une plateforme d’échange, trois détenteurs de clé, et des nœuds à Tripoli, au Caire et à Bagdad. Tout le monde y est fictif.
lab-members = Chacun a admis tous les autres. Hors d’un laboratoire, on se lit d’abord les empreintes de vive voix ; ici, personne ne l’a fait.
lab-key = La clé { $epoch } a été faite par { $holders } détenteurs ; il en faut { $threshold }, et aucun ne l’a jamais eue.
lab-tripoli = Tripoli a enregistré les jetons de ses dossiers, dont celui de { $number }. On ne lui a rien signalé.
lab-hub-sees = Jetons à la plateforme : { $tokens } ; concordances : { $hits }. Chaque jeton fait 32 octets, aléatoires pour lui ; ni numéro, ni nom, ni dossier.
lab-hit = Le Caire a ouvert un dossier qui nomme aussi { $number }. Les deux bureaux sont avertis : Tripoli voit Le Caire, Le Caire voit Tripoli, et aucun ne voit le dossier de l’autre.
lab-holders-saw = Les détenteurs ont multiplié { $elements } points en tout, chacun aléatoire pour eux.
lab-baghdad = Rien n’a été signalé à Bagdad.
lab-asked = Le Caire a demandé à Tripoli de conserver des données, par la voie { $path } : scellé pour Tripoli ; ni la plateforme ni les détenteurs ne l’ont porté.
lab-verified = Tripoli a reçu la demande et l’a vérifiée avant de la lire. Réponse attendue pour le { $due }.
lab-answered = Tripoli a accepté et répondu ; la réponse est au Caire.
lab-closed = À Tripoli et au Caire, quelqu’un a cité { $number }, chacun seulement si deux autres le font. Deux signalements fermés sont à la plateforme ; personne ne peut les ouvrir, personne n’a été averti.
lab-opened = Quelqu’un à Bagdad a aussi cité { $number }. Maintenant ils sont trois : les détenteurs de clé ont ouvert les trois signalements pour les trois bureaux qui en ont un, et pour personne d’autre.
lab-operation = Le Caire a commencé l’opération conjointe « { $name } » et la dirige ; Tripoli et Bagdad s’y sont joints. Aucun serveur ne tient le tableau : chacun des trois le tient.
lab-board = Le Caire a versé ce qu’il a trouvé, pour Tripoli seul. Tripoli le lit ; Bagdad voit qu’il y a quelque chose, et pas un mot.
lab-day = Bagdad a fait ce que Le Caire lui avait demandé, et tous les trois ont accepté un même jour.
lab-over = L’opération est close. Tous les trois lisent les mêmes résultats par État : { $arrested } arrestations en tout.
lab-figures = Le Caire compte un trimestre avec du bruit et le donne : { $number } demandes à la Libye sans réponse. Tripoli et Bagdad lisent le même tableau ; d’aucun dossier nul ne peut dire qu’il en fait partie.
lab-story-breaks = L’histoire du laboratoire ne finit pas comme elle devrait ({ $what ->
    [hits] les correspondances
    [request] la demande
    [closed] les signalements fermés
    [operation] l’opération
   *[figures] les chiffres
}). Les journaux sont dans le répertoire du laboratoire, si --data en a nommé un.
lab-no-key = Les détenteurs ne sont pas arrivés à temps à une clé commune.
lab-party-says = { $party } au laboratoire : { $why }
lab-party-ended = { $party } s’est arrêté ou ne répond pas. Ce qu’il a dit est dans { $log }.
lab-folder-not-empty = { $folder } n’est pas vide. Un laboratoire commence dans un nouveau répertoire.
lab-desk = Bureau { $node ->
    [tripoli] à Tripoli
    [cairo] au Caire
   *[baghdad] à Bagdad
} : { $address }
lab-sign-in = Connexion sous le nom « { $name } » avec la phrase « { $passphrase } ». C’est le même aux trois ; un seul navigateur peut être connecté partout.
lab-click-hit = 1. À Tripoli et au Caire, ouvrez « Autres organisations » : même numéro signalé aux deux ; rien à Bagdad.
lab-click-ask = 2. Au Caire, ouvrez le dossier EG-2022-0104, la voie de conservation des données en Libye, et demandez à Tripoli.
lab-click-answer = 3. À Tripoli, ouvrez « Demandes », puis celle-ci : vérifier, accepter, répondre. En quelques secondes la réponse est au Caire.
lab-click-report = 4. À Bagdad, ouvrez un « Nouveau dossier » avec +218910000017 comme numéro du suspect, et permettez la comparaison sur sa page. Quelques secondes après, les trois bureaux ont une concordance.
lab-click-operation = 5. Au Caire, ouvrez « Opérations conjointes » et commencez-en une avec Tripoli et Bagdad ; joignez-vous-y aux deux bureaux. Versez quelque chose pour Tripoli seul, fixez un jour, fermez-la et communiquez des résultats.
lab-click-closed = 6. Tripoli et Le Caire gardent chacun un signalement sur { $number } fermé tant que deux autres ne l’ont pas cité. Allez à { $address } comme la troisième personne, qui a signalé à Bagdad : son code est { $code }. Sous « Que pouvons-nous faire ? », lisez « Seulement si d’autres ont cité le même » et choisissez deux. Quelques secondes après, « Ma journée » dit aux trois bureaux que des signalements fermés se sont ouverts.
lab-stop = Pour arrêter : Ctrl-C. Les bureaux ne contiennent rien de réel, et rien de réel n’y a sa place.
