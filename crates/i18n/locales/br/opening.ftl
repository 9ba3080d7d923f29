# DRAFT: waits for a native reader.

open-now = digor
closed-now = serr
open-until-time = betek { $time }
open-until = betek { $moment }
opens-at = digeriñ a ray { $moment }
hours-unknown = eurioù dianav
hours-unknown-call = pellgomzit a-raok dont
open-wanted = digor { $when }
closed-wanted = serr { $when }
unknown-wanted = eurioù dianav { $when }
moment-today = da { $time }
moment-day = { $day } da { $time }
hours-by-appointment = war emgav
hours-none = serr
hours-every-day = bemdez
hours-holidays = deizioù gouel
hours-school-holidays = vakañsoù-skol
hours-out-of-school-holidays = er-maez eus ar vakañsoù-skol
hours-days = eus al { $from } d'ar { $to }
hours-group = { $days } : { $hours }
hours-group-closed = serr { $days }
hours-groups-mark = {" ; "}

known-confirme = kadarnaet gant al lec'h { $ago } ({ $date })
known-probable-place = gwirheñvel : kadarnaet gant al lec'h { $ago } ({ $date })
known-probable-source = gwirheñvel : hizivaet { $ago } ({ $date })
known-a-verifier-place = da wiriañ, pellgomzit a-raok : kadarnaet gant al lec'h { $ago } ({ $date })
known-a-verifier-source = da wiriañ, pellgomzit a-raok : hizivaet { $ago } ({ $date })
known-undated = da wiriañ, pellgomzit a-raok : deiziad dianav

standing-confirme = kadarnaet
standing-probable = gwirheñvel
standing-a-verifier = da wiriañ, pellgomzit a-raok

reasons-title = Perak an disoc'h-mañ ?
reasons-sum = Hollad : { $points } poent
reason-points = { $points } poent
reason-open = Digor d'ar mare goulennet
reason-open-now = Digor bremañ
reason-open-unknown = Eurioù dianav : digor marteze
reason-closed = Serr d'ar mare goulennet
reason-distance = War-hed { $distance }
reason-need = Respont d'hoc'h ezhomm : { $need }
reason-public = Degemer dreist-holl : { $public }
reason-for-everybody = Digor d'an holl
reason-free = Digoust
reason-standing-confirme = Titour kadarnaet gant al lec'h
reason-standing-probable = Titour gwirheñvel
reason-standing-a-verifier = Titour da wiriañ
reason-access = Moned : { $access }
reason-text-match = Klotañ a ra gant ar gerioù klasket
