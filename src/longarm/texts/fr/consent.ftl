consent-contact = Vous pouvez me contacter, uniquement de la façon et à l’heure que je choisis.
consent-counsel = Un avocat qui travaille avec vous peut lire ce que j’ai donné.
consent-authorities = Ce qui est nécessaire peut être transmis aux autorités. Avant chaque étape, vous me dites à qui, et quoi.
consent-platforms = Vous pouvez demander aux applications et aux sites de conserver des comptes ou de retirer ce qui a été publié.
consent-matching = Les numéros et comptes que j’ai cités peuvent être comparés à d’autres dossiers, sans que l’on voie qui je suis.
consent-exchange = Les numéros et comptes que j’ai cités peuvent être comparés à des dossiers d’autres organisations, aussi dans d’autres États. Ils sont d’abord transformés en codes qui ne les montrent pas et ne me montrent pas. S’ils se rencontrent, chacune des deux apprend que l’autre a un tel dossier, et rien de plus.
consent-statistics = Mon dossier peut compter dans des chiffres qui ne disent rien de moi.
consent-escrow = { $others ->
    [one] Mon dossier reste fermé aux autres organisations tant qu’une autre personne n’a pas cité ailleurs le même numéro ou compte.
   *[other] Mon dossier reste fermé aux autres organisations tant que { $others } autres personnes n’ont pas cité ailleurs le même numéro ou compte.
 } Alors les organisations qui tiennent ces dossiers apprennent l’existence les unes des autres, et en un mot de quoi il s’agit.
consent-again = Nos données ont été rétablies à partir d’une copie. Ce qui a été changé ici récemment est peut-être perdu. Merci de revoir chacun de ces points.
consent-asked-again = Toujours ainsi ?
consent-still = Oui, toujours
consent-restored = Nos données ont été rétablies à partir d’une copie. Ce que vous avez changé ici récemment est peut-être perdu : ce que nous pouvons faire, et comment vous joindre. Merci de revoir les deux.
