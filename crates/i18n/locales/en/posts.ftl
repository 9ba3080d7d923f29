# Posts: what is funded, who hosts it, when it ends. Never who holds it, but on the page made for it.

## Lists

poste-title = Posts
poste-title-in = Posts: { $name }
poste-title-of = Posts of the scheme: { $name }
poste-desk-title = Posts
poste-lead = The posts that you answer for. What ends soon comes first.
poste-none = No post yet.
poste-total = { $what }. A post that is extended counts once.
poste-count = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
poste-count-etp = , { $etp } { $n ->
    [one] full-time equivalent
   *[other] full-time equivalents
}
poste-count-unknown = , working time not given for { $n }
poste-nouveau = New post
poste-quoi = Post
poste-niveau-name = Level
poste-temps-name = Full time
poste-a-suivre = To follow

## What is known of a post

poste-type = What it is for
poste-type-conseiller-numerique = Digital adviser
poste-type-coordinateur = Co-ordination
poste-type-mediateur = Digital mediation
poste-type-informaticien-public = Public computing
poste-type-autre = Other post
poste-niveau = Level that answers for it
poste-niveau-hint = Where it is counted, once.
poste-niveau-beyond = This level is not within that of the scheme.
poste-accueil = Host
poste-accueil-hint = Where the person works.
poste-employeur = Employer
poste-employeur-hint = Who signs the contract, if it is not the host.
poste-employeur-name = Employer
poste-secteur = Communes and neighbourhoods covered
poste-secteur-hint = Names or codes, parted by commas.
poste-lieux = Places where it works
poste-lieux-hint = One a line, with the part of the time if you know it: ESC Villejean ; 50 %.
poste-lieux-name = Places
poste-lieux-too-much = The parts are more than 100% of the time of the post.
poste-coordination = Post that co-ordinates it
poste-ouvert = Opened on
poste-temps = Share of a full time
poste-temps-hint = 100 for a full time, 80 for four fifths.
poste-temps-wrong = Write a number from 1 to 100, for instance 80.
poste-etat = State
poste-etat-vacant = Vacant
poste-etat-occupe = Filled
poste-etat-rendu = Returned
poste-jusque = End of the contract
poste-jusque-hint = If the post is filled and the contract has an end.
poste-open = Open this post
note-poste-opened = The post is opened.

## Funding

fin-qui = Who pays
fin-type = Rule of the funding
fin-type-v1 = First agreement (France Relance)
fin-type-v2 = Second agreement
fin-type-local = Local authority
fin-type-propre = Host
fin-type-autre = Other
fin-reference = Reference of the agreement
fin-montant = Amount for the whole period, in euros
fin-montant-hint = Leave empty if you do not know it.
fin-montant-wrong = Write an amount, for instance 17 500.
fin-debut = Funded from
fin-fin = Funded until

## Its life

poste-vie = The life of the post
poste-fonds = Funding
poste-equipe = { $n ->
    [one] Team: { $n } post
   *[other] Team: { $n } posts
}
poste-temps-de = { $etp } full time
poste-prolonge = Extended
poste-occupe-jusque = Filled, contract until { $date }
poste-fin-fonds = The funding ends on { $date }.
poste-fin-contrat = The contract ends on { $date }.
poste-passe-fonds = The funding ended on { $date }.
poste-passe-contrat = The contract ended on { $date }.
poste-vacant-depuis = Vacant since { $date }.

## Its steps

poste-geste-prolonger = Extend this post
poste-geste-pourvoir = Somebody takes this post
poste-geste-liberer = This post becomes vacant
poste-geste-temps = Change the working time
poste-geste-fiche = Put the record right
poste-geste-rendre = Give this post back
prolonge-le = Extended from
prolonge-le-hint = It is the same post that goes on: it is not counted a second time.
prolonge-temps = New share of a full time
prolonge-temps-hint = Leave empty if it does not change.
pourvu-le = Filled on
pourvu-jusque = End of the contract
libre-le = Vacant from
temps-le = From
temps-part = Share of a full time
temps-part-hint = 100 for a full time, 80 for four fifths.
rendu-le = Returned on
rendu-le-hint = A post that is returned is no more, and does not come back.
poste-not-now = The post is not in a state that allows it.
poste-too-early = Not before { $date }, the day of its last change.
poste-nothing-extended = This funding ends before the extension begins.
note-poste-extended = The post is extended. It is still counted once.
note-poste-returned = The post is returned.

## Who holds it

titulaire-title = Who holds this post
titulaire-lead = Only those who co-ordinate read this page. The name is on no public page and in no file, and it is erased when the contract is over. Write it if the person agrees.
titulaire-nom = Name of the person
titulaire-nom-hint = Leave empty to erase what was written.
titulaire-courriel = E-mail address at work
titulaire-contrat = Contract
titulaire-contrat-cdd = Fixed-term contract
titulaire-contrat-cdi = Permanent contract
titulaire-contrat-cdp = Project contract
titulaire-contrat-pec = Assisted contract
titulaire-contrat-autre = Civil servant, or other
titulaire-depuis = Since
titulaire-jusque = Until
note-titulaire-saved = It is saved. Nothing of it is public.
