hub-newer-folder = Un longarm plus récent a créé le dossier { $folder }. Utilisez cette version.
hub-no-hub = Il n’y a pas de plateforme d’échange dans { $folder }. « longarm hub serve » en crée une.
hub-not-a-node = La carte de { $organisation } n’est pas celle d’un nœud. Une plateforme d’échange sert des nœuds.
hub-fingerprint-differs = Ce n’est pas l’empreinte de la carte de { $organisation }. Ne l’ajoutez pas ; appelez l’organisation et comparez de nouveau.
hub-no-such-member = Aucun membre n’a l’empreinte { $fingerprint }. « longarm hub member list » les montre.
