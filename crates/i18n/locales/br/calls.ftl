# Piv gervel da gentañ.

calls-title = Galvadennoù
calls-lead = Al lec'hioù da c'hervel da gentañ : ar re a vez gwelet alies, hag a c'hall bezañ faos o fichenn, ha n'eus lec'h digor ebet all tost dezho.
calls-total = { $n ->
    [0] Lec'h ebet da c'hervel
    [one] 1 lec'h da c'hervel
   *[other] { $n } lec'h da c'hervel
}
calls-none = Amañ eo sur an holl fichennoù gant ur bellgomz.
calls-place = Lec'h
calls-phone = Pellgomz
calls-why = Perak
calls-after = Goude ar c'halvadenn
calls-visits = { $n ->
    [0] n'eo ket bet gwelet c'hoazh e 90 devezh
    [one] gwelet 1 wech e 90 devezh
   *[other] gwelet { $n } gwech e 90 devezh
}
calls-confirmed = { $field } : lavaret gant al lec'h { $ago }
calls-updated = { $field } : hizivaet { $ago }
calls-undated = { $field } : deiziad dianav
calls-presence = Al lec'h zo anezhañ c'hoazh
calls-detour = lec'h digor nesañ { $distance } alese
calls-no-other = lec'h digor ebet all e-korf 30 km
calls-unanswered = { $n ->
    [one] Respont ebet d'an { $date }
   *[other] { $n } galvadenn hep respont, an hini diwezhañ d'an { $date }
}
calls-right = Reizh eo pep tra
calls-right-this = Reizh eo pep tra : { $name }
calls-correct = Da reizhañ
calls-correct-this = Reizhañ : { $name }
calls-silent = Respont ebet
calls-silent-this = Respont ebet : { $name }
calls-source = dre bellgomz
note-call-right = Notet eo : al lec'h a lavar eo reizh pep tra.
note-call-silent = Notet eo : al lec'h-mañ a dremeno goude ar re all e-pad 14 devezh.
