# Un eil prouenn goude ar ger-tremen, ha liammoù stag ouzh ar merdeer en deus o goulennet.
code-title = Ur c’hod a zo o paouez mont kuit dre bostel
code-lead = Reizh eo ho ker-tremen. Evit gwareziñ ar pezh a zalc’hit, skrivit ivez ar c’hod kaset d’ho chomlec’h. Talvezout a ra e-pad dek munutenn, er merdeer-mañ.
code-field = Kod
code-hint = Chwec’h sifr. Sellit ivez ouzh ar posteloù dic’hoant.
code-wrong = { $n ->
    [one] N’eo ket ar c’hod mat. Ur c’hlaskadenn a chom ganeoc’h.
   *[other] N’eo ket ar c’hod mat. Klaskadennoù a chom ganeoc’h : { $n }.
}
code-over = Ne dalvez ket mui ar c’hod-mañ : talvezet en deus, dek munutenn a zo tremenet, pe re a glaskadennoù a zo bet. Roit ho ker-tremen en-dro : ur c’hod all a yelo kuit. Pe resevit ul liamm.
code-again = Adkregiñ
enter-elsewhere-title = Digeriñ a ra al liamm-mañ en ur merdeer all
enter-elsewhere = Goulennet eo bet al liamm-mañ en ur merdeer all pe war un ardivink all. Digorit anezhañ eno : talvezout a ra c’hoazh.
enter-here-lead = Gwelloc’h ganeoc’h kenderc’hel amañ ? Resevit ul liamm nevez er memes chomlec’h. Ne dalvezo ket mui an hini kozh.
enter-here = Resev ul liamm evit amañ
enter-here-sent = Ma n’en doa ket talvezet al liamm kozh, ez eus unan nevez o paouez mont kuit d’ar memes chomlec’h. Digorit anezhañ er merdeer-mañ, a-raok dek munutenn.
means-password-and-code = gant ur ger-tremen hag ur c’hod
sessions-not-fresh = Kevreit a-nevez a-raok serriñ estezoù all : tremen un hanter-eur zo abaoe ho kevreadenn ziwezhañ.
mail-sign-in-code-subject = Ho kod evit kevreañ
mail-sign-in-code-text = Unan bennak a zo o paouez reiñ ho ker-tremen. Ma’z eo c’hwi, skrivit ar c’hod-mañ er memes merdeer : { $code }. Ur wech e talvez, e-pad dek munutenn. Na roit anezhañ da zen, zoken dre bellgomz.
mail-sign-in-code-why = N’eo ket c’hwi ? Hep ar c’hod-mañ ne c’hall den mont e-barzh, met anavezet eo ho ker-tremen gant unan bennak. Kevreit dre ul liamm ha dibabit ur ger-tremen all.
doctor-second-factor = kontoù gant ur roll, digoret gant ur ger-tremen hepken : { $value }
doctor-second-factor-advice = postel ebet ne ya kuit ac'hann. Roit ur servijer da « serve » ha da « doctor » (PORTULAN_SMTP_URL) : ur c'hod a vo goulennet goude ar ger-tremen. A-hend-all, goulennit gant an dud-se mont e-barzh gant un alc'hwez
campaign-csv = Kas an daolenn-mañ ganeoc’h (CSV)
campaign-csv-sent = Kemennadenn gentañ
campaign-csv-reminders = Adc’halvoù
campaign-csv-places = Lec’hioù goulennet
campaign-csv-answered = Lec’hioù respontet
campaign-csv-settled = Respontet da bep tra d’an
census-retarget = Cheñch an deiziad
census-retarget-hint = Al liammoù kaset a dalvez betek an deiziad nevez, hag an adc’halvoù a heuilh anezhañ.
note-census-retargeted = Enrollet eo an deiziad nevez.
census-correct = Reizhañ ar fichenn
census-correct-said = Ti-kêr { $commune } a lavar, en un niveradeg, eo ret reizhañ ar fichenn-mañ. Ar pezh a skrivit amañ a zougo ar merk-se.
asks-demonstration = Diskouezadenn : kemennadenn ebet ne ya kuit, na d’al lec’hioù na d’an tiez-kêr. Ar c’horvoiñ a wel e « Kemennadennoù » ar pezh a vije aet.
