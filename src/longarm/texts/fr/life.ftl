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
