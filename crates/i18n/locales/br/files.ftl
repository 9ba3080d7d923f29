# Endalc’had ar restroù stag : pelec’h emaint miret, ha petra a vank. Bouilh, da vezañ adlennet.
bodies-wrong-file-away = N’eus ket bet gallet mirout ar restr : ne respont ket al lec’h ma’z a ar restroù. N’eus bet enrollet netra. Klaskit en-dro a-benn un nebeud munutennoù ; ma pad, kelaouit an den a ra war-dro al lec’hienn.
error-file-missing-title = N’emañ ket ar restr-mañ amañ ken
error-file-missing-text = Gouzout a reer eo bet staget, met mankout a ra an endalc’had. Goulennit digant an den en deus staget anezhi he stagañ en-dro, ha kelaouit an den a ra war-dro al lec’hienn : gallout a ra he c’haout en un eilenn.
error-file-altered-title = Kemmet eo bet ar restr-mañ
error-file-altered-text = An endalc’had miret n’eo ket an hini a oa bet staget : ne vez ket roet deoc’h. Goulennit anezhañ digant an den en deus e staget, ha kelaouit an den a ra war-dro al lec’hienn : gallout a ra e gaout en un eilenn.
error-files-away-title = Ne respont ket ar restroù
error-files-away-text = Ne respont ket al lec’h m’emañ miret ar restroù. N’eus netra kollet. Klaskit en-dro a-benn un nebeud munutennoù ; ma pad, kelaouit an den a ra war-dro al lec’hienn.

refusal-files-folder = n’haller ket lenn pe skrivañ teuliad ar restroù stag ({ $what }) : gwiriit ar gwirioù hag ar plas a chom
refusal-files-unreachable = ne respont ket ar stokañ S3 ({ $what }) : gwiriit --s3-endpoint hag ar rouedad, ha klaskit en-dro
refusal-files-no-bucket = n’eus ket eus ar bucket « { $what } » er stokañ S3 : krouit anezhañ, pe reizhit --files
refusal-files-refused = nac’hañ a ra ar stokañ S3 ({ $what }) : gwiriit an alc’hwezioù, ar rannvro (--s3-region) hag ar gwirioù war ar bucket
refusal-files-unread = n’en deus ket respontet ar stokañ S3 evel ma oa dleet ({ $what }) : klaskit en-dro, ha gwiriit --s3-endpoint
refusal-files-missing = mankout a ra endalc’had ur restr : « portulan files check » a lavar pere ; adlakait anezhañ diwar un eilenn, pe roit --files m’emañ miret e lec’h all
refusal-files-altered = kemmet eo bet endalc’had ur restr : « portulan files check » a lavar pere ; adlakait anezhañ diwar un eilenn
cli-s3-endpoint = n’eo ket --s3-endpoint ur chomlec’h : skrivit https://stokan.exemple.fr
cli-s3-path = --files s3://… : lizherennoù hep tired-pouez, sifroù, pikoù, tiredoù ha barrennoù izel hepken a zo er bucket hag er rakger
cli-s3-keys = mankout a ra alc’hwezioù ar stokañ S3 : roit PORTULAN_S3_ACCESS_KEY, ha PORTULAN_S3_SECRET_KEY_FILE pe PORTULAN_S3_SECRET_KEY
cli-files-checked = { $count ->
    [one] { $count } restr stag, adlennet.
   *[other] { $count } restr stag, adlennet.
}
cli-files-missing = endalc’had o vankout : { $name } ({ $owner }), { $digest }
cli-files-altered = endalc’had kemmet : { $name } ({ $owner }), { $digest }
cli-files-lost = endalc’hadoù a vank pe a zo bet kemmet : adlakait anezho diwar un eilenn, pe stagit anezho en-dro
cli-files-moved = { $count ->
    [one] { $count } endalc’had dilec’hiet ({ $bytes } okted).
   *[other] { $count } endalc’had dilec’hiet ({ $bytes } okted).
} Lañsit al lec’hienn bremañ gant ar --files nevez, ha tennit hoc’h-unan ar pezh a chom el lec’h kozh.
cli-files-left = endalc’had dianav, laosket : { $name }
cli-backup-without = Diwallit : n’emañ ket endalc’had ar restr { $file } en eilenn, mankout a ra pe kemmet eo bet. « portulan files check » a lavar pehini.
doctor-files = restroù stag : { $value }
doctor-files-missing = restroù stag a vank o endalc’had : { $value }
doctor-files-missing-advice = gwiriit --files ; adlakait an endalc’hadoù-se diwar un eilenn, pe stagit anezho en-dro
doctor-files-away = n’haller ket lenn endalc’hadoù ar restroù stag : { $value }
doctor-files-away-advice = gwiriit --files, gwirioù an teuliad, pe chomlec’h, alc’hwezioù ha rannvro ar stokañ S3
doctor-files-foreign = merk ur staliadur all a zo el lec’h anvet gant --files : ne vez tennet netra ac’hano
doctor-files-foreign-advice = roit ur --files all d’un taol-arnod ; mar kemer ar staliadur-mañ lec’h egile da vat, diverkit restr « installation » al lec’h-se
