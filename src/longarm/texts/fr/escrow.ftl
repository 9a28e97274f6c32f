escrow-lock = La serrure d’un signalement a été faite pour un autre, ou a été modifiée. Aucun détenteur ne l’ouvre ; on peut demander au membre qui l’a enregistré.
escrow-signature = Aucun membre connu ici ne se porte garant d’un signalement, ou il a été modifié après la signature. Laissez-le de côté.
escrow-log = Rien ne montre qu’un signalement figure dans le journal du point de rencontre. Redemandez la preuve ; s’il ne peut la donner, c’est qu’il cache ou invente des signalements.
escrow-run-out = Un signalement est périmé, ou il est fermé par une autre clé. Laissez-le de côté.
escrow-other = Les signalements ne visent pas tous le même suspect. Ne montrez que ceux qui le visent.
escrow-too-few = Trop peu de personnes ont encore désigné le même suspect. Les signalements restent fermés.
