# Contenus des fichiers joints : où ils sont gardés, et ce qui manque.
bodies-wrong-file-away = Le fichier n’a pas pu être gardé : l’endroit où vont les fichiers ne répond pas. Rien n’a été enregistré. Réessayez dans quelques minutes ; si cela dure, prévenez la personne qui s’occupe du site.
error-file-missing-title = Ce fichier n’est plus là
error-file-missing-text = On sait qu’il a été joint, mais son contenu manque. Demandez-le à la personne qui l’a joint, pour le joindre de nouveau, et prévenez la personne qui s’occupe du site : elle peut le reprendre dans une sauvegarde.
error-file-altered-title = Ce fichier a été modifié
error-file-altered-text = Le contenu gardé n’est pas celui qui a été joint : il ne vous est pas donné. Demandez-le à la personne qui l’a joint, et prévenez la personne qui s’occupe du site : elle peut le reprendre dans une sauvegarde.
error-files-away-title = Les fichiers ne répondent pas
error-files-away-text = L’endroit où sont gardés les fichiers ne répond pas. Rien n’est perdu. Réessayez dans quelques minutes ; si cela dure, prévenez la personne qui s’occupe du site.

refusal-files-folder = le dossier des fichiers joints ne peut pas être lu ou écrit ({ $what }) : vérifiez ses droits et la place libre
refusal-files-unreachable = le stockage S3 ne répond pas ({ $what }) : vérifiez --s3-endpoint et le réseau, puis recommencez
refusal-files-no-bucket = le stockage S3 n’a pas de compartiment (bucket) « { $what } » : créez-le, ou corrigez --files
refusal-files-refused = le stockage S3 refuse ({ $what }) : vérifiez les clés, la région (--s3-region) et leurs droits sur le compartiment
refusal-files-unread = le stockage S3 n’a pas répondu comme il faut ({ $what }) : recommencez, puis vérifiez --s3-endpoint
refusal-files-missing = le contenu d’un fichier manque : « portulan files check » dit lesquels ; remettez-le depuis une sauvegarde, ou donnez --files s’il est gardé ailleurs
refusal-files-altered = le contenu d’un fichier a été modifié : « portulan files check » dit lesquels ; remettez-le depuis une sauvegarde
cli-s3-endpoint = --s3-endpoint n’est pas une adresse : écrivez https://stockage.exemple.fr
cli-s3-path = --files s3://… : le compartiment et son préfixe n’ont que des lettres sans accent, des chiffres, des points, des tirets et des traits bas
cli-s3-keys = les clés du stockage S3 manquent : donnez PORTULAN_S3_ACCESS_KEY, et PORTULAN_S3_SECRET_KEY_FILE ou PORTULAN_S3_SECRET_KEY
cli-files-checked = { $count ->
    [one] { $count } fichier joint, contenu relu.
   *[other] { $count } fichiers joints, contenus relus.
}
cli-files-missing = contenu manquant : { $name } ({ $owner }), { $digest }
cli-files-altered = contenu modifié : { $name } ({ $owner }), { $digest }
cli-files-lost = des contenus manquent ou ont été modifiés : remettez-les depuis une sauvegarde, ou joignez-les de nouveau
cli-files-moved = { $count ->
    [one] { $count } contenu déplacé ({ $bytes } octets).
   *[other] { $count } contenus déplacés ({ $bytes } octets).
} Lancez maintenant le site avec le nouveau --files, puis enlevez vous-même ce qui reste à l’ancien endroit.
cli-files-left = contenu introuvable, laissé : { $name }
cli-backup-without = Attention : la copie ne contient pas le contenu du fichier { $file }, introuvable ou modifié. « portulan files check » dit lequel.
doctor-files = fichiers joints : { $value }
doctor-files-missing = fichiers joints dont le contenu manque : { $value }
doctor-files-missing-advice = vérifiez --files ; remettez ces contenus depuis une sauvegarde, ou joignez-les de nouveau
doctor-files-away = les contenus des fichiers joints ne peuvent pas être lus : { $value }
doctor-files-away-advice = vérifiez --files, les droits du dossier, ou l’adresse, les clés et la région du stockage S3
doctor-files-foreign = l’endroit que --files nomme porte la marque d’une autre installation : rien n’y est enlevé
doctor-files-foreign-advice = donnez un autre --files à un essai ; si cette installation remplace l’autre pour de bon, effacez le fichier « installation » de cet endroit
