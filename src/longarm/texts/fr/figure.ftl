figure-not-one = Ce n’est pas un fichier de chiffres (longarm-figures-file/1). Demandez à l’organisation le fichier qu’elle a publié.
figure-too-large = Un fichier de chiffres ne dépasse pas { $most } Mio. Il n’a pas été lu ; demandez à l’organisation le fichier qu’elle a publié.
figure-other-version = Ce fichier de chiffres est d’une autre version que celle que ce programme lit (longarm-figures-file/1). L’un des deux doit être mis à jour.
figure-changed = Les chiffres ont été modifiés après leur signature. Ne les utilisez pas ; redemandez le fichier à l’organisation, par une autre voie.
figure-absurd = La signature est bonne, mais aucun nœud ne peut avoir compté ces chiffres : un trimestre, un État, un mot ou un nombre erroné, ou une case répétée. Ils n’ont pas été repris ; appelez l’organisation.
