# Whom to call first.

calls-title = Appels
calls-lead = Les lieux à appeler en premier : ceux qui sont souvent regardés, dont la fiche est peut-être fausse, et loin desquels il n'y a rien d'autre d'ouvert.
calls-total = { $n ->
    [0] Aucun lieu à appeler
    [one] 1 lieu à appeler
   *[other] { $n } lieux à appeler
}
calls-none = Ici, toutes les fiches qui ont un téléphone sont sûres.
calls-place = Lieu
calls-phone = Téléphone
calls-why = Pourquoi
calls-after = Après l'appel
calls-visits = { $n ->
    [0] pas encore vu en 90 jours
    [one] vu 1 fois en 90 jours
   *[other] vu { $n } fois en 90 jours
}
calls-confirmed = { $field } : dit par le lieu { $ago }
calls-updated = { $field } : mis à jour { $ago }
calls-undated = { $field } : date inconnue
calls-presence = Le lieu existe encore
calls-detour = prochain lieu ouvert à { $distance }
calls-no-other = aucun autre lieu ouvert à moins de 30 km
calls-unanswered = { $n ->
    [one] Pas de réponse le { $date }
   *[other] { $n } appels sans réponse, le dernier le { $date }
}
calls-right = Tout est juste
calls-right-this = Tout est juste : { $name }
calls-correct = À corriger
calls-correct-this = Corriger : { $name }
calls-silent = Pas de réponse
calls-silent-this = Pas de réponse : { $name }
calls-source = par téléphone
note-call-right = C'est noté : le lieu dit que tout est juste.
note-call-silent = C'est noté : ce lieu passe après les autres pendant 14 jours.
