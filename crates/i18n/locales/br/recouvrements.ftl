# Overlaps on the ground of a body: the list, and what is set aside.

recouv-title = Goloadennoù
recouv-of = Goloadennoù: { $name }
recouv-lead = Ar pezh a zo raktreset, goulennet pe arc’hantaouet div wech en tiriad-mañ, hag ar pezh a c’hallfe bezañ graet asambles. Ne welit nemet ar pezh hoc’h eus gwir da lenn. Deoc’h da varn: ne ziviz netra ar goulev.
recouv-tabs = Da sellet pe lakaet a-gostez
recouv-tab-open = Da sellet ({ $n })
recouv-tab-aside = Lakaet a-gostez ({ $n })
recouv-sorte = Seurt goloadenn
recouv-annee = Bloaz
recouv-besoin = Ezhomm
recouv-tous = An holl
recouv-show = Silañ ar roll
recouv-count = { $n ->
    [0] Netra da sellet.
   *[other] { $n } degouezh da sellet.
}
recouv-next = Gwelet ar re da-heul
recouv-aside-count = { $n ->
    [0] Netra lakaet a-gostez.
   *[other] { $n } re lakaet a-gostez.
}
recouv-map-title = Kartenn { $n } degouezh
recouv-map-desc = Pep niverenn a zo hini un degouezh eus ar roll, e-kreiz ar c’humunioù.
recouv-case = { $n }. { $label }
recouv-gathers = { $n } fichenn a lavar an hevelep tra.
recouv-why = Perak?
recouv-indice = Meneger: { $n } diwar 100. Renkañ a ra ar roll, n’eo ket ur c’hantadur a c’hallfe bezañ. Ar pezh en deus pouezet:
recouv-avec = gant { $names }

recouv-genre-intention = Mennad
recouv-genre-action = Oberenn ur folenn-hent
recouv-genre-demande = Goulenn
recouv-genre-poste = Post
recouv-genre-financement = Arc’hant roet

## Setting aside

recouv-ecarter = Lakaat a-gostez
recouv-ecarter-label = Lakaat a-gostez: { $titles }
recouv-ecarter-title = Lakaat ur c’holoadenn a-gostez
recouv-ecarter-lead = Kuitaat a ra ar roll, gant an abeg a roit. Distreiñ a ra ma cheñch unan eus an div fichenn war ar pezh a gont.
recouv-ecarter-act = Lakaat a-gostez
recouv-motif = Perak n’eus netra da renkañ?
recouv-motif-hint = Da skouer: div sal disheñvel, komzet o deus ar zougerien.
recouv-wrong-reason = Lavarit perak: hep abeg e chom ar re er roll.
recouv-said = Lakaet a-gostez d’an { $date }: { $reason }
recouv-changed = Lakaet a-gostez d’an { $date } ({ $reason }). Abaoe eo cheñchet ar pezh a gont.
recouv-rouvrir = Lakaat en-dro er roll
recouv-rouvrir-label = Lakaat en-dro er roll: { $titles }

note-recouv-ecarte = Lakaet eo ar re a-gostez.
note-recouv-rouvert = Emañ ar re er roll adarre.
note-recouv-parti = N’eus netra ken da renkañ etre an div fichenn-se.

## What an intention meets

recouv-autour = Piv all?
recouv-autour-see = Gwelet piv all
recouv-autour-none = Netra eus ar pezh a c’hallit lenn n’eo heñvel ouzh ar mennad-mañ.
recouv-autour-lead = { $n ->
    [one] Ur fichenn a c’hallit lenn a zo heñvel ouzh ar mennad-mañ. Komzit a-raok goulenn.
   *[other] { $n } fichenn a c’hallit lenn a zo heñvel ouzh ar mennad-mañ. Komzit a-raok goulenn.
}
