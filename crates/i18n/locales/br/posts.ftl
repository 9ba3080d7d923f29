# Posts: what is funded, who hosts it, when it ends. Never who holds it, but on the page made for it.

## Lists

poste-title = Postoù
poste-title-in = Postoù : { $name }
poste-title-of = Postoù ar stignad : { $name }
poste-desk-title = Postoù
poste-lead = Ar postoù a respontit diouto. Ar pezh a echuo a-benn nebeut a zeu da gentañ.
poste-none = Post ebet evit poent.
poste-total = { $what }. Ur wech hepken e vez kontet ur post astennet.
poste-count = { $n } post
poste-count-etp = { $n ->
   *[other] , { $etp } kevatal amzer leun
}
poste-count-unknown = , amzer labour n’eo ket roet evit { $n }
poste-nouveau = Post nevez
poste-quoi = Post
poste-niveau-name = Live
poste-temps-name = Amzer leun
poste-a-suivre = Da heuliañ

## What is known of a post

poste-type = Da betra e servij
poste-type-conseiller-numerique = Kuzulier niverel
poste-type-coordinateur = Kenurzhiañ
poste-type-mediateur = Hanterouriezh niverel
poste-type-informaticien-public = Stlenneg foran
poste-type-autre = Post all
poste-niveau = Live a respont dioutañ
poste-niveau-hint = El lec'h ma vez kontet, ur wech hepken.
poste-niveau-beyond = N'emañ ket al live-se e hini ar stignad.
poste-accueil = Framm degemer
poste-accueil-hint = El lec'h ma labour an den.
poste-employeur = Implijer
poste-employeur-hint = Piv a sin ar gevrat, ma n'eo ket ar framm degemer.
poste-employeur-name = Implijer
poste-secteur = Kumunioù ha karterioù goloet
poste-secteur-hint = Anvioù pe kodoù, gant skejoù etrezo.
poste-lieux = Lec'hioù labour
poste-lieux-hint = Unan dre linenn, gant lodenn an amzer ma ouzit anezhi : ESC Villejean ; 50 %.
poste-lieux-name = Lec'hioù
poste-lieux-too-much = Al lodennoù a ya en tu-hont da 100 % eus amzer ar post.
poste-coordination = Post a genurzh anezhañ
poste-ouvert = Digoret d'an
poste-temps = Lodenn un amzer leun
poste-temps-hint = 100 evit un amzer leun, 80 evit pevar fempvedenn.
poste-temps-wrong = Skrivit un niver eus 1 betek 100, da skouer 80.
poste-etat = Stad
poste-etat-vacant = Vak
poste-etat-occupe = Leuniet
poste-etat-rendu = Rentet
poste-jusque = Fin ar gevrat
poste-jusque-hint = Ma'z eo leuniet ar post ha ma'z eus ur fin d'ar gevrat.
poste-open = Digeriñ ar post-mañ
note-poste-opened = Digoret eo ar post.

## Funding

fin-qui = Piv a arc'hanta
fin-type = Reolenn an arc'hantañ
fin-type-v1 = Kentañ emglev (France Relance)
fin-type-v2 = Eil emglev
fin-type-local = Strollegezh
fin-type-propre = Framm degemer
fin-type-autre = All
fin-reference = Dave an emglev
fin-montant = Sammad evit ar prantad a-bezh, en euroioù
fin-montant-hint = Laoskit goullo ma n'ouzoc'h ket.
fin-montant-wrong = Skrivit ur sammad, da skouer 17 500.
fin-debut = Arc'hantet adalek an
fin-fin = Arc'hantet betek an

## Its life

poste-vie = Buhez ar post
poste-fonds = Arc'hantañ
poste-equipe = { $n ->
    [one] Skipailh : { $n } post
   *[other] Skipailh : { $n } post
}
poste-temps-de = { $etp } amzer leun
poste-prolonge = Astennet
poste-occupe-jusque = Leuniet, kevrat betek an { $date }
poste-fin-fonds = Echuiñ a ra an arc'hantañ d'an { $date }.
poste-fin-contrat = Echuiñ a ra ar gevrat d'an { $date }.
poste-passe-fonds = Echuet eo an arc'hantañ d'an { $date }.
poste-passe-contrat = Echuet eo ar gevrat d'an { $date }.
poste-vacant-depuis = Vak abaoe an { $date }.

## Its steps

poste-geste-prolonger = Astenn ar post-mañ
poste-geste-pourvoir = Unan bennak a gemer ar post-mañ
poste-geste-liberer = Vak e teu ar post-mañ da vezañ
poste-geste-temps = Cheñch an amzer labour
poste-geste-fiche = Reizhañ ar fichenn
poste-geste-rendre = Rentañ ar post-mañ
prolonge-le = Astennet adalek an
prolonge-le-hint = An hevelep post eo a gendalc'h : ne vez ket kontet un eil gwech.
prolonge-temps = Lodenn nevez un amzer leun
prolonge-temps-hint = Laoskit goullo ma ne cheñch ket.
pourvu-le = Leuniet d'an
pourvu-jusque = Fin ar gevrat
libre-le = Vak adalek an
temps-le = Adalek an
temps-part = Lodenn un amzer leun
temps-part-hint = 100 evit un amzer leun, 80 evit pevar fempvedenn.
rendu-le = Rentet d'an
rendu-le-hint = Ur post rentet n'eus ket anezhañ ken, ha ne zistroio ket.
poste-not-now = N'eus ket tu : stad ar post n'eo ket mat evit se.
poste-too-early = Ket a-raok an { $date }, devezh e gemm diwezhañ.
poste-nothing-extended = An arc'hantañ-se a echu a-raok deroù an astenn.
note-poste-extended = Astennet eo ar post. Kontet e vez ur wech hepken atav.
note-poste-returned = Rentet eo ar post.

## Who holds it

titulaire-title = Piv emañ ar post-mañ gantañ
titulaire-lead = An dud a genurzh hepken a lenn ar bajenn-mañ. N'emañ an anv war pajenn foran ebet nag e restr ebet, ha diverket e vez e fin ar gevrat. Skrivit anezhañ mard eo a-du an den.
titulaire-nom = Anv an den
titulaire-nom-hint = Laoskit goullo evit diverkañ ar pezh a oa skrivet.
titulaire-courriel = Chomlec'h postel labour
titulaire-contrat = Kevrat
titulaire-contrat-cdd = Kevrat a bad termenet
titulaire-contrat-cdi = Kevrat a bad dizermen
titulaire-contrat-cdp = Kevrat raktres
titulaire-contrat-pec = Hentad implij barregezhioù
titulaire-contrat-autre = Kargad, pe all
titulaire-depuis = Abaoe an
titulaire-jusque = Betek an
note-titulaire-saved = Enrollet eo. N'eus netra foran anezhañ.
