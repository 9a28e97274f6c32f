desk-to-content = Au contenu
desk-nav = Bureau
desk-language = Langue
desk-new-case = Nouveau dossier
desk-role = { $role ->
    [admin] administration
    [coordinator] coordination
    [counsel] conseil juridique
    [consular] agent consulaire
    [auditor] contrôle
   *[other] suivi des dossiers
}
desk-sign-out = Sortir
desk-back = Retour
desk-print = Imprimer
desk-demonstration = Démonstration avec des dossiers inventés. Sa connexion est publique : n’y mettez rien de réel.
desk-not-known = inconnu

desk-first-title = Bienvenue dans longarm
desk-first-lead = Ce nœud est vide. Comment voulez-vous commencer ?
desk-first-organisation = Configurer mon organisation
desk-first-organisation-more = Un nom, un nom de connexion et une phrase secrète. Tout ce qui suit est chiffré sur cette machine.
desk-first-organisation-do = Configurer
desk-first-demo = Visiter la démonstration
desk-first-demo-more = Neuf dossiers inventés d’après les histoires fondatrices, pièces comprises. Rien de réel n’y a sa place ; votre organisation se configure dans un autre répertoire, vide.
desk-first-demo-do = Charger la démonstration
desk-set-up = Configurer votre organisation
desk-set-up-lead = Vous en êtes la première personne administratrice. Deux minutes suffisent.
desk-set-up-do = Créer l’organisation
desk-organisation = Organisation
desk-name = Nom de connexion
desk-name-help = Votre nom tel que vos collègues le voient ; il sert à se connecter.
desk-passphrase = Phrase secrète
desk-passphrase-help = Au moins 15 caractères : quatre ou cinq mots que personne d’autre n’associerait. Personne ne peut la réinitialiser.
desk-passphrase-again = La phrase secrète encore une fois
desk-passphrases-differ = Les deux phrases secrètes diffèrent. Saisissez-les de nouveau.
desk-recovery = Votre clé de secours
desk-recovery-once = Elle s’affiche cette seule fois et n’est enregistrée nulle part. Imprimez-la ou notez-la, et gardez-la loin de cette machine.
desk-recovery-of = Clé de secours de { $organisation }
desk-recovery-loss = Qui perd toutes les phrases secrètes et cette clé perd tous les dossiers. Nous ne pouvons pas les ouvrir non plus.
desk-recovery-done = Je l’ai mise en lieu sûr
desk-sign-in = Connexion
desk-sign-in-do = Entrer
desk-passphrase-changed = Votre phrase secrète est changée. Connectez-vous avec la nouvelle.
desk-sign-in-forgotten = Une phrase secrète oubliée ne se réinitialise pas. Un collègue de l’équipe ou la clé de secours ouvre encore ses dossiers.

desk-no-cases = Aucun dossier
desk-no-cases-more = Vous voyez seulement les dossiers de vos équipes. Ouvrez-en un premier ou importez un fichier de dossier.
desk-new-case-lead = Seulement ce qui est connu. Tout peut être laissé vide et complété plus tard.
desk-first-things = Les premiers éléments
desk-complainant = La personne concernée
desk-alias = Pseudonyme
desk-alias-help = Un nom pour l’écran, jamais le nom légal.
desk-lives = Réside en
desk-nationality = Nationalité
desk-suspect = Le mis en cause
desk-suspect-lives = Se dit en
desk-identifier-type = Genre de trace
desk-identifier-value = Numéro, compte ou adresse
desk-platform = Par
desk-happened = Ce qui s’est passé
desk-kind = Fait
desk-at = Jour
desk-at-help = Année, mois ou jour, par exemple 2026-11 ou 2026-11-24
desk-wants = Ce qui a été exigé
desk-risks = Dangers
desk-open-case = Ouvrir le dossier
desk-import = Importer un fichier de dossier
desk-import-more = Un fichier qui commence par « longarm: case/1 » (YAML ou JSON), d’un partenaire ou de la ligne de commande. Il est contrôlé ligne par ligne.
desk-case-file = Fichier du dossier
desk-import-do = Importer

# The words of the case file, as short labels.
desk-event-contact = Premier contact
desk-event-harassment = Harcèlement
desk-event-threat-to-publish = Menace de publication
desk-event-threat-of-violence = Menace de violence
desk-event-demand = Exigence sous menace
desk-event-payment = Paiement
desk-event-publication = Publication
desk-event-defamation = Diffamation
desk-event-fabricated-material = Contenu fabriqué
desk-event-intimate-image-obtained = Images intimes obtenues
desk-event-intimate-image-published = Images intimes publiées
desk-event-impersonation-of-official = Usurpation d’une fonction officielle
desk-event-impersonation-of-complainant = Fausse page ou faux compte
desk-event-grooming = Manipulation
desk-event-child-sexual-demand = Exigence visant un enfant
desk-event-unlawful-access = Accès illicite
desk-event-fraud = Escroquerie
desk-event-instigation = Instigation
desk-event-report-filed = Signalement déposé
desk-event-report-refused = Signalement refusé
desk-event-reply = Réponse
desk-event-arrest = Arrestation
desk-event-warrant-issued = Mandat délivré
desk-type-phone = téléphone
desk-type-email = courriel
desk-type-account = compte
desk-type-url = lien
desk-type-iban = compte bancaire (IBAN)
desk-type-card = carte
desk-type-wallet = portefeuille crypto
desk-type-payment-handle = identifiant de paiement
desk-type-ip = adresse IP
desk-type-imei = numéro d’appareil (IMEI)
desk-type-name = nom
desk-wants-money = argent
desk-wants-sexual = actes ou relation
desk-wants-images = images
desk-wants-silence = silence
desk-wants-other = autre chose
desk-risk-honour-violence = danger dans la famille
desk-risk-self-harm = automutilation
desk-risk-child-at-risk = enfant en danger
desk-risk-exposure-at-work = exposition au travail
desk-risk-shared-phone = téléphone partagé
desk-risk-monitored-device = appareil surveillé
desk-risk-prosecution-of-complainant = risque de poursuites contre la personne
desk-risk-own-embassy = sa propre ambassade est un danger
desk-risk-irregular-stay = séjour sans papiers
desk-risk-payment = paiement
desk-risk-deletion-of-evidence = suppression de preuves
desk-risk-retelling = récits répétés
desk-risk-retaliation-on-notice = représailles
desk-risk-third-party-evidence = preuves chez des tiers
desk-risk-shared-household = domicile partagé
desk-risk-supporter-is-controller = l’aidant contrôle peut-être
desk-risk-data-breach = fuite du dossier
desk-risk-recontact-by-fake-helper = faux aidant
desk-risk-device-or-password-demanded = appareil ou mot de passe exigé
desk-risk-complaint-lapses = la plainte peut tomber
desk-risk-minor-needs-guardian = mineur sans représentant
desk-risk-vigilante-harm = justiciers
desk-risk-armed-or-official-suspect = suspect armé ou officiel
desk-platform-whatsapp = WhatsApp
desk-platform-messenger = Messenger
desk-platform-facebook = Facebook
desk-platform-instagram = Instagram
desk-platform-telegram = Telegram
desk-platform-tiktok = TikTok
desk-platform-snapchat = Snapchat
desk-platform-x = X
desk-platform-sms = SMS
desk-platform-email = courriel
desk-platform-call = appel
desk-platform-youtube = YouTube
desk-platform-google = Google
desk-platform-discord = Discord
desk-platform-skype = Skype
desk-platform-viber = Viber
desk-platform-signal = Signal
desk-platform-imo = imo
desk-platform-line = LINE
desk-platform-wechat = WeChat
desk-platform-apple = Apple
desk-platform-microsoft = Microsoft
desk-platform-binance = Binance
desk-platform-paypal = PayPal
desk-platform-vodafone-cash = Vodafone Cash
desk-platform-zain-cash = Zain Cash
desk-platform-instapay = InstaPay
desk-platform-in-person = en personne
desk-platform-web = web

desk-law-pages = Droit
desk-administer = Administration
desk-record = Registre
desk-no-day = « { $day } » n’est pas un jour. Écrivez l’année, le mois et le jour, par exemple 2022-01-04.
desk-no-file = Aucun fichier n’est arrivé. Choisissez-en un, puis renvoyez le formulaire.
desk-no-purpose = Dites pour quoi le lot est remis : cela figure au registre de garde.
desk-no-language = Choisissez la langue du document.
desk-no-number = Donnez un nombre entier de minutes ou de jours.
desk-as-of = Droit au
desk-as-of-do = Afficher
desk-lead-complainant = Personne concernée · { $known ->
    [both] nationalité : { $nationality }, domicile : { $place }
    [place] domicile : { $place }
    [nationality] nationalité : { $nationality }, domicile inconnu
   *[none] État inconnu
}
desk-lead-suspect = Mis en cause : { $certainty ->
    [known] { $place }
    [claimed] { $place }, selon ses dires
    [inferred] { $place }, peut-être
   *[unknown] { $place }
}
desk-event-wants = { $what } : { $wants }
desk-by-to = { $by } → { $to }
desk-by = { $by }
desk-persons = Personnes
desk-minor = moins de 18 ans
desk-born = naissance { $year }
desk-dialect = dialecte { $dialect }
desk-certainty = { $certainty ->
    [claimed] (selon ses dires)
    [inferred] (déduit)
    [unknown] (inconnu)
   *[known] (connu)
}
desk-national = nationalité : { $state }
desk-national-unsure = nationalité : { $state } { $certainty ->
    [claimed] (selon ses dires)
    [inferred] (déduite)
   *[unknown] (inconnue)
}
desk-proof = Preuve
desk-sealed = Pièces scellées
desk-of = { $part } sur { $all }
desk-none = aucune encore
desk-stamped = Horodatage
desk-not-stamped = pas encore
desk-custody = Registre de garde
desk-unbroken = { $count ->
    [one] continu · une entrée
   *[other] continu · { $count } entrées
}
desk-broken = rompu · { $count } entrées
desk-still-missing = Manque encore
desk-missing-exhibit = une première pièce : l’export de la conversation, la page, le reçu
desk-missing-identifier = un numéro, un compte ou une adresse de l’expéditeur
desk-missing-event = un fait : ce qui s’est passé, et quand
desk-missing-place = le lieu du mis en cause, même supposé
desk-missing-stamp = l’horodatage d’une autorité extérieure
desk-messages-count = { $count ->
    [one] un message
   *[other] { $count } messages
}
desk-exhibit-state = { $state ->
    [received] reçue
    [reading] en lecture
    [identified] lue
    [sealed] scellée
    [withheld] retenue
    [destroyed] détruite
   *[failed] illisible
}
desk-working = Le nœud lit ou scelle en ce moment.
desk-look-again = Actualiser
desk-add-exhibit = Ajouter des pièces
desk-received-from = Reçu de
desk-files = Fichiers
desk-files-help = Exports de conversations (WhatsApp, Messenger, Telegram), courrier, sauvegardes de SMS, pages, images. Chiffrés dès leur arrivée et gardés tels quels.
desk-add-exhibit-do = Envoyer et lire
desk-seal = Sceller toutes les pièces
desk-purpose = Remis pour
desk-download-bundle = Télécharger le lot scellé
desk-bundle-hash = Empreintes à comparer
desk-node-key = Clé de ce nœud
desk-paths = Voies au
desk-count-status = { $status ->
    [open] ouvertes : { $count }
    [conditional] sous condition : { $count }
    [blocked] fermées : { $count }
   *[unknown] inconnues : { $count }
}
desk-status = { $status ->
    [open] ouverte
    [conditional] sous condition
    [blocked] fermée
   *[unknown] inconnue
}
desk-until = avant le { $day }
desk-paths-unworked = Ce qui peut être fait n’a pas pu être établi à cette date. Tout le reste du dossier est ici.
desk-paths-correct = Corriger le fichier du dossier
desk-no-paths = Rien ne découle encore de ce dossier. Ajoutez ce qui s’est passé et où sont les personnes.
desk-blocked-ones = { $count ->
    [one] Une voie fermée, et ce qui l’ouvrirait
   *[other] { $count } voies fermées, et ce qui les ouvrirait
}
desk-before = Devant { $authority }
desk-opens-if = S’ouvrirait si :
desk-draft = Rédiger : { $title }
desk-on-what = Sur quel fondement ?
desk-article = art. { $article }
desk-binding = { $binding ->
    [yes] lie
    [no] ne lie pas
   *[unknown] inconnu
}
desk-confidence = { $confidence ->
    [high] certitude : élevée
    [medium] certitude : moyenne
   *[low] certitude : faible
}
desk-states = Où quelque chose peut être fait
desk-states-label = Carte des États selon ce qui peut y être fait ; le tableau dessous dit la même chose.
desk-states-table = Les États en tableau
desk-due-list = Échéances
desk-due-perishes = Les traces peuvent disparaître
desk-due-stamp = Horodatage du lot
desk-nothing-due = Aucune échéance.
desk-traces = Numéros et comptes
desk-identity-duty = identité de l’acheteur exigée
desk-perishes = à conserver avant le { $day }
desk-leads = Trouvé dans les pièces
desk-leads-more = Des pistes : une personne décide si elles relèvent du dossier.
desk-times = { $count ->
    [one] une fois
   *[other] { $count } fois
}
desk-offences = Infractions
desk-most-years = { $years ->
    [one] jusqu’à un an
   *[other] jusqu’à { $years } ans
}
desk-most-months = { $months ->
    [one] jusqu’à un mois
   *[other] jusqu’à { $months } mois
}
desk-most-life = jusqu’à la perpétuité
desk-most-death = peine de mort possible
desk-most-fine = amende seulement
desk-unsure = incertain
desk-team = Équipe
desk-to-case = Vers le dossier
desk-received-at = reçue le { $at }
desk-from = de { $who }
desk-stages = Avancement
desk-reading = La pièce est en lecture. Cette page affiche le résultat d’elle-même.
desk-messages = Messages
desk-line = Ligne
desk-when = Quand
desk-sender = Expéditeur
desk-text = Texte
desk-message-message = message
desk-message-call = appel
desk-message-system = avis
desk-message-reaction = réaction
desk-message-deleted = supprimé
desk-message-edited = modifié
desk-pages = Pages
desk-earlier = Précédents
desk-later = Suivants
desk-shown = { $first } à { $last } sur { $all }
desk-no-messages = Aucun message dans cette pièce. Elle est gardée telle quelle et peut être scellée.
desk-account = Chaque octet compté
desk-recognised = Reconnu comme
desk-source-whatsapp-android = conversation WhatsApp (Android)
desk-source-whatsapp-ios = conversation WhatsApp (iPhone)
desk-source-chat-text = conversation dans un fichier texte
desk-source-messenger-encrypted = téléchargement Messenger, conversations chiffrées
desk-source-mbox = boîte aux lettres (mbox)
desk-source-telegram = export Telegram
desk-source-messenger = téléchargement Messenger ou Instagram
desk-source-eml = message électronique
desk-source-sms-backup = sauvegarde de SMS
desk-source-text = texte
desk-source-archive = archive
desk-source-unread = non reconnu
desk-file = Fichier
desk-bytes = Octets
desk-bytes-messages = dans des messages
desk-bytes-skipped = non compris
desk-bytes-blank = vides
desk-not-read-yet = Pas encore lue.
desk-more-files = et { $count } autres fichiers
desk-found = Trouvé dedans
desk-fingerprints = Empreintes
desk-draft-lead = Rempli d’après le dossier. Ce qu’il ne contient pas reste vide dans la pièce, ou se complète ici.
desk-missing-fields = { $count ->
    [0] Rien d’obligatoire ne manque
    [one] Une mention obligatoire manque
   *[other] { $count } mentions obligatoires manquent
}
desk-missing-fields-more = Le document énumère sur une page à part ce qui reste vide.
desk-nothing-missing = Le dossier contient tout ce que ce document doit dire.
desk-mandatory = obligatoire
desk-optional-fields = { $count ->
    [one] Une autre mention possible
   *[other] { $count } autres mentions possibles
}
desk-make = Le document
desk-in-language = Langue
desk-whose-statement = Déclaration de qui ?
desk-nobody-chosen = Personne : laissé en blanc
desk-choose = Choisir
desk-draft-statement = Projet : déclaration
desk-sent-by = Qui l’envoie ?
desk-sent-by-organisation = Nous sommes une organisation
desk-sent-by-organisation-more = Un avis au parquet ou à la police de l’État, avec la demande jointe en projet : seule une autorité peut l’envoyer.
desk-sent-by-authority = Nous sommes l’autorité qui peut l’envoyer
desk-sent-by-authority-more = La demande seule, sans avis.
desk-download-pdf = Télécharger le PDF
desk-answers-not-kept = Vos réponses vont dans le PDF et ne sont enregistrées nulle part.
desk-lawyer-decides = Un projet. Un avocat ou un agent vérifie et décide.
desk-file-lead = Version { $version }. Enregistrer crée une nouvelle version ; les anciennes restent.
desk-file-text = longarm: case/1
desk-save = Enregistrer
desk-record-lead = Qui a fait quoi, quand, dans quel dossier. Il ne montre jamais ce que dit un dossier.
desk-record-check = Vérifier toute la chaîne
desk-record-holds = La chaîne tient : { $count } entrées, aucune changée, aucune manquante.
desk-who = Qui
desk-act = Acte
desk-which = Dossier, objet
desk-role-complainant = personne concernée
desk-role-suspect = mis en cause
desk-role-instigator = instigateur présumé
desk-role-intermediary = intermédiaire présumé
desk-role-recipient = destinataire
desk-role-reporter = déclarant
desk-role-guardian = représentant légal
desk-reason-foreign-number = le numéro est étranger
desk-reason-complainant-abroad = plaignant à l’étranger
desk-reason-sender-abroad = expéditeur à l’étranger
desk-reason-suspect-abroad = mis en cause à l’étranger
desk-reason-suspect-unknown = mis en cause inconnu
desk-reason-no-law = aucune loi
desk-reason-no-evidence = aucune preuve
desk-reason-private-matter = affaire privée
desk-reason-time-limit = délai écoulé
desk-reason-not-competent = incompétence
desk-reason-withdrawn = retrait
desk-reason-unknown = motif inconnu
desk-papers = Sont aussi nécessaires :
desk-article-unknown = article inconnu
desk-people = Personnes
desk-people-lead = Qui travaille ici. Chacun voit seulement les dossiers de ses équipes, l’administration aussi.
desk-add-person = Faire entrer un collègue
desk-add-person-do = Créer le compte
desk-first-passphrase = Première phrase secrète
desk-first-passphrase-help = Dites-la de vive voix ; elle sera changée après la première connexion.
desk-role-label = Rôle
desk-no-role = Choisissez l’un des rôles.
desk-reset = Phrase secrète oubliée
desk-reset-do = Fixer la nouvelle phrase
desk-recovery-key = Clé de secours imprimée
desk-reset-done = { $count ->
    [0] La nouvelle phrase est en place. Aucun dossier à rouvrir.
    [one] La nouvelle phrase est en place, un dossier s’ouvre de nouveau.
   *[other] La nouvelle phrase est en place, { $count } dossiers s’ouvrent de nouveau.
}
desk-change-passphrase = Changer ma phrase secrète
desk-change-passphrase-lead = Toutes vos sessions se ferment, celle-ci aussi ; puis vous entrez avec la nouvelle.
desk-passphrase-old = Phrase secrète actuelle
desk-passphrase-new = Nouvelle phrase secrète
desk-add-member = Ajouter à l’équipe
desk-add-member-do = Ajouter
desk-remove-member = Retirer
desk-more-exhibits = { $count ->
    [one] Une autre pièce
   *[other] { $count } autres pièces
}
desk-stamp = Demander un horodatage
desk-demo-loading = La démonstration se charge. Les dossiers apparaissent ici l’un après l’autre.
desk-demo-sign-in = Une démonstration, ouverte à tous :

desk-second = Second facteur
desk-second-code = Les six chiffres, ou un code de secours
desk-second-help = Les chiffres que l’application affiche maintenant sur le téléphone. Chacun ne sert qu’une fois.
desk-second-lost = Téléphone perdu ? Utilisez un code de secours de votre papier. S’il est perdu aussi, adressez-vous à qui administre votre organisation.
desk-second-lead = Avec un second facteur, une phrase secrète vue ou devinée n’ouvre pas la porte : un code du téléphone est demandé aussi.
desk-second-scan = Scannez cette image avec une application de codes à usage unique (Aegis, FreeOTP ou une autre).
desk-second-by-hand = Saisir à la main
desk-second-first = Les six chiffres affichés maintenant
desk-second-spare = Dix codes de secours
desk-second-spare-lead = Notez-les sur papier maintenant : ils ne seront plus montrés. Chacun ouvre la porte une fois, si le téléphone est perdu.
desk-second-kept = Ils sont sur papier
desk-second-there = Un second facteur est en place. Pour le retirer, donnez l’un de ses codes.
desk-second-drop = Le retirer
desk-colon = {"\u00A0"}:
