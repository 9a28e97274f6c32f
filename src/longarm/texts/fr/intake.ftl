intake-title = Recettes du jour
intake-exit-address = https://www.google.com/search?q=recettes
intake-exit = Quitter vite
intake-exit-help = ou appuyez trois fois sur Échap
intake-languages = Langue
intake-demonstration = Démonstration : rien n’est conservé ici, et personne ne le lit encore.
intake-way = Étape { $step } sur { $all }
intake-next = Suivant
intake-back = Précédent
intake-send = Terminer la démonstration
intake-again = Recommencer
intake-pick-many = Plusieurs réponses sont possibles
intake-too-old = Beaucoup de temps a passé : nous voici revenus au début. Rien de ce qui a été écrit n’est conservé.

intake-not-fault = C’est un crime, la faute est à la personne qui vous menace, pas à vous.
intake-control = Vous décidez à chaque étape et pouvez arrêter à tout moment.
intake-skip = Vous pouvez laisser toute question sans réponse.
intake-limits = Nous gardons le secret, sauf si une vie ou un enfant est en danger ; si possible, nous vous le disons d’abord.
intake-no-pay = Avant de payer quoi que ce soit, parlons-en : payer met rarement fin aux menaces.
intake-keep = Mieux vaut ne rien supprimer pour l’instant. Si garder est dangereux, nous scellons une copie avec vous, puis vous supprimez.
intake-no-image = Ne nous envoyez pas l’image ; nous n’en avons pas besoin.
intake-honest = Je ne sais pas encore s’il sera puni ; voici ce qui peut être fait aujourd’hui.

intake-welcome = Quelqu’un est à vos côtés, et ce n’est pas votre faute. Commençons par votre sécurité.
intake-no-name = Nous ne demandons pas votre nom et ne gardons rien sur ce téléphone.
intake-history = L’adresse de cette page reste dans l’historique du navigateur. « Quitter vite » ouvre une autre page ; cela n’efface pas l’historique.

intake-safety = Un danger vous menace-t-il maintenant ?
intake-safety-family = Quelqu’un de ma famille ou de mon entourage pourrait me faire du mal s’il l’apprenait
    .more = Nous vous contactons seulement de la façon et à l’heure qui vous conviennent
intake-safety-home = Je vis avec quelqu’un qui me fait peur
    .more = Nous cherchons avec vous une heure et un téléphone hors de sa portée
intake-safety-self-harm = Je pense à me faire du mal
    .more = Nous commençons par là, avant toute autre chose
intake-safety-safe = Non, je suis en sécurité maintenant
    .more = { "" }

intake-life = Votre vie compte plus que tout ce que disent ces messages
intake-life-heard = Merci de l’avoir dit. Beaucoup de gens ont cette pensée dans un tel moment, puis elle passe.
intake-life-near = Si le danger est proche : le numéro d’urgence du pays où vous êtes.
intake-life-person = Y a-t-il une personne de confiance ? Sa présence aide, même sans un mot.
intake-life-lines = Cette démonstration n’affiche aucun numéro d’aide : une personne appelle d’abord chaque numéro avant que nous l’affichions.
intake-life-later = Les autres questions peuvent attendre.

intake-phone = Quelqu’un ouvre-t-il ou surveille-t-il votre téléphone ?
intake-phone-yes = Oui, ou je ne sais pas
    .more = Un autre téléphone ou appareil est plus sûr, s’il y en a un
intake-phone-no = Non
    .more = { "" }
intake-phone-watched = Si le téléphone est surveillé, tout changement peut se remarquer. Mieux vaut continuer sur un autre appareil.

intake-child = Une personne de moins de { $age } ans figure-t-elle dans les images ou dans ce qui est exigé ?
intake-child-yes = Oui
    .more = { "" }
intake-child-unsure = Je ne sais pas
    .more = { "" }
intake-child-no = Non
    .more = { "" }

intake-child-road = La sécurité de l’enfant d’abord
intake-child-road-no-file = Nous ne prenons ici ni image ni fichier. Nous continuons avec des mots seulement.
intake-child-road-no-copy = Ne gardez aucune copie des images et ne les envoyez à personne, pas même à ceux qui vous aident. Il suffit de savoir où elles sont : le compte ou l’adresse, et l’heure.
intake-child-road-not-guilty = L’enfant n’est pas en faute, ni la personne qui demande de l’aide.
intake-child-road-once = Il suffit que l’enfant raconte une seule fois, à quelqu’un qui sait écouter les enfants.
intake-child-road-takedown = Pour des images faites avant { $age } ans : { $service } demande leur retrait et ne les voit pas. Son adresse : { $address }

intake-who = Pour qui demandons-nous de l’aide ?
intake-who-me = Pour moi
    .more = { "" }
intake-who-other = Pour quelqu’un que je connais
    .more = De préférence avec l’accord de cette personne
intake-who-recipient = J’ai reçu des messages au sujet de quelqu’un
    .more = Il n’est pas nécessaire de les transférer

intake-what = Que s’est-il passé ?
intake-what-threat = Une menace de publier quelque chose sur moi
    .more = { "" }
intake-what-money = Une demande d’argent
    .more = { "" }
intake-what-demand = Une demande d’images, d’actes ou de rencontre
    .more = { "" }
intake-what-fake = Une page ou un compte à mon nom ou avec mes photos
    .more = { "" }
intake-what-published = Quelque chose sur moi a été envoyé à d’autres ou publié
    .more = { "" }
intake-what-official = Quelqu’un qui se dit de la police ou d’une autorité
    .more = { "" }
intake-what-other = Autre chose
    .more = { "" }

intake-words = Ce qui s’est passé, avec vos mots
intake-words-label = Dans n’importe quel ordre. Quand cela a-t-il commencé ? Depuis quel numéro ou compte ? Qu’a-t-on exigé ?
intake-words-enough = Une phrase suffit. Aucun détail intime n’est nécessaire.
intake-files = Le fichier de la conversation, si vous l’avez
intake-files-help = L’export d’une conversation WhatsApp, Messenger ou Telegram. Dans cette démonstration, le fichier n’est pas conservé.
intake-no-files = Avec des mots seulement : tant qu’une personne concernée peut avoir moins de { $age } ans, nous ne prenons pas de fichiers.

intake-end = La démonstration est terminée ; rien n’a été conservé
intake-end-not-sent = Ce que vous avez écrit n’est parvenu à personne. Cette page montre à quoi ressemblera une demande ; elle n’en reçoit pas encore.
intake-end-code = Code de suivi
intake-end-code-later = Dans le service lui-même, un code s’affiche ici. Lui seul ramène à votre demande. À garder là où personne ne le voit.
intake-end-code-sample = Un exemple seulement ; il n’ouvre rien.
intake-end-answers = Vos réponses sur cet écran
intake-end-none = sans réponse
intake-end-words = { $count ->
    [0] rien d’écrit
    [one] un mot
   *[other] { $count } mots
}
intake-end-file = Un fichier de { $size } octets, lu et non conservé. Son empreinte :
intake-end-leave = Quand vous fermez cette page, rien de ce que vous avez écrit ne reste.
