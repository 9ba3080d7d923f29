## Committees

meetings-committees-of = Poelladoù : { $name }
meetings-committees-lead = Pep poellad en em vod diouzh e lusk. Un emvod a c'hall bezañ hini ur poellad, pe hini an holl izili.
meetings-committees-none = Poellad ebet evit c'hoazh.
meetings-committees-over = Poelladoù echu
meetings-committee-new = Krouiñ ur poellad
meetings-committee-create = Krouiñ ar poellad
meetings-committee-over = Echu eo ar poellad-mañ abaoe an { $date }.
meetings-committee-end = Echuiñ ar poellad-mañ
meetings-committee-end-do = Echuiñ ar poellad
meetings-kind-strategique = Strategel : divizout a ra
meetings-kind-technique = Teknikel : prientiñ ha heuliañ a ra
meetings-kind-consultatif = Kuzuliañ : reiñ a ra e ali
meetings-kind-autre = All
comite-nom = Anv ar poellad
comite-type = Da betra e servij
comite-rythme = En em vodañ a ra
comite-debut = Abaoe an
comite-terme = Betek an
comite-terme-hint = Lezit goullo ma n'eus termen ebet.
comite-fin = Devezh diwezhañ

## Meetings

meetings-title = Emvodoù
meetings-of = Emvodoù : { $name }
meetings-ahead = Da zont
meetings-ahead-none = N'eus emvod ebet raktreset.
meetings-past = Tremenet
meetings-past-none = N'eus bet emvod ebet.
meetings-late = « { $name } » a zlee en em vodañ a-raok an { $due }. N'eus emvod ebet raktreset.
meetings-late-next = « { $name } » a zlee en em vodañ a-raok an { $due }. E emvod nesañ a vo d'an { $next }.
meetings-plan = Raktresiñ un emvod
meetings-plan-do = Raktresiñ an emvod
meetings-no-committee = An holl izili
meetings-public = An holl a c'hall he gwelet
meetings-public-hint = He deiz, he roll-labour hag, ur wech asantet, he danevell. Biken an dud a oa eno.
seance-titre = Titl
seance-jour = Deiz raktreset
seance-comite = Piv en em vod
seance-publique = Gwelus
meetings-state-prevue = raktreset
meetings-state-convoquee = izili galvet
meetings-state-tenue = bet eo
meetings-state-approuvee = danevell asantet
meetings-state-annulee = nullet
meetings-told-prevue = Raktreset eo an emvod-mañ. N'eo ket bet galvet an izili c'hoazh.
meetings-told-convoquee = Galvet eo bet an izili.
meetings-told-tenue = Bet eo bet an emvod-mañ.
meetings-told-approuvee = Bet eo bet an emvod-mañ hag asantet eo bet he danevell.
meetings-told-annulee = Nullet eo an emvod-mañ.
meetings-when = { $date }, eus { $from } da { $to }
meetings-fact-when = Pegoulz
meetings-fact-where = Pelec'h
meetings-fact-committee = Poellad
meetings-fact-shown = Piv a c'hall he gwelet
meetings-fact-sent = Galv kaset
meetings-fact-reason = Abeg
meetings-shown-public = an holl
meetings-shown-members = an izili
meetings-calendar = Ouzhpennañ en un deiziataer (restr .ics)
meetings-calendar-of = Ouzhpennañ « { $title } » en un deiziataer
meetings-describe = Cheñch an titl, ar poellad pe piv a c'hall he gwelet
meetings-other = Cheñchamantoù all

## Agenda

meetings-agenda = Roll-labour
meetings-agenda-none = N'eo ket skrivet ar roll-labour c'hoazh.
meetings-agenda-write = Skrivañ ar roll-labour
meetings-agenda-hint = Cheñchit un niverenn evit dilec'hiañ ur poent. Diverkit un titl evit lemel ar poent hag e deulioù. Linennoù goullo a zeu en-dro goude enrollañ.
meetings-agenda-save = Enrollañ ar roll-labour
meetings-point = Poent { $n }
meetings-point-named = { $n }. { $title }
meetings-point-order = Niverenn
meetings-point-title = Titl ar poent
meetings-point-minutes = Padelezh, e munutennoù
meetings-minutes = { $n } mun
meetings-document-add = Stagañ un teul
meetings-document-point = Evit peseurt poent
meetings-document-file = Restr
meetings-document-hint = PDF, OpenDocument, Word, Excel, PowerPoint, PNG pe JPEG, 25 Mo d'ar muiañ. An izili hepken a lenn anezhañ.
meetings-document-remove = Lemel { $name }
meetings-document-remove-short = Lemel

## Convocation

meetings-convene = Gervel an izili
meetings-convene-do = Kas ar galv
meetings-convene-again = Gervel adarre
meetings-convene-again-do = Kas ur galv nevez
meetings-convene-note = Pep ezel a resev ur postel gant ar roll-labour hag ur restr evit e zeiziataer.
meetings-convene-past = Tremenet eo an deiz raktreset. Ma'z eo tremenet an eur a roit, ne vo kaset postel ebet.
meetings-unreached = { $n ->
    [one] An ezel-mañ n'en deus chomlec'h anavezet ebet, ha rankout a reer kelaouiñ anezhañ en un doare all : { $names }.
   *[other] An izili-mañ n'o deus chomlec'h anavezet ebet, ha rankout a reer kelaouiñ anezho en un doare all : { $names }.
}
convoc-jour = Deiz
convoc-debut = Eur kregiñ
convoc-fin = Eur echuiñ
convoc-lieu = Lec'h eus ar roll
convoc-lieu-hint = E anv pe chomlec'h e bajenn. Lezit goullo mard emañ an emvod e lec'h all.
convoc-salle = Sal, chomlec'h pe liamm
meetings-cancel = Nullañ an emvod-mañ
meetings-cancel-note = An izili galvet dija a vo kelaouet dre bostel.
meetings-cancel-do = Nullañ an emvod
annulation-motif = Abeg

## Attendance

meetings-attendance = Piv a oa eno
meetings-attendance-again = Reizhañ piv a oa eno
meetings-attendance-hint = Lavarit petra eo bet pep ezel. Hep respont, notet e vo ezvezant. Un ezel bezant a zoug ur galloud hepken.
meetings-attendance-save = Enrollañ piv a oa eno
meetings-presence = Bezañs
meetings-presence-of = Bezañs : { $name }
meetings-proxy = Galloud roet da
meetings-proxy-of = Galloud roet gant { $name } da
meetings-proxy-none = Den ebet
meetings-was-present = Bezant
meetings-was-represente = Dileuriet
meetings-was-represente-by = Dileuriet gant { $name }
meetings-was-excuse = Digarezet
meetings-was-absent = Ezvezant
meetings-voices = { $n ->
    [0] Ezel ebet bezant pe dileuriet.
    [one] Un ezel bezant pe dileuriet.
   *[other] { $n } ezel bezant pe dileuriet.
}

## Refusals

meetings-wrong-missing = Ret eo leuniañ ar vaezienn-mañ.
meetings-wrong-state = Cheñchet eo stad an emvod ha ne c'haller ket en ober ken. Setu pelec'h emañ.
meetings-wrong-moved = Unan bennak en deus cheñchet kement-se etretant. Digorit ar bajenn adarre evit gwelet ar pezh a zo enrollet, ha grit ho cheñchamant en-dro.
meetings-wrong-member = Unan eus ar frammoù-se ne oa ket ezel d'an deiz-se.
meetings-wrong-bearer = Ar framm a zoug ar galloud-mañ n'eo ket notet bezant.
meetings-wrong-proxies = Ar framm-mañ a zoug ur galloud all dija.
meetings-wrong-proxy-missing = Dibabit piv a zoug ar galloud.
meetings-wrong-proxy-other = Ur galloud a ya gant « Dileuriet » : cheñchit ar bezañs, pe dibabit « Den ebet ».
meetings-wrong-backwards = An dibenn a zeu a-raok an deroù.
meetings-wrong-early = N'eo ket deuet eur an emvod c'hoazh.
meetings-wrong-committee = N'eus ket eus ar poellad-mañ d'an deiz-se.
meetings-wrong-place = N'eo ket anavezet al lec'h-mañ.
meetings-wrong-point = N'emañ ket ar poent-mañ er roll-labour ken.
meetings-wrong-number = Skrivit un niver klok.
meetings-wrong-hour = Skrivit un eur, da skouer 14:30.
meetings-wrong-where = Lavarit pelec'h : ul lec'h eus ar roll, ur sal, ur chomlec'h pe ul liamm.
meetings-wrong-file = Dibabit ur restr.

## Notes

note-meetings-saved = Enrollet eo.
note-meetings-planned = Raktreset eo an emvod.
note-meetings-convened = Galvet eo an izili.
note-meetings-cancelled = Nullet eo an emvod.
note-meetings-held = Enrollet eo piv a oa eno.
