# Open or not, how fresh, and why a place comes where it comes.

open-now = ouvert
closed-now = fermé
open-until-time = jusqu'à { $time }
open-until = jusqu'à { $moment }
opens-at = ouvre { $moment }
hours-unknown = horaires inconnus
hours-unknown-call = appelez avant de venir
open-wanted = ouvert { $when }
closed-wanted = fermé { $when }
unknown-wanted = horaires inconnus { $when }
moment-today = à { $time }
moment-day = { $day } à { $time }
hours-by-appointment = sur rendez-vous
hours-none = fermé
hours-every-day = tous les jours
hours-holidays = jours fériés
hours-school-holidays = vacances scolaires
hours-out-of-school-holidays = hors vacances scolaires
hours-days = du { $from } au { $to }
hours-group = { $days } : { $hours }
hours-group-closed = fermé { $days }
hours-groups-mark = {" ; "}

known-by-place = confirmé par le lieu { $ago }
known-by-place-old = confirmé par le lieu { $ago } : appelez avant de venir
known-by-source = information mise à jour { $ago }
known-by-source-old = information mise à jour { $ago } : appelez avant de venir
known-undated = date inconnue : appelez avant de venir

freshness-recent = information récente
freshness-a-verifier = à vérifier, appelez avant
freshness-ancien = information ancienne, appelez avant
freshness-sans-date = date inconnue, appelez avant

reasons-title = Pourquoi ce résultat ?
reasons-sum = Total : { $points } points
reason-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
reason-open = Ouvert au moment demandé
reason-open-now = Ouvert maintenant
reason-open-unknown = Horaires inconnus : peut-être ouvert
reason-closed = Fermé au moment demandé
reason-distance = À { $distance }
reason-need = Répond à votre besoin : { $need }
reason-public = Accueille en particulier : { $public }
reason-for-everybody = Ouvert à tout le monde
reason-free = Gratuit
reason-fresh = Information vérifiée récemment
reason-ageing = Information un peu ancienne
reason-stale = Information ancienne
reason-undated = Information sans date
reason-access = Accès : { $access }
reason-text-match = Correspond aux mots cherchés
