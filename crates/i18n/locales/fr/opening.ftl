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

known-confirme = confirmé par le lieu { $ago } ({ $date })
known-probable-place = probable : confirmé par le lieu { $ago } ({ $date })
known-probable-source = probable : mis à jour { $ago } ({ $date })
known-a-verifier-place = à vérifier, appelez avant : confirmé par le lieu { $ago } ({ $date })
known-a-verifier-source = à vérifier, appelez avant : mis à jour { $ago } ({ $date })
known-undated = à vérifier, appelez avant : date inconnue

standing-confirme = confirmé
standing-probable = probable
standing-a-verifier = à vérifier, appelez avant

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
reason-standing-confirme = Information confirmée par le lieu
reason-standing-probable = Information probable
reason-standing-a-verifier = Information à vérifier
reason-access = Accès : { $access }
reason-text-match = Correspond aux mots cherchés
