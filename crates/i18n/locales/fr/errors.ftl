# What happened, what was kept, what to do.

error-not-found-title = Cette page n'existe pas
error-not-found-text = L'adresse est peut-être incomplète, ou le lieu a changé de nom. Rien n'est perdu : cherchez-le depuis l'accueil.
error-bad-request-title = La demande n'a pas été comprise
error-bad-request-text = Une partie de l'adresse n'est pas lisible. Reprenez depuis l'accueil : votre recherche est à refaire, rien d'autre n'est perdu.
error-forbidden-title = Cette page est réservée
error-forbidden-text = Il faut être connecté pour la voir. Rien n'a été changé. Si votre session est finie, ouvrez-en une autre dans un nouvel onglet, puis revenez ici et recommencez.
error-no-role-title = Aucun de vos rôles ne le permet
error-no-role-text = Cette page ou cette action demande un rôle que vous n'avez pas ici. Rien n'a été changé. Si vous étiez en train de remplir un formulaire, revenez en arrière : ce que vous avez tapé y est encore. Pour avoir ce rôle, adressez-vous à votre structure ou à votre territoire.
error-conflict-title = Quelque chose a changé entre-temps
error-conflict-text = Une autre personne, ou le programme, est passé avant. Rien n'a été perdu : revenez à la page précédente, rechargez-la, puis recommencez si c'est encore utile.
error-method-title = Cette action n'est pas possible ici
error-method-text = Revenez à la page précédente et utilisez ses boutons. Rien n'a été changé.
error-too-large-title = L'envoi est trop gros
error-too-large-text = La limite est de { $limit }. Rien n'a été enregistré : réduisez l'envoi, puis recommencez.
error-too-many-title = Trop de demandes à la suite
error-too-many-text = Attendez { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}, puis recommencez. Rien n'est perdu.
error-timeout-title = La réponse a pris trop de temps
error-timeout-text = Rien n'a été changé. Recommencez dans un instant.
error-internal-title = Une erreur est survenue de notre côté
error-internal-text = Rien n'a été changé. Recommencez dans un instant ; si cela dure, donnez ce numéro à l'équipe : { $id }.
error-unavailable-title = Le service est occupé
error-unavailable-text = Rien n'est perdu. Recommencez dans une minute.

bad-parameter-unknown = « { $name } » n'est pas un critère connu. Critères possibles : { $allowed }.
bad-parameter-value = « { $value } » n'est pas une valeur possible de « { $name } ». Valeurs possibles : { $allowed }.
bad-parameter-text = « { $value } » n'a pas été compris pour « { $name } » : { $expected }.
bad-parameters-ignored = { $n ->
    [one] Un critère n'a pas été compris ; les résultats sont donnés sans lui.
   *[other] { $n } critères n'ont pas été compris ; les résultats sont donnés sans eux.
}
expected-number = un nombre entre { $min } et { $max } est attendu
expected-date = une date, un jour de la semaine ou « maintenant » est attendu
expected-position = une latitude et une longitude en degrés sont attendues
expected-polygon = des points « longitude,latitude » séparés par des points-virgules sont attendus
expected-cursor = reprenez depuis la première page
expected-territory = une forme comme « commune-35238 » est attendue

place-not-found = « { $text } » n'a pas été trouvé. Essayez une commune, un code postal ou une adresse.
place-several = Plusieurs endroits portent ce nom. Lequel cherchez-vous ?

reject-no-name = pas de nom
reject-no-commune = commune introuvable
reject-no-id = pas d'identifiant
reject-duplicate-id = identifiant déjà utilisé dans ce fichier
reject-too-many-columns = plus de cases que de colonnes

outcome-created = créés
outcome-updated = mis à jour
outcome-unchanged = inchangés
outcome-merged = fusionnés
outcome-to-review = à relire
outcome-rejected = refusés
