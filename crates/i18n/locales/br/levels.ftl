# Brouillon : à relire par une personne de langue bretonne.

nav-levels = Piv a labour amañ ?
levels-title = Piv a labour amañ ?
levels-title-of = Piv a labour amañ ? { $name }
levels-about = Piv a ra petra evit skoazellañ gant an niverel, adalek ar Stad betek ar c'harter : { $name }.
levels-lead = Piv a ra petra evit skoazellañ gant an niverel, adalek ar Stad betek korn ar straed.
levels-field = Ur chomlec'h, ur c'harter, ur gumun…
levels-example = 42 cours Kennedy, Roazhon
levels-not-found = « { $text } » n'eo ket ul lec'h anavezet. Klaskit ur gumun, ur c'hod-post, pe ur chomlec'h gant e gumun.
levels-whole-country = Gwelet Frañs a-bezh
levels-around-you = El lec'h m'emaoc'h
levels-elsewhere = Cheñch chomlec'h
levels-compare-or-day = Keñveriañ, cheñch deiziad
levels-print = Moullañ (1 bajenn)
levels-page-territory = Kavout skoazell amañ
levels-page-organisation = Pajenn ar framm
levels-page-place = Eurioù ha servijoù al lec'h
levels-link-territory = Piv a labour amañ ?
levels-compare = Keñveriañ gant
levels-compare-example = Sant-Maloù
levels-day = D'an deiziad
levels-show = Diskouez
levels-today = Distreiñ da hiziv
levels-on = Setu penaos e oa d'an { $date }. Al lec'hioù skoazell a zo re hiziv.
levels-wrong-day = « { $text } » n'eo ket un deiziad : skrivit evel 2024-01-15. Setu penaos emañ hiziv.
levels-wrong-with = « { $text } » n'eo ket un tiriad anavezet. Skrivit ur gumun, un etrekumuniezh pe un departamant.
levels-two = { $one } ha { $two }
levels-level = Live

levels-level-etat = Stad
levels-level-region = Rannvro
levels-level-departement = Departamant
levels-level-epci = Etrekumuniezh
levels-level-metropole = Meurgêr
levels-level-commune = Kumun
levels-level-quartier = Karter
levels-level-near = Tostañ
levels-says-etat = Ar Stad a ro ar pal evit ar vro a-bezh hag a arc'hanta ul lod.
levels-says-region = Ar rannvro a liamm an departamantoù hag a stumm ar skipailhoù.
levels-says-departement = An departamant a vod ar re a labour, en-dro d'ur steuñv boutin.
levels-says-epci = Ar c'humunioù a laka o doareoù asambles.
levels-says-commune = Ar gumun a zigor lec'hioù hag a zegemer an dud.
levels-says-quartier = Al lec'hioù hag ar skipailhoù tost war droad.
levels-not-led = Ren dianav
levels-near = Lec'hioù ar c'harter
levels-nothing-near = Lec'h anavezet ebet er c'harter
levels-lead-row = Ren

levels-contact = Darempred
levels-led-by = Douget gant
levels-run-by = Buhezet gant
levels-others = { $n ->
    [one] { $n } all
   *[other] { $n } all
}
levels-members = Piv a gemer perzh
levels-member-count = { $n ->
    [one] { $n } aozadur
   *[other] { $n } aozadur
}
levels-roadmap = Follenn-hent
levels-in-consultation = emeur o kuzuliañ
levels-years = { $from }–{ $to }
levels-meeting = Emgav a-zeu
levels-at = { $date } da { $time }
levels-actions = Ar pezh a vez graet amañ
levels-done = graet
levels-underway = war ober
levels-schemes = Rouedadoù ha programmoù
levels-clusters = Lec'hioù a labour asambles
levels-sectors = Gennad
levels-posts = Skipailh
levels-places = Lec'hioù skoazell
levels-other-bodies = El live-mañ ivez
levels-bodies = Piv a ren
levels-body-count = { $n ->
    [one] { $n } gouarnañs
   *[other] { $n } gouarnañs
}
levels-counted = { $name } ({ $n })
levels-more = { $n ->
    [one] ha { $n } all
   *[other] ha { $n } all
}
levels-post-conseiller-numerique = { $n ->
    [one] { $n } post kuzulier niverel
   *[other] { $n } post kuzulier niverel
}
levels-post-coordinateur = { $n ->
    [one] { $n } post kenurzhiañ
   *[other] { $n } post kenurzhiañ
}
levels-post-mediateur = { $n ->
    [one] { $n } post hanterouriezh niverel
   *[other] { $n } post hanterouriezh niverel
}
levels-post-informaticien-public = { $n ->
    [one] { $n } post stlennegour foran
   *[other] { $n } post stlennegour foran
}
levels-post-autre = { $n ->
    [one] { $n } post all
   *[other] { $n } post all
}

# Ar pezh a vank, evit ar re a genurzh.
levels-missing = Ar pezh a vank
gap-no-body = Gouarnañs anavezet ebet el live-mañ.
gap-no-area = « { $name } » ne lavar ket peseurt kumunioù a c'holo.
gap-no-referent = « { $name } » n'he deus darempred ebet.
gap-no-roadmap = « { $name } » n'he deus follenn-hent ebet.
gap-roadmap-awaited = N'eo ket gwiriekaet c'hoazh ar follenn-hent « { $name } ».
gap-roadmap-over = Echu eo ar follenn-hent « { $name } ».
gap-no-meeting = « { $name } » n'he deus emgav ebet da zont.
gap-unserved = { $n ->
    [one] Ur pal eus « { $name } » n'eo heuliet gant ober ebet amañ.
   *[other] { $n } pal eus « { $name } » n'int heuliet gant ober ebet amañ.
}
gap-unlinked = N'eo stag ar bod « { $name } » ouzh etrekumuniezh ebet.
gap-uncovered-sector = Den ne c'holo ar gennad « { $name } ».
gap-vacant-post = Post da leuniañ : { $name }.
gap-funding-ends = Dibenn an arc'hantaouiñ d'an { $date } : { $name }.
gap-contract-ends = Dibenn ar gevrat d'an { $date } : { $name }.
gap-lone-places = { $n ->
    [one] Ul lec'h n'emañ e rouedad ebet.
   *[other] { $n } lec'h n'emaint e rouedad ebet.
}
gap-no-place = Lec'h skoazell anavezet ebet amañ.
gap-step-body = Krouiñ ur gouarnañs
gap-step-area = Dibab ar c'humunioù
gap-step-referent = Envel un darempred
gap-step-roadmap = Skrivañ ur follenn-hent
gap-step-validate = Gwelet pelec'h emañ
gap-step-renew = Prientiñ an hini da-heul
gap-step-meeting = Steuñviñ un emgav
gap-step-serve = Gwelet ar palioù
gap-step-link = Stagañ ar bod
gap-step-post = Gwelet ar post
gap-step-place = Ouzhpennañ ul lec'h

# Muzuliadennoù.
bench-levels-too-few = --bodies : da nebeutañ { $fewest } gouarnañs
bench-levels-size = { $bodies } gouarnañs, { $members } ezel, { $roadmaps } follenn-hent, { $actions } ober : { $ours } µs evit pajenn al liveoù, { $place } evit hini ul lec'h, da lavaret eo { $ratio } gwech muioc'h
bench-levels-growth = Gant ar vent vrasañ, war { $communes } kumun : { $ratio } gwech pajenn ul lec'h. Kresk gant niver ar gouarnañsoù : mac'her { $exponent }
bench-levels-widest = { $address }, goulennet ur wech : { $time } ms, { $kilobytes } Kio, mac’her { $exponent }
levels-also = Gwelout ivez
