probe-there = Cette sonde est déjà plantée. Plantez-en une autre.
probe-none = Il n’y a pas de telle sonde.
probe-number = { $given } : ce n’est pas un numéro de téléphone qu’on puisse appeler. Écrivez-le avec l’indicatif du pays.
probe-words = Convenez de mots d’au moins { $shortest } lettres.
probe-type-words = Les mots convenus :
probe-alarm-title = Un identifiant planté montre que quelque chose ne va pas
probe-alarm = { $finding ->
    [met] { $who } a nommé un numéro de téléphone à nous qui n’a été donné à personne. Qui fait cela essaie des numéros, ou s’est trompé en écrivant : appelez cette organisation et regardez combien elle a enregistré.
    [met_unnamed] { $who } détient le code d’un identifiant que nous avons planté et que personne ne peut nommer. Quelqu’un l’a copié : la plateforme, ou les détenteurs de clé ensemble. N’envoyez rien de nouveau à la plateforme avant que les autres membres aient regardé aussi.
   *[silent] Les mots convenus sont à la plateforme depuis trois jours et aucune correspondance n’est venue. Demandez si l’autre organisation les a plantés aussi ; si oui, la plateforme retient des correspondances.
}
probe-alarm-since = Depuis le { $day }.
probe-somebody = Quelqu’un
