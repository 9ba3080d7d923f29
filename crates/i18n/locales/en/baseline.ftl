# Which services are given at which places, and who knows how.

## For everybody

socle-public-title = What is offered, place by place
socle-public-title-of = What is offered: { $name }
socle-public-lead = An empty cell does not mean no: ask the place.
socle-public-none = Nothing is told yet.

## At the desk

socle-title = Services and know-how
socle-title-of = Services and know-how: { $name }
socle-lead = Everybody sees what is offered. The rest (wishes, refusals, names of partners) stays between those who work in the scheme.
socle-none = No service is described yet: add the first one.
socle-matrix = Services by place
socle-know-how = Who knows how to do what
socle-missing = What is missing, and who could help
socle-places = Walls, follow-up and welcome
socle-lieu = Place
socle-structure = Organisation
socle-oui = yes
socle-souhaite = wished
socle-non = no
socle-since = since { $date }
socle-gap = { $n ->
    [one] { $service }: missing in one place.
   *[other] { $service }: missing in { $n } places.
}
socle-gap-souhaite = Wished: { $places }.
socle-gap-unsaid = Nothing is said: { $places }.
socle-gap-non = Refused: { $places }.
socle-gap-partout = all places
socle-candidates = Could help: { $who }.
socle-no-candidate = No organisation says yet that it could help.
socle-csv = Table for a spreadsheet
socle-csv-list = List with authors and dates
note-socle-saved = It is saved.

## Saying something

socle-form-dire = Say how it is with a service
dire-lieu = At which place?
dire-service = For which service?
dire-quoi = Answer
dire-quoi-offert = Offered
dire-quoi-souhaite = Wished
dire-quoi-refuse = Refused
dire-quoi-rien = Erase the answer
dire-raison = Reason of the refusal
dire-raison-hint = Asked for a refusal only. It is never public.
dire-raison-missing = Say why: a refusal without a reason helps nobody.
dire-par = Organisation that says it
dire-depuis = Since
dire-depuis-hint = Today if you leave it empty.

## Pasting

socle-form-coller = Paste a table
coller-texte = Cells copied from a spreadsheet
coller-texte-hint = Services in the first line, places in the first column. In the cells: oui, souhaité, or non followed by a reason (“non : pas de salle”). The columns of the CSV file are understood: propriétaire des murs, suivi par, bureau partageable… An empty cell changes nothing.
coller-par = Organisation that says it
coller-depuis = Since
coller-missing = Paste some cells first.
coller-service = Line { $line }, column { $column }: the service “{ $text }” is not in this table.
coller-lieu = Line { $line }, column { $column }: the place “{ $text }” is not in this table.
coller-structure = Line { $line }, column { $column }: “{ $text }” does not name one known organisation. Paste its address.
coller-twice = Line { $line }, column { $column }: “{ $text }” is already above or on the left.
coller-mot = Line { $line }, column { $column }: “{ $text }” is not understood. Write oui, souhaité, or non followed by a reason.
coller-oui-non = Line { $line }, column { $column }: “{ $text }” is not understood. Write oui or non.
coller-raison = Line { $line }, column { $column }: this refusal has no reason.
coller-trop = Line { $line }, column { $column }: this cell is beyond the first line.
coller-more = { $n ->
    [one] And { $n } other fault.
   *[other] And { $n } other faults.
}

## Services, know-how, places

socle-form-service = Add or rename a service
service-nom = Name of the service
service-nom-hint = For instance: wifi, printing, workshops, repair.
service-national = National service
socle-form-savoir = Say what an organisation can do
savoir-qui = Organisation
savoir-service = For which service?
savoir-quoi = What it can do
savoir-quoi-sait-faire = Knows how
savoir-quoi-a-une-solution = Has a solution
savoir-quoi-rien = Erase
socle-form-lieu = Say what a place can lend
lieu-lequel = Which place?
lieu-murs = Owner of the walls
lieu-suivi = Who follows what is missing
lieu-accueil = What it can lend
lieu-accueil-bureau-partageable = Shareable office
lieu-accueil-salle-de-groupe = Group room
lieu-accueil-lien-accueil = Link with the front desk
lieu-accueil-rangement = Storage of equipment
lieu-accueil-soir = Open in the evening

## What partners think

consulter-title = Opinions of the partners
consulter-head = Service
consulter-none = No opinion is asked yet. Opinions stay between those who work in the scheme.
consulter-nobody = First add partner organisations: they are the ones who give an opinion.
consulter-silent = No answer
consulter-said = { $name }.
consulter-why = { $name }: “{ $why }”
socle-form-consulter = Ask the partners for their opinion
consulter-service = On which service?
consulter-service-tous = All services
consulter-jusque = Answer until
consulter-past = This date is past.
consulter-do = Ask for opinions
consulter-asked-title = Services offered: { $name }
consulter-asked-lead = What does { $organisation } think of these services? Only those who work in the scheme read your opinion. You may answer on some of them only.
consulter-motif = Why? ({ $service })
consulter-motif-hint = To say where the opinion is not favourable.
consulter-give = Give these opinions
consulter-nothing = Choose an opinion for one service at least.
note-consulter = The partners are asked for their opinion. They receive an e-mail.
note-consulter-over = The consultation is over: the opinion was not saved.
