statement-section = Déclarations recueillies à l’étranger
statement-section-lead = Un agent consulaire recueille la déclaration d’un ressortissant à l’étranger. Il voit la demande et ce qu’il a écrit, et rien d’autre du dossier : ni noms, ni preuves, ni notes, ni référence.
statement-ask = Demander une déclaration
statement-ask-do = Envoyer la demande
statement-ask-help = Qui est entendu, sur quoi, et ce qui ne doit pas être demandé. N’écrivez que le nécessaire. Aucune demande si sa propre ambassade est un danger pour la personne.
statement-officer = Agent consulaire
statement-language = Langue de la déclaration
statement-question = Ce qu’il faut demander
statement-more = Une autre question
statement-close = Clore la demande
statement-reseal = Redonner la clé à l’agent
statement-reseal-why = L’agent a une nouvelle phrase secrète ; la demande ne s’ouvre plus chez lui. Vérifiez par un appel que c’est bien lui, puis redonnez la clé.
statement-taken = parmi les pièces
statement-no-officers = Aucun agent consulaire dans l’organisation
statement-no-officers-more = Qui administre en ajoute un sous Personnes, avec le rôle d’agent consulaire.
statement-mine = Déclarations
statement-mine-lead = Ce que l’on vous demande de recueillir. Seules les demandes sont montrées, rien des dossiers.
statement-asked-by = Demandée par { $name }
statement-state = { $state ->
    [asked] à recueillir
    [given] recueillie
    [locked] ne s’ouvre pas
   *[other] close
}
statement-locked = Cette demande est scellée à votre ancienne clé. L’équipe la remet à nouveau ; rien n’est perdu.
statement-none = Aucune demande
statement-title = Déclaration d’un ressortissant à l’étranger
statement-lead = Dans les mots de la personne, sans questions non demandées, sans images privées. Elle n’est plus modifiée une fois enregistrée ; une erreur se corrige par un ajout.
statement-said = La demande et ce qui a été recueilli
statement-write = Écrire la déclaration
statement-write-help = Elle peut être écrite en plusieurs parties.
statement-text = Texte de la déclaration
statement-give = Enregistrer et remettre à l’équipe
statement-files = Fichiers
statement-add-files = Ajouter des fichiers
statement-files-help = Chiffrés à l’arrivée, et non montrés ici ensuite. Pas d’images privées.
statement-no-files = Aucun fichier n’est accepté pour cette demande : un enfant peut être concerné. Écrivez ce qui est connu.
statement-file-came = Un fichier est arrivé.
statement-no-such = Cette demande de déclaration n’existe pas.
statement-no-officer = Une déclaration se demande à un agent consulaire en fonction dans l’organisation.
statement-forbidden = Un danger noté au dossier interdit cette voie : sa propre ambassade peut être le danger. Aucune déclaration consulaire n’est demandée tant qu’il n’est pas levé.
