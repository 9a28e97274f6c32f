hit-title = Autres organisations
hit-lead = Les identifiants des suspects sont comparés aux dossiers d’autres organisations par des codes illisibles. Une correspondance est une raison de se parler, jamais une accusation.
hit-list = Qui détient le même
hit-section = Dans d’autres organisations
hit-same = { $name } détient un dossier qui cite aussi { $value }. Demandez : { $desk }.
hit-shared = Tant d’organisations citent { $value } que cela ne dit rien d’une seule personne. Il a été mis de côté.
hit-not-opening = { $name } a rencontré { $value }, mais ce qui l’accompagne ne s’ouvre pas. Cela ne prouve rien.
hit-since = Depuis le { $day }.
hit-not-known = Cette organisation n’est pas encore sur votre liste : demandez sa carte et comparez l’empreinte de vive voix avant de parler.
hit-none = Aucune autre organisation n’a cité le même jusqu’ici.
hit-to-case = Vers le dossier
hit-members = Avec qui ce nœud parle
hit-members-lead = Une organisation n’est acceptée qu’après comparaison de son empreinte de vive voix. Couper agit aussitôt.
hit-role-hub = plateforme d’échange
hit-role-holder = détenteur de clé
hit-role-node = organisation
hit-cut-off-since = coupée depuis le { $day }
hit-cut-off = Couper
hit-cut-off-means = Désormais rien n’y va et rien n’en est pris. Pour l’accepter de nouveau, il faut encore sa carte, et son empreinte de vive voix.
hit-cut-off-do = Couper { $name } maintenant
hit-own = Notre propre carte
hit-own-lead = Qui accepte { $name } appelle et entend cette empreinte. Lisez-la à voix haute ; ne l’envoyez jamais avec la carte.
hit-own-card = Texte de la carte, à remettre
hit-own-card-help = Elle ne contient aucun secret : un courriel ou une clé USB suffit. Chaque plateforme, détenteur de clé et organisation qui doit nous connaître la reçoit.
hit-no-members = La liste est vide.
hit-add = Accepter une organisation
hit-card = Le texte de sa carte (longarm-card/1)
hit-heard = Son empreinte, telle qu’entendue
hit-heard-help = Appelez un numéro connu d’ailleurs et tapez ce que vous entendez. Ne la copiez pas de la carte.
hit-add-do = Accepter
hit-they-allow = La personne concernée a permis la comparaison avec d’autres organisations.
hit-they-do-not = La personne concernée n’a pas permis la comparaison avec d’autres organisations ; rien de ce dossier ne sort.
hit-team-allows = L’équipe a permis la comparaison le { $day } : { $reason }
hit-team-does-not = L’équipe a refusé la comparaison le { $day } : { $reason }
hit-nobody-said = Personne n’a encore décidé si ce dossier est comparé à d’autres organisations ; rien n’en sort.
hit-choose = Décider de la comparaison
hit-choose-help = Personne à l’extérieur n’a de canal vers ce dossier : l’équipe décide. Seuls les identifiants du suspect sont comparés, en codes illisibles.
hit-choose-why = Pourquoi
hit-choose-yes = Permettre la comparaison
hit-choose-no = Ne pas permettre
hit-doubt-title = Une plateforme d’échange est mise en doute
hit-doubt = Le { $day }, { $name } a montré deux journaux qui ne peuvent être un seul (longueurs { $first } et { $second }) : elle dit des choses différentes à différents membres, ou elle a perdu une partie de son journal. Rien de nouveau ne lui est envoyé avant qu’une personne chargée de l’administration ne décide ; ce qui a été retiré l’est toujours. Appelez les autres membres et gardez les deux têtes : { $command }
hit-doubt-told = Le second journal a été montré à { $name }.
hit-doubt-why = Ce que vous avez appris
hit-doubt-settle = Continuer à l’utiliser
hit-doubt-or = Ou coupez-la dans la liste ci-dessous.
hit-doubt-today = La plateforme d’échange est mise en doute ; rien de nouveau ne lui est envoyé.
hit-doubt-none = Aucun doute ne pèse sur cette plateforme.
hit-only-closed = La personne concernée n’a pas permis de comparer dès maintenant ; rien de ce dossier ne sort, sauf le signalement fermé.
hit-escrow-opened = { $name } tient un dossier qui cite aussi { $value }. Son signalement et le nôtre sont restés fermés jusqu’à ce qu’assez de personnes aient cité le même ; ils se sont ouverts l’un à l’autre. Demander : { $desk }.
hit-escrow-not-opening = Le signalement fermé de { $name } au sujet de { $value } s’est ouvert, mais son contenu est illisible. Demander à { $name }.
hit-escrow-vouched = Chaque signalement vaut une personne sur la parole de l’organisation qui l’a déposé. C’est une raison de se parler, pas une preuve ; avant de transmettre davantage, on demande à la personne concernée.
hit-escrow-waits = { $others ->
    [one] La personne concernée garde ce dossier fermé aux autres tant qu’une autre personne n’a pas cité le même.
   *[other] La personne concernée garde ce dossier fermé aux autres tant que { $others } autres personnes n’ont pas cité le même.
}
hit-escrow-lodged = { $count ->
    [one] Un signalement fermé est à la plateforme d’échange. Combien d’autres il y en a n’est dit à personne.
   *[other] { $count } signalements fermés sont à la plateforme d’échange. Combien d’autres il y en a n’est dit à personne.
}
hit-escrow-not-lodged = Aucun signalement fermé n’est encore à la plateforme d’échange : il part avec une des prochaines tournées, si le dossier cite un identifiant du mis en cause.
hit-escrow-new = { $count ->
    [one] un signalement fermé s’est ouvert
   *[other] { $count } signalements fermés se sont ouverts
}
hit-today = D’autres organisations ont le même : personne n’a encore regardé
hit-new = { $count ->
    [one] une nouvelle correspondance
   *[other] { $count } nouvelles correspondances
}
hit-escrow-today = D’autres ont cité le même : des signalements fermés se sont ouverts
hit-escrow-since = depuis { $moment }
hit-escrow-may-be-him = La personne qui a signalé ailleurs est peut-être le mis en cause, qui cherche à savoir si d’autres ont parlé. Ne dites à personne que des signalements se sont ouverts, pas même à la personne de votre dossier, avant d’avoir parlé avec l’autre organisation.
hit-child = Ce dossier concerne peut-être un enfant. Il n’est comparé avec d’autres organisations que si l’équipe le décide, parce que c’est le mieux pour cet enfant, et si personne qui a un code du dossier ne dit non. Le oui d’un représentant légal ne suffit pas : le danger est peut-être à la maison. Aucun signalement fermé n’attend que d’autres aient parlé. Prévenir une autorité et mettre l’enfant à l’abri n’attendent rien de cela.
hit-child-undecided = L’équipe n’a pas encore décidé : rien n’est comparé.
hit-escrow-more = { $count ->
    [one] Un autre signalement de { $name } au sujet de { $value } s’est ouvert.
   *[other] { $count } autres signalements de { $name } au sujet de { $value } se sont ouverts.
}
