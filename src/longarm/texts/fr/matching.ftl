matching-phone-together = { $days ->
    [0] Les deux dossiers nomment un même numéro de téléphone du suspect, utilisé au même moment.
    [1] Les deux dossiers nomment un même numéro de téléphone du suspect, utilisé à un jour d’intervalle.
   *[other] Les deux dossiers nomment un même numéro de téléphone du suspect, utilisé à { $days } jours d’intervalle.
 }
matching-phone-undated = Les deux dossiers nomment un même numéro de téléphone du suspect ; dans l’un d’eux, on ignore quand il servait.
matching-phone-apart = Les deux dossiers nomment un même numéro, mais { $days } jours séparent les deux usages : il a pu être attribué à quelqu’un d’autre.
matching-phone-unsure = Les deux dossiers nomment peut-être un même numéro ; une des lectures est incertaine.
matching-phone-rented = Les deux dossiers nomment un même numéro loué (+888), derrière lequel personne n’est tenu de se trouver.
matching-phone-alias = Les numéros ne diffèrent que par +970 et +972 : en règle générale, une même ligne palestinienne répond aux deux.
matching-account-id = Les deux dossiers nomment un même compte par le numéro propre de la plateforme, qui reste quand le nom change.
matching-handle-together = { $days ->
    [0] Les deux dossiers nomment un même nom de compte sur une même plateforme, utilisé au même moment.
    [1] Les deux dossiers nomment un même nom de compte sur une même plateforme, utilisé à un jour d’intervalle.
   *[other] Les deux dossiers nomment un même nom de compte sur une même plateforme, utilisé à { $days } jours d’intervalle.
 }
matching-handle-undated = Les deux dossiers nomment un même nom de compte sur une même plateforme ; dans l’un d’eux, on ignore quand il servait.
matching-handle-apart = Les deux dossiers nomment un même nom de compte, mais { $days } jours séparent les deux usages : les noms sont abandonnés et repris.
matching-alike = Deux noms des dossiers se ressemblent à l’œil et ne sont pas les mêmes.
matching-email = Les deux dossiers nomment une même boîte de courrier du suspect.
matching-payment-together = { $days ->
    [0] L’argent a été demandé sur un même compte de paiement dans les deux dossiers, au même moment.
    [1] L’argent a été demandé sur un même compte de paiement dans les deux dossiers, à un jour d’intervalle.
   *[other] L’argent a été demandé sur un même compte de paiement dans les deux dossiers, à { $days } jours d’intervalle.
 }
matching-payment-undated = L’argent a été demandé sur un même compte de paiement ; dans l’un des dossiers, on ignore quand.
matching-payment-apart = L’argent a été demandé sur un même compte de paiement, mais { $days } jours séparent les deux : il peut être à quelqu’un d’autre.
matching-wallet = Les deux dossiers nomment un même portefeuille de cryptomonnaie.
matching-wallet-address = Les deux dossiers nomment une même adresse de plateforme d’échange, partagée par de nombreux clients, sans mémo commun.
matching-iban = Les deux dossiers nomment un même compte bancaire.
matching-card = Les deux dossiers nomment une carte aux mêmes six premiers et quatre derniers chiffres ; d’autres cartes les ont aussi.
matching-url = Les deux dossiers nomment une même page.
matching-url-site = Les deux dossiers nomment des pages d’un même domaine.
matching-ip = Les deux dossiers nomment une même adresse internet le même jour ; des milliers de personnes peuvent l’utiliser.
matching-imei = Les deux dossiers nomment un même téléphone par son numéro de série.
matching-name = Les noms des suspects se ressemblent, une fois écartées les façons d’écrire en lettres arabes et latines.
matching-voice = Les deux dossiers contiennent le même enregistrement, octet pour octet.
matching-voice-near = Ce qui s’entend dans les deux dossiers semble, d’après son empreinte acoustique, n’être qu’un seul enregistrement réencodé ou recoupé ({ $bits } bits sur 100 diffèrent). Les voix ne sont pas comparées, et cela ne dit pas qui parle : écoutez les deux.
matching-image-same = { $bits ->
    [0] Les deux dossiers contiennent la même image.
   *[other] Les deux dossiers contiennent la même image, en deux copies un peu différentes (les empreintes diffèrent en { $bits } points sur 256).
 }
matching-image-near = Les deux dossiers contiennent presque la même image (les empreintes diffèrent en { $bits } points sur 256).
matching-image-far = Les dossiers contiennent des images qui sont peut-être la même (les empreintes diffèrent en { $bits } points sur 256) : il faut regarder les deux.
matching-text-same = { $share ->
    [100] Les menaces sont dans les mêmes mots, noms et montants mis à part.
   *[other] Les menaces sont presque dans les mêmes mots : { $share } parts sur 100 en commun, noms et montants mis à part.
 }
matching-text-near = Les menaces sont presque les mêmes : { $share } parts sur 100 en commun, noms et montants mis à part.
matching-text-far = Les menaces se ressemblent : { $share } parts sur 100 en commun, noms et montants mis à part.
matching-aside-listed = « { $identifier } » est le numéro d’une autorité ou d’une ligne d’aide, ou figure sur la liste de ce nœud : il ne relie aucun dossier.
matching-aside-harmed-side = « { $identifier } » est à une personne lésée ou à qui l’aide, selon au moins un dossier : il ne relie aucun dossier avant examen par une personne.
matching-aside-groups-at-one-time = « { $identifier } » est utilisé à la même époque par plusieurs groupes de dossiers par ailleurs différents : il est partagé et ne relie aucun dossier.
matching-aside-degree = « { $identifier } » figure dans { $number } dossiers : à lui seul, il n’en relie aucun avant examen par une personne.
matching-prior = Avant toute connaissance : la rareté d’un même suspect dans deux dossiers
matching-common = retiré parce que beaucoup de dossiers l’ont en commun
matching-part-links = Liens
matching-part-series = Séries
matching-part-aside = Mis de côté
matching-none = aucun
matching-link = { $one } et { $other } : { $strength } ({ $score })
matching-strength-strong = fort
matching-strength-medium = moyen
matching-strength-weak = faible
matching-series = Série { $id } (ensemble { $strength }) : { $cases }
matching-weakest = Lien le plus faible : { $one } et { $other }
matching-bridge = Sans le lien entre { $one } et { $other }, ce seraient deux séries.
matching-judgement = Ce sont des pistes. Une personne compare les deux côtés et décide.
matching-one-case = Il faut au moins deux dossiers pour un rapprochement ; seul { $reference } est donné. Nommez un autre fichier de dossier ou un lot.
matching-same-reference = { $file } : le dossier { $reference } est donné deux fois, avec un contenu différent. Donnez chaque dossier une fois, ou corrigez sa référence.
matching-no-case = { $file } : le lot ne contient pas de case.json. Scellez-le avec « longarm seal --case FICHIER », ou nommez le fichier du dossier.
matching-exhibit-missing = { $file } : nommé comme pièce, mais introuvable sous le fichier du dossier, ou trop grand ; non comparé.
matching-exhibit-large = { $file } : image plus grande que ce qui est ouvert ici, non comparée.
matching-exhibit-damaged = { $file } : image abîmée ou qui n’est pas ce qu’elle paraît, non comparée.
matching-recordings-exact = Les enregistrements n’ont été comparés qu’octet pour octet : il manque à cette machine libchromaprint (Debian : libchromaprint1), ou ce qui confine le processus qui les décoderait (libseccomp2).
matching-no-case-given = Aucun dossier n’a été indiqué. Indiquez au moins un fichier de dossier ou un lot, ou retirez avec --forget un dossier de l’index.
matching-forget-without-index = --forget doit savoir d’où retirer : ajoutez --index et le répertoire.
matching-index-made = Un index a été commencé dans { $folder }. Les identifiants y figurent sous forme d’empreintes à clé, les menaces et les empreintes d’images y sont scellées ; la clé se trouve à côté, et quiconque possède le répertoire avec sa clé peut les lire. Gardez-le là où les dossiers peuvent se trouver, jamais dans un répertoire synchronisé.
matching-index-cut = L’index contient tant d’images ou d’enregistrements semblables que les derniers n’ont pas été comparés : un lien peut manquer. Retirez avec --forget les dossiers qui contiennent les copies.
matching-index-replaced = L’index contenait déjà { $reference } ; ce fichier prend sa place.
matching-index-no-such-case = { $folder } : l’index ne contient aucun dossier { $reference }. Vérifiez la référence, écrite comme dans le fichier du dossier.
matching-index-foreign = { $folder } n’est pas un index de longarm match : autre chose s’y trouve. Indiquez un répertoire vide ou nouveau.
matching-index-no-key = { $folder } : l’index est là, mais pas sa clé. Remettez le fichier « key », ou commencez un nouvel index dans un autre répertoire.
matching-index-damaged = { $folder } : l’index a été modifié, n’est pas entier ou relève d’une autre clé. Reprenez une copie, ou commencez-en un nouveau dans un autre répertoire avec les fichiers des dossiers.
matching-index-version = { $folder } : l’index a été écrit par une autre version de longarm. Utilisez cette version, ou commencez un nouvel index dans un autre répertoire avec les fichiers des dossiers.
matching-index-busy = { $folder } : un autre longarm match travaille sur cet index. Réessayez quand il aura fini.
matching-index-unreadable = { $folder } : l’index ne peut être ouvert ({ $why }). Vérifiez le répertoire et ses droits.
matching-index-unwritten = { $folder } : l’index n’a pas pu être écrit ({ $why }) ; il est tel qu’avant. Libérez de la place ou corrigez les droits, puis relancez la commande.
