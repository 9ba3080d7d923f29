# Brouillon : à relire par une personne de langue bretonne.

mail-hello = Demat deoc'h,
mail-until = Talvezout a ra al liamm-mañ betek an { $date } da { $time }.
mail-link-help = Ma ne zigor ket al liamm, eilit ar chomlec'h-mañ en ho merdeer :
mail-from = Kemennadenn emgefre a-berzh { $site }. Ne vez ket lennet ar respontoù.
mail-unsubscribe = Chom hep resev ar goulennoù-se ken

## One message after the other

mail-sign-in-link-subject = Ho liamm evit kevreañ
mail-sign-in-link-text = Goulennet hoc'h eus kevreañ. Digorit al liamm-mañ er merdeer ho peus goulennet anezhañ. Ur wech hepken e talvez.
mail-sign-in-link-action = Kevreañ
mail-sign-in-link-why = N'hoc'h eus goulennet netra ? Na rit netra : hep al liamm-mañ ne c'hall den mont tre.
mail-invitation-subject = Pedet oc'h gant { $by }
mail-invitation-text = Gant { $by } oc'h pedet da zerc'hel war-wel, evit { $organisation }, al lec'hioù a sikour an dud gant an niverel.
mail-invitation-text-alone = Gant { $by } oc'h pedet da zerc'hel war-wel al lec'hioù a sikour an dud gant an niverel.
mail-invitation-action = Asantiñ ha krouiñ va c'hont
mail-invitation-why = N'anavezit ket an den-mañ ? Na rit netra : hep hoc'h asant ne vez krouet kont ebet.
mail-address-changed-subject = Cheñchet eo chomlec'h ho kont
mail-address-changed-text = Ur chomlec'h postel all a gemer plas hemañ evit ho kont. D'ar chomlec'h nevez ez aio ar c'hemennadennoù da zont.
mail-address-changed-why = N'eo ket c'hwi ? Kelaouit diouzhtu an den a ra war-dro al lec'hienn-mañ : gallout a ra reiñ ho kont deoc'h en-dro.
mail-password-changed-subject = Cheñchet eo ho ker-tremen
mail-password-changed-text = Emañ ger-tremen ho kont o paouez bezañ cheñchet. Serret eo bet an estezioù all.
mail-password-changed-why = N'eo ket c'hwi ? Kit da bajenn ar c'hevreañ ha dibabit « Ger-tremen ankounac'haet », ha kelaouit an den a ra war-dro al lec'hienn-mañ.
mail-recovery-subject = Dibab ur ger-tremen nevez
mail-recovery-text = Lavaret hoc'h eus eo ankounac'haet ho ker-tremen. Digorit al liamm-mañ, er merdeer ho peus goulennet anezhañ, evit dibab unan all. Ur wech hepken e talvez.
mail-recovery-action = Dibab ur ger-tremen
mail-recovery-why = N'hoc'h eus goulennet netra ? Na rit netra : hep al liamm-mañ ne c'hall den cheñch ho ker-tremen.
mail-door-changed-subject = Cheñchet eo hoc'h doareoù da vont e-barzh
mail-door-changed-key-added = Un alc'hwez a zo bet ouzhpennet d'ho kont : « { $name } ». Digeriñ a ra ho kont.
mail-door-changed-key-removed = Un alc'hwez a zo bet tennet eus ho kont : « { $name } ». Ne zigor netra ken.
mail-door-changed-provider-added = Ur servij anaout a zo bet ouzhpennet d'ho kont : { $name }. Digeriñ a ra ho kont.
mail-door-changed-provider-removed = Ur servij anaout a zo bet tennet eus ho kont : { $name }. Ne zigor ket ho kont ken.
mail-door-changed-action = Serriñ va holl estezioù
mail-door-changed-why = C'hwi eo ? Na rit netra. N'eo ket c'hwi ? Serrit an holl estezioù gant al liamm-mañ, kevreit en-dro, tennit diouzh « Va c'hont » ar pezh n'anavezit ket, ha kelaouit an den a ra war-dro al lec'hienn-mañ.
mail-new-browser-subject = Digoret eo bet ho kont war ur benveg nevez
mail-new-browser-text = Unan bennak a zo aet en ho kont gant ur merdeer na anavezemp ket : { $browser }, d'an { $date } da { $time }.
mail-new-browser-action = Serriñ va holl estezioù
mail-new-browser-why = C'hwi eo ? Na rit netra. N'eo ket c'hwi ? Serrit an holl estezioù gant al liamm-mañ, ha dibabit ur ger-tremen all.
mail-proposal-received-subject = Ho kinnig : { $place }
mail-proposal-received-text = Trugarez evit ar pezh hoc'h eus lavaret deomp diwar-benn { $place }. Kadarnait ho chomlec'h evit ma vo studiet ho kinnig. Gant ar memes liamm e welot pelec'h emañ.
mail-proposal-received-action = Kadarnaat ha heuliañ va c'hinnig
mail-proposal-received-why = N'hoc'h eus kinniget netra ? Na rit netra : ne vo ket kemeret ar c'hinnig dindan ho chomlec'h.
mail-proposal-answered-subject = Respont d'ho kinnig : { $place }
mail-proposal-answered-accepted = Degemeret eo ho kinnig diwar-benn { $place }. Hizivaet eo ar fichenn. Trugarez !
mail-proposal-answered-partly = Degemeret eo ul lodenn eus ho kinnig diwar-benn { $place }, ha hizivaet eo ar fichenn. N'eo ket bet kemeret ar peurrest.
mail-proposal-answered-merged = Anavezet e oa { $place } dindan ur fichenn all dija. Trugarez !
mail-proposal-answered-refused = N'eo ket bet kemeret ho kinnig diwar-benn { $place }.
mail-proposal-answered-quote = Ar pezh a lavar an den en deus studiet anezhañ :
mail-proposal-answered-action = Gwelet va c'hinnig
mail-proposal-answered-why = Resev a rit ar gemennadenn-mañ peogwir hoc'h eus lezet ho chomlec'h gant ho kinnig.
mail-proposal-question-subject = Ur goulenn diwar-benn ho kinnig : { $place }
mail-proposal-question-text = A-raok respont d'ho kinnig diwar-benn { $place } hon eus ezhomm da c'houzout un dra bennak ouzhpenn.
mail-proposal-question-quote = Ar goulenn :
mail-proposal-question-action = Respont
mail-proposal-question-why = Resev a rit ar gemennadenn-mañ peogwir hoc'h eus lezet ho chomlec'h gant ho kinnig.
mail-campaign-digest-subject = { $n ->
    [one] Deskrivet mat eo ho lec'h bepred ?
   *[other] Deskrivet mat eo ho { $n } lec'h bepred ?
}
mail-campaign-digest-text = { $n ->
    [one] Tud a gav sikour amañ a-drugarez da { $organisation }. Lavarit deomp gant ur c'hlik ha reizh eo ar pezh a zo skrivet diwar-benn al lec'h-mañ, pe reizhit anezhañ. N'eus ket ezhomm a gont.
   *[other] Tud a gav sikour amañ a-drugarez da { $organisation }. Lavarit deomp gant ur c'hlik ha reizh eo ar pezh a zo skrivet diwar-benn al lec'hioù-mañ, pe reizhit anezhañ. N'eus ket ezhomm a gont.
}
mail-campaign-digest-action = Gwiriañ
mail-campaign-digest-why = Resev a rit ar gemennadenn-mañ peogwir eo ar chomlec'h-mañ an hini darempred.
mail-campaign-reminder-subject = { $n ->
    [one] Adc'halv : gortoz a ra ho lec'h ho respont
   *[other] Adc'halv : { $n } lec'h a c'hortoz ho respont
}
mail-campaign-reminder-text = { $n ->
    [one] N'hon eus ket ho respont c'hoazh evit { $organisation }. Hepzañ e vo diskouezet al lec'h-mañ « da wiriañ ». Trawalc'h eo ur c'hlik ma'z eo reizh pep tra.
   *[other] N'hon eus ket ho respont c'hoazh evit { $organisation }. Hepzañ e vo diskouezet al lec'hioù-mañ « da wiriañ ». Trawalc'h eo ur c'hlik ma'z eo reizh pep tra.
}
mail-campaign-reminder-action = Gwiriañ
mail-campaign-reminder-why = Resev a rit ar gemennadenn-mañ peogwir eo ar chomlec'h-mañ an hini darempred.
mail-opinion-asked-subject = Goulennet eo hoc'h ali : { $title }
mail-opinion-asked-text = Goulenn a ra ar gouarnañs { $body } petra a soñj { $organisation } eus « { $title } ». Gallout a rit respont betek an { $day }.
mail-opinion-asked-text-services = Goulenn a ra « { $title } » petra a soñj { $organisation } eus e servijoù. Gallout a rit respont betek an { $day }.
mail-opinion-asked-action = Lenn ha reiñ un ali
mail-opinion-asked-why = Resev a rit ar gemennadenn-mañ peogwir e respontit evit an aozadur-mañ. Kevreit evit respont.
mail-post-ends-subject = Ur post a echu d'an { $day } : { $host }
mail-post-ends-funding = { $kind }, { $host } : echuiñ a ra an arc'hantañ evit ar post-mañ d'an { $day }. Deuet eo ar mare da c'houlenn muioc'h, pe da brientiñ ar fin.
mail-post-ends-contract = { $kind }, { $host } : echuiñ a ra kevrat an den a zalc'h ar post-mañ d'an { $day }. Deuet eo ar mare da brientiñ ar pezh a zeuio.
mail-post-ends-action = Gwelet ar post
mail-post-ends-why = Resev a rit ar gemennadenn-mañ peogwir e verit ar post-mañ. Kevreit evit e hizivaat.
mail-organisation-merged-subject = Kendeuzet eo { $organisation } gant { $into }
mail-organisation-merged-text = Kendeuzet eo bet ar fichenn « { $organisation } » gant ar fichenn « { $into } » : ur framm hepken eo. Echuet eo ho roll er framm kentañ. Ma labourit evit « { $into } », goulennit ur roll digant an dud a ver anezhañ.
mail-organisation-merged-text-kept = Kendeuzet eo bet ar fichenn « { $organisation } » gant ar fichenn « { $into } » : ur framm hepken eo. Mirout a rit ho roll ennañ.
mail-organisation-merged-action = Gwelet ar framm
mail-organisation-merged-why = Resev a rit ar gemennadenn-mañ peogwir ho poa ur roll er framm-se.
mail-day-link-subject = { $place }, { $day }
mail-day-link-text = Evit an digoradur eus an { $day } eo al liamm-mañ : { $place }. Mard eo leun, nullet pe dalc'het gant unan all, lavarit kement-se gant ur c'hlik : an holl a welo diouzhtu.
mail-day-link-action = Lavaret petra a cheñch en deiz-se
mail-day-link-why = Resev a rit ar gemennadenn-mañ peogwir e talc'hit an digoradur-se. Ma n'eus netra da lavaret, na rit netra.

## Receiving no more of them

unsubscribe-title = Chom hep resev ar goulennoù-se ken
unsubscribe-ask = Ne gasimp ket posteloù deoc'h ken evit gwiriañ lec'hioù. Ar c'hemennadennoù all, evel re ho kont, a gendalc'h.
unsubscribe-action = Chom hep resev ken
unsubscribe-done-title = Notet eo
unsubscribe-done = Ne resevot ket ar goulennoù-se er chomlec'h-mañ ken. Gallout a rit serriñ ar bajenn-mañ.
link-forged-title = N'eo ket al liamm mat
link-forged = N'eo ket bet graet gant al lec'hienn-mañ, pe un tamm anezhañ a vank. Digorit anezhañ eus ar gemennadenn hoc'h eus resevet, hep eilskrivañ anezhañ.
link-expired-title = Ne dalvez ket al liamm-mañ ken
link-expired = Tremenet eo e zeiziad. Netra n'eo kollet : goulennit unan all, pe gortozit ar gemennadenn da zont.

## The log of the operator

mails-title = Kemennadennoù
mails-lead = Ar posteloù kaset gant al lec'hienn-mañ, ha petra eo deuet anezho da vezañ. Tregont devezh goude o c'has e vez diverket ar chomlec'h hag an endalc'had.
mails-none = Kemennadenn ebet.
mails-all = An holl
mails-when = Skrivet
mails-what = Kemennadenn
mails-to = Da
mails-state = Stad
mails-why = Petra a zo c'hoarvezet
mails-blank = diverket
mails-show-this = Lenn ar gemennadenn « { $name } »
mails-tries = { $n ->
    [one] { $n } taol-esae
   *[other] { $n } taol-esae
}
mail-state-waiting = O c'hortoz
mail-state-sent = Aet kuit
mail-state-failed = Nac'het
mail-state-bounced = Chomlec'h dianav
mail-state-dropped = Lezet a-gostez
mail-error-expired = diamzeret e oa e liamm
mail-error-too-old = re bell e oa o c'hortoz
mail-error-unsubscribed = an den ne fell ket dezhañ resev ken
mail-error-unreadable = n'haller ket lenn e endalc'had
mail-error-unrendered = n'haller ket lakaat anezhañ e gerioù
mail-error-address = ne zere ket e chomlec'h
mail-shown-title = Kemennadenn : { $name }
mail-shown-blank = Diverket eo chomlec'h hag endalc'had ar gemennadenn-mañ.
mail-shown-hidden = Kuzhet eo al liammoù : ne zigoront nemet evit an den a zo ar gemennadenn evitañ.
mail-shown-live = Un diskouezadeg eo : ne vez kaset netra, hag al liammoù a ya en-dro amañ.
mail-shown-next = Taol-esae da zont
mail-shown-settled = Echu
mail-shown-subject = Danvez
mail-shown-text = Testenn
mail-shown-html = Gwelet ar stumm gant e bajennaozañ
mail-shown-back = An holl gemennadennoù
mail-name-sign-in-link = Liamm kevreañ
mail-name-invitation = Pedadenn
mail-name-address-changed = Chomlec'h cheñchet
mail-name-password-changed = Ger-tremen cheñchet
mail-name-recovery = Ger-tremen ankounac'haet
mail-name-door-changed = Doareoù da vont e-barzh cheñchet
mail-name-new-browser = Benveg nevez
mail-name-proposal-received = Kinnig resevet
mail-name-proposal-answered = Respont d'ur c'hinnig
mail-name-proposal-question = Goulenn diwar-benn ur c'hinnig
mail-name-campaign-digest = Goulenn gwiriañ
mail-name-campaign-reminder = Adc'halv gwiriañ
mail-name-opinion-asked = Ali goulennet
mail-name-post-ends = Post a echu
mail-name-organisation-merged = Framm kendeuzet gant unan all
mail-name-day-link = Liamm an deiz

mail-meeting-convened-subject = { $body } : emvod d'an { $date }
mail-meeting-convened-text = { $body } en em vod d'an { $date }, eus { $from } da { $to } : { $title }. Lec'h : { $place }. Gant ar restr stag ez ouzhpennit an emvod en ho teiziataer. { $n ->
    [0] N'eo ket anavezet ar roll-labour c'hoazh.
   *[other] Setu ar roll-labour.
}
mail-meeting-convened-why = Resev a rit ar gemennadenn-mañ dre m'eo ho framm ezel.
mail-meeting-moved-subject = { $body } : galv nevez d'an { $date }
mail-meeting-moved-text = Ar galv-mañ a gemer plas an hini kent. { $body } en em vod d'an { $date }, eus { $from } da { $to } : { $title }. Lec'h : { $place }. Gant ar restr stag e vo hizivaet ho teiziataer. { $n ->
    [0] N'eo ket anavezet ar roll-labour c'hoazh.
   *[other] Setu ar roll-labour.
}
mail-meeting-moved-why = Resev a rit ar gemennadenn-mañ dre m'eo ho framm ezel.
mail-meeting-cancelled-subject = { $body } : nullet eo emvod an { $date }
mail-meeting-cancelled-text = Ne vo ket emvod an { $date }, eus { $from } da { $to } : { $title }. Gant ar restr stag e vo tennet kuit eus ho teiziataer.
mail-meeting-cancelled-quote = Abeg :
mail-meeting-cancelled-why = Resev a rit ar gemennadenn-mañ dre m'eo ho framm ezel.
