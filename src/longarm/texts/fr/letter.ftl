letter-told = Le premier récit
letter-gave = Un fichier est arrivé
letter-withdrew = Tout a été retiré : plus rien n’en est utilisé, et personne ne prend contact
letter-took-back = Un accord a été retiré : { $use }
letter-allowed = Un accord a été donné : { $use }
letter-wishes = Le choix du moyen de contact a changé
letter-asks-invitation = Un code pour une autre personne a été demandé ; il fonctionnera quand l’équipe l’aura confirmé
letter-passed-on = Comme vous l’avez permis, quelque chose de cette affaire a été transmis à un autre organisme qui peut aider.
