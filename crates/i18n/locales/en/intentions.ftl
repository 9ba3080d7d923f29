# Intentions: what organisations wish to ask means for.

## Lists

int-title = Intentions
int-of = Intentions: { $name }
int-lead = What the organisation would like to ask for, said early and in two minutes. Nothing is asked yet: it shows what could be done together.
int-none = No intention yet.
int-new = New intention
int-new-lead = Two minutes are enough: a title, a need, where, when, who may read. The rest can be said later.
int-note = Note the intention
note-int-noted = The intention is noted.
int-noted-at = Noted on { $when }.
int-change = Change the intention
int-change-lead = What you change here is seen at once by those who may read the intention.
note-int-saved = The intention is saved.
int-withdraw = Withdraw the intention
int-withdraw-title = Withdraw “{ $name }”
int-withdraw-lead = Nobody else will see it any more. Your organisation keeps it in its list.
int-withdraw-do = Withdraw the intention
note-int-withdrawn = The intention is withdrawn.
int-pourquoi = Why
int-pourquoi-hint = Optional. Your organisation alone reads it.
int-etat-retiree = Withdrawn on { $when }.
int-etat-mutualisee = Carried with others since { $when }.
int-etat-demandee = Became a request on { $when }.

## What an intention is

int-titre = In one line
int-titre-hint = For example: Renew 22 computers.
int-besoin = Need
int-besoins = Needs
int-besoins-hint = One is enough. If none fits, write yours below.
int-autre-besoin = Another need
int-autre-besoin-hint = For example: renew the equipment lent to the public.
int-plusieurs-besoins = Several needs at once
int-zone = Communes
int-zone-hint = One per line. A territory stands for all of its communes. Those of your places are there already.
int-lieux = Places
int-lieux-hint = Optional. The communes of the places that are ticked are added.
int-annees = Years
int-annee-debut = First year
int-annee-fin = Last year
int-annees-de-a = from { $first } to { $last }
int-montant = Order of magnitude
int-montant-moins = At least
int-montant-moins-hint = For all the years. Leave empty if you do not know.
int-montant-plus = At most
int-montant-plus-hint = For example: 18 000 €.
int-montant-entre = between { $least } and { $most }
int-avec = With whom
int-avec-ouvert = With others, whoever wants to
int-avec-seul = Alone: the intention will not be proposed to others
int-avec-avec = Preferably with some organisations
int-avec-qui = These organisations
int-avec-qui-hint = To be filled if you prefer some. The name of an organisation that is known here.
int-avec-qui-n = Organisation { $n }
int-avec-noms = Preferably with { $names }
int-visible = Who may read
int-visible-hint = You choose. You may change your mind.
int-visible-nous = Our organisation alone
int-visible-nous-hint = Nobody else will know that the intention exists.
int-visible-niveaux = The levels concerned
int-visible-niveaux-hint = Those who lead the bodies of your communes: they see what overlaps.
int-visible-gouvernances = Only the bodies that we name
int-visible-gouvernances-hint = Tick them below.
int-visible-avec-membres = { $to }, members included
int-gouvernances = These bodies
int-gouvernances-hint = To be ticked if you name some.
int-membres = And their members
int-membres-hint = Without this box, members see sums only, from three organisations on.
int-membres-oui = The members of these bodies may read too

## What makes it precise

int-precise = Be more precise (optional)
int-services = Services
int-publics = Publics
int-publics-hint = None: everybody.
int-enveloppe = Envelope hoped for
int-enveloppe-hint = Among the envelopes of your bodies.
int-enveloppe-aucune = None in particular
int-formes = People to be trained
int-formes-aide = A number, even a rough one.
int-formes-agents = Public agents
int-formes-agents-compte = { $n ->
    [one] { $n } public agent
   *[other] { $n } public agents
}
int-formes-salaries = Employees of associations
int-formes-salaries-compte = { $n ->
    [one] { $n } employee of an association
   *[other] { $n } employees of associations
}
int-materiel = Equipment wanted
int-materiel-aide = How many of each kind.
int-materiel-ordinateur = Computers
int-materiel-tablette = Tablets
int-materiel-telephone = Telephones
int-materiel-imprimante = Printers
int-materiel-videoprojecteur = Projectors
int-materiel-connexion = Internet connections
int-materiel-ordinateur-compte = { $n ->
    [one] { $n } computer
   *[other] { $n } computers
}
int-materiel-tablette-compte = { $n ->
    [one] { $n } tablet
   *[other] { $n } tablets
}
int-materiel-telephone-compte = { $n ->
    [one] { $n } telephone
   *[other] { $n } telephones
}
int-materiel-imprimante-compte = { $n ->
    [one] { $n } printer
   *[other] { $n } printers
}
int-materiel-videoprojecteur-compte = { $n ->
    [one] { $n } projector
   *[other] { $n } projectors
}
int-materiel-connexion-compte = { $n ->
    [one] { $n } Internet connection
   *[other] { $n } Internet connections
}
int-pret = Equipment that you could lend
int-pret-aide = How many of each kind, to other organisations.
int-pret-ordinateur = Computers
int-pret-tablette = Tablets
int-pret-telephone = Telephones
int-pret-imprimante = Printers
int-pret-videoprojecteur = Projectors
int-pret-connexion = Internet connections
int-heures = Hours a week, in each place
int-heures-hint = For example: 3 or 3,5. Where no place is ticked, in each commune.
int-heures-compte = { $hours } h a week in each place
int-texte = In a few lines
int-texte-hint = What others should know in order to join you.

## What a body reads

int-body-title = Intentions: { $name }
int-body-lead = What organisations would like to ask for, and show to those who lead this body. To be kept among you.
int-members-lead = What organisations would like to ask for, and show to the members of this body.
int-body-none = No intention is shown to this body yet.
int-members-none = No intention is shown to the members yet.
int-sums = By need and by year
int-sums-aide = An amount over several years is in equal parts. Amounts that nobody said are left out.
int-compte = { $n ->
    [one] { $n } intention
   *[other] { $n } intentions
}
int-others = The other intentions, as sums
int-others-none = Nothing to show: a sum is shown from three organisations on.
int-others-whole = All together: { $sum }.

## Why something is refused

int-wrong-titre = Say in one line what you would like.
int-wrong-besoin = Tick a need, or write yours.
int-wrong-autre = Write this other need, or untick “Other”.
int-wrong-ou = Say where: one commune at least, or a place.
int-wrong-annees = The last year is not before the first, and ten years at most.
int-wrong-montant = “At most” is smaller than “At least”.
int-wrong-nombre = This number cannot be read, or is too large.
int-wrong-heures = Hours a week, for example: 3 or 3,5.
int-wrong-avec = Name one organisation at least, other than yours.
int-wrong-visible = Say who may read: nothing is chosen for you.
int-wrong-gouvernances = Tick one body at least.
int-wrong-over = This intention stands no more: it does not change any more.
