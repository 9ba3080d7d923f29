## Minutes

minutes-title = Danevell : { $title }
minutes-way = Gwelet an danevell
minutes-past = Danevelloù
minutes-held-on = Emvod { $date }.
minutes-public-lead = { $name }, { $when }. { $state }.
minutes-state-prevue = Rakwelet
minutes-state-convoquee = Galvet
minutes-state-tenue = Dalc’het
minutes-state-approuvee = Danevell aprouet
minutes-state-annulee = Nullet
minutes-agenda = Roll an traoù da welet
minutes-texte = Danevell
minutes-texte-hint = Ul linenn a grog gant # a zo un titl. Ul linenn a grog gant - a zo un elfenn eus ur roll. Div steredenn a laka gerioù war wel : **pouezus**.
minutes-empty = N’eus netra skrivet evit c’hoazh.
minutes-not-held = Skrivet e vez an danevell goude an emvod.
minutes-not-public = N’eo ket bet aprouet an danevell c’hoazh.
minutes-see-public = Gwelet pajenn foran an emvod
minutes-look = Gwelet an disoc’h
minutes-preview = Rakwel
minutes-saved-at = Enrollet da { $time }.
minutes-last-saved = Enrollet da ziwezhañ : { $when }.
minutes-never-saved = N’eus netra enrollet c’hoazh.
minutes-failed = N’eo ket enrollet : ne respont ket al lec’hienn. Emañ ho testenn amañ atav.
minutes-not-kept = N’eo ket enrollet : unan all en deus enrollet un destenn all bremañ. Dibabit « Enrollañ » evit gwelet an div.
minutes-settled = N’eo ket enrollet : aprouet eo bet an danevell bremañ.
minutes-clash = Unan all en deus enrollet un destenn all e-pad ma skrivec’h. Emañ an div destenn amañ. Lakait en hoc’h hini ar pezh a vank, ha goude enrollit.
minutes-standing = Testenn enrollet d’an { $when }
minutes-standing-hint = Gallout a rit he eilañ.
minutes-mine = Ho testenn
minutes-lost = N’eo ket enrollet ho testenn : aprouet eo bet an danevell bremañ. Gallout a rit he eilañ.
minutes-approve = Aprouiñ an danevell
minutes-approve-submit = Aprouiñ
minutes-approuve-le = Deiz an aprouadenn
minutes-decision = Diviz a aprou anezhi
minutes-decision-hint = Diret.
minutes-no-decision = Hini ebet
minutes-sur = Kadarnaat
minutes-sur-oui = Ne cheñcho ket ken an destenn enrollet. Lennet e vo hini un emvod foran gant an holl.
minutes-unsure = Askit al logell evit kadarnaat.
minutes-wrong-day = Dibabit un deiz etre an emvod ha hiziv.
minutes-wrong-empty = Goullo eo an danevell.
minutes-wrong-moved = Cheñchet eo an destenn bremañ. Adlennit anezhi, ha goude aprouit.
minutes-approved-on = Aprouet d’an { $date }. Ne cheñch ket ken.
minutes-approved-by = Aprouet d’an { $date } gant an diviz { $number }. Ne cheñch ket ken.

## Decisions

decisions-title = Divizoù
decisions-all = An holl
decisions-to-do = D’ober
decisions-late = Dale warno
decisions-done = Graet
decisions-none = Diviz ebet da ziskouez.
decisions-meetings = Emvodoù dalc’het
decisions-no-meeting = N’eus bet emvod ebet c’hoazh : en emvod e vez divizet.
decisions-total = { $n ->
    [0] Diviz ebet.
    [one] Un diviz.
   *[other] { $n } diviz.
}
decisions-late-total = { $n ->
    [one] Dale zo gant unan.
   *[other] Dale zo gant { $n }.
}
decision-named = Diviz { $number } : { $title }
decision-meeting-named = { $title }, d’an { $date }
decision-number = Diviz
decision-meeting = Emvod
decision-owner = Karg
decision-follow-up = Heuliañ
decision-publicity = Lenn
decision-new = Notennañ un diviz
decision-new-lead = Tapout a ra niverenn da-heul ar bloaz. N’eus nemet an izili a lenn anezhañ keit ha n’eo ket embannet.
decision-take = Notennañ an diviz
decision-reunion = Emvod
decision-titre = An diviz, en ul linenn
decision-texte = Testenn glok
decision-texte-hint = Diret. Na skrivit ket anv un den : gallout a ra an destenn bezañ embannet.
decision-lies = Izili engouestlet gantañ
decision-lies-hint = Ma n’askit netra, engouestlañ a ra an holl izili.
decision-binds-all = An holl izili
decision-responsable = Frammadur e karg eus an heuliañ
decision-responsable-hint = Anv ur frammadur. Laoskit goullo ma n’eus netra d’ober.
decision-echeance = D’ober a-raok an
decision-echeance-hint = Diret.
decision-open = d’ober
decision-due = d’ober a-raok an { $date }
decision-late = dale : d’ober a-raok an { $date }
decision-done-on = graet d’an { $date }
decision-private = Lennet gant an izili hepken
decision-public-from = Embannet adalek an { $date }
decision-public-since = Embannet abaoe an { $date }
decision-see-public = Gwelet ar bajenn foran
decision-dissent = Dizemglevioù
decision-dissent-none = N’eus dizemglev ebet notennet.
decision-dissent-named = anv embannet
decision-dissent-private = anv miret etre izili
decision-dissent-add = Notennañ un dizemglev
decision-dissent-add-submit = Notennañ an dizemglev
decision-structure = Ezel
decision-mots = E abegoù
decision-mots-hint = Diret. Gant e c’herioù.
decision-nommer = Embann
decision-nommer-oui = Asantiñ a ra an ezel-mañ bezañ anvet pa vo embannet an diviz
decision-nommer-oui-hint = A-hend-all e kont ar bajenn foran an dizemglev hep e anvañ.
decision-unname = Paouez da anvañ
decision-unname-this = Paouez da anvañ { $name }
decision-do = Heuliañ
decision-do-submit = Graet eo
decision-fait-le = Graet d’an
decision-undo = Heuliañ
decision-undo-submit = N’eo ket graet
decision-publish = Embann
decision-publish-submit = Embann
decision-publier-le = Embann adalek an
decision-publier-le-hint = An holl a lenno an titl, an destenn hag an dizemglevioù a asant o izili embann.
decision-retract = Embann
decision-retract-submit = Tennañ diwar ar bajenn foran
decision-change = Kemmañ an diviz
decision-change-submit = Enrollañ
decision-public-lead = { $name }, d’an { $date }.
decision-against = { $n ->
    [one] Un ezel ne oa ket a-du.
   *[other] { $n } ezel ne oant ket a-du.
}
decision-wrong-title = Skrivit an diviz en ul linenn.
decision-wrong-meeting = Dibabit un emvod bet dalc’het.
decision-wrong-member = Dibabit ur frammadur a oa ezel d’an deiz-se.
decision-wrong-owner = N’eo ket anavezet ar frammadur-mañ.
decision-wrong-nobody = Lavarit piv a zo e karg, pe diverkit an deiziad.
decision-wrong-nothing = N’eus netra d’ober evit an diviz-mañ.
decision-wrong-public = Lennet eo an diviz-mañ gant an holl : tennit anezhañ da gentañ diwar ar bajenn foran.
decision-wrong-day = N’eo ket posupl an deiz-mañ : goude an diviz emañ, ha ne vez graet netra en a-raok.

## What was done

note-minutes-saved = Enrollet eo an danevell.
note-minutes-approved = Aprouet eo an danevell.
note-minutes-not-now = Ne c’hall ket ken cheñch an danevell-mañ.
note-decision-taken = Notennet eo an diviz.
note-decision-saved = Enrollet eo an diviz.
note-decision-contested = Notennet eo an dizemglev.
note-decision-agreed = Tennet eo an dizemglev.
note-decision-unnamed = N’eo ket anvet ken an ezel-mañ war ar bajenn foran.
note-decision-done = Graet eo : notennet eo an heuliañ.
note-decision-undone = Kenderc’hel a ra an heuliañ.
note-decision-published = Embannet eo an diviz.
note-decision-retracted = N’eo ket embannet ken an diviz.
note-decision-not-now = N’eo ket posupl bremañ : sellit pelec’h emañ an diviz.
