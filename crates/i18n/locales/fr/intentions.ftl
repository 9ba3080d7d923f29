# Intentions: what organisations wish to ask means for.

## Lists

int-title = Intentions
int-of = Intentions : { $name }
int-lead = Ce que la structure voudrait demander, dit tôt et en deux minutes. Rien n'est encore demandé : c'est pour voir ce qui peut se faire à plusieurs.
int-none = Aucune intention pour le moment.
int-new = Nouvelle intention
int-new-lead = Deux minutes suffisent : un titre, un besoin, où, quand, qui peut lire. Le reste se précise plus tard.
int-note = Noter l'intention
note-int-noted = L'intention est notée.
int-noted-at = Notée le { $when }.
int-change = Modifier l'intention
int-change-lead = Ce que vous changez ici est vu aussitôt par celles et ceux qui peuvent lire l'intention.
note-int-saved = L'intention est enregistrée.
int-withdraw = Retirer l'intention
int-withdraw-title = Retirer « { $name } »
int-withdraw-lead = Personne d'autre ne la verra plus. Votre structure la garde dans sa liste.
int-withdraw-do = Retirer l'intention
note-int-withdrawn = L'intention est retirée.
int-pourquoi = Pourquoi
int-pourquoi-hint = Facultatif. Seule votre structure le lit.
int-etat-retiree = Retirée le { $when }.
int-etat-mutualisee = Portée à plusieurs depuis le { $when }.
int-etat-demandee = Devenue une demande le { $when }.

## What an intention is

int-titre = En une ligne
int-titre-hint = Par exemple : Renouveler 22 ordinateurs.
int-besoin = Besoin
int-besoins = Besoins
int-besoins-hint = Un suffit. Si aucun ne convient, écrivez le vôtre dessous.
int-autre-besoin = Autre besoin
int-autre-besoin-hint = Par exemple : renouveler le matériel prêté au public.
int-plusieurs-besoins = Plusieurs besoins à la fois
int-zone = Communes
int-zone-hint = Une par ligne. Un territoire compte pour toutes ses communes. Les communes de vos lieux sont déjà là.
int-lieux = Lieux
int-lieux-hint = Facultatif. Les communes des lieux cochés sont ajoutées.
int-annees = Années
int-annee-debut = Première année
int-annee-fin = Dernière année
int-annees-de-a = de { $first } à { $last }
int-montant = Ordre de grandeur
int-montant-moins = Au moins
int-montant-moins-hint = Pour toutes les années. Laissez vide si vous ne savez pas.
int-montant-plus = Au plus
int-montant-plus-hint = Par exemple : 18 000 €.
int-montant-entre = entre { $least } et { $most }
int-avec = Avec qui
int-avec-ouvert = À plusieurs, avec qui voudra
int-avec-seul = Seule : l'intention ne sera pas proposée à d'autres
int-avec-avec = De préférence avec certaines structures
int-avec-qui = Ces structures
int-avec-qui-hint = À remplir si vous en préférez certaines. Le nom d'une structure connue ici.
int-avec-qui-n = Structure { $n }
int-avec-noms = De préférence avec { $names }
int-visible = Qui peut lire
int-visible-hint = C'est vous qui choisissez. Vous pourrez changer d'avis.
int-visible-nous = Seulement notre structure
int-visible-nous-hint = Personne d'autre ne saura que l'intention existe.
int-visible-niveaux = Les niveaux concernés
int-visible-niveaux-hint = Celles et ceux qui animent les gouvernances de vos communes : elles voient ce qui se recoupe.
int-visible-gouvernances = Seulement les gouvernances que nous nommons
int-visible-gouvernances-hint = Cochez-les dessous.
int-visible-avec-membres = { $to }, membres compris
int-gouvernances = Ces gouvernances
int-gouvernances-hint = À cocher si vous en nommez.
int-membres = Et leurs membres
int-membres-hint = Sans cette case, les membres ne voient que des sommes, à partir de trois structures.
int-membres-oui = Les membres de ces gouvernances peuvent lire aussi

## What makes it precise

int-precise = Préciser (facultatif)
int-services = Services
int-publics = Publics
int-publics-hint = Aucun : tout le monde.
int-enveloppe = Enveloppe espérée
int-enveloppe-hint = Parmi les enveloppes de vos gouvernances.
int-enveloppe-aucune = Aucune en particulier
int-formes = Personnes à former
int-formes-aide = Un nombre, même approximatif.
int-formes-agents = Agents publics
int-formes-agents-compte = { $n ->
    [one] { $n } agent public
   *[other] { $n } agents publics
}
int-formes-salaries = Salariés associatifs
int-formes-salaries-compte = { $n ->
    [one] { $n } salarié associatif
   *[other] { $n } salariés associatifs
}
int-materiel = Matériel voulu
int-materiel-aide = Combien de chaque sorte.
int-materiel-ordinateur = Ordinateurs
int-materiel-tablette = Tablettes
int-materiel-telephone = Téléphones
int-materiel-imprimante = Imprimantes
int-materiel-videoprojecteur = Vidéoprojecteurs
int-materiel-connexion = Connexions à internet
int-materiel-ordinateur-compte = { $n ->
    [one] { $n } ordinateur
   *[other] { $n } ordinateurs
}
int-materiel-tablette-compte = { $n ->
    [one] { $n } tablette
   *[other] { $n } tablettes
}
int-materiel-telephone-compte = { $n ->
    [one] { $n } téléphone
   *[other] { $n } téléphones
}
int-materiel-imprimante-compte = { $n ->
    [one] { $n } imprimante
   *[other] { $n } imprimantes
}
int-materiel-videoprojecteur-compte = { $n ->
    [one] { $n } vidéoprojecteur
   *[other] { $n } vidéoprojecteurs
}
int-materiel-connexion-compte = { $n ->
    [one] { $n } connexion à internet
   *[other] { $n } connexions à internet
}
int-pret = Matériel que vous pourriez prêter
int-pret-aide = Combien de chaque sorte, à d'autres structures.
int-pret-ordinateur = Ordinateurs
int-pret-tablette = Tablettes
int-pret-telephone = Téléphones
int-pret-imprimante = Imprimantes
int-pret-videoprojecteur = Vidéoprojecteurs
int-pret-connexion = Connexions à internet
int-heures = Heures par semaine, dans chaque lieu
int-heures-hint = Par exemple : 3 ou 3,5. Sans lieu coché, dans chaque commune.
int-heures-compte = { $hours } h par semaine dans chaque lieu
int-texte = En quelques lignes
int-texte-hint = Ce que d'autres devraient savoir pour se joindre à vous.

## What a body reads

int-body-title = Intentions : { $name }
int-body-lead = Ce que des structures voudraient demander, et qu'elles montrent à celles et ceux qui animent cette gouvernance. À garder entre vous.
int-members-lead = Ce que des structures voudraient demander, et qu'elles montrent aux membres de cette gouvernance.
int-body-none = Aucune intention n'est montrée à cette gouvernance pour le moment.
int-members-none = Aucune intention n'est montrée aux membres pour le moment.
int-sums = Par besoin et par année
int-sums-aide = Un montant sur plusieurs années est réparti à parts égales. Les montants que personne n'a dits n'y sont pas.
int-compte = { $n ->
    [one] { $n } intention
   *[other] { $n } intentions
}
int-others = Les autres intentions, en sommes
int-others-none = Rien à montrer : une somme est montrée à partir de trois structures.
int-others-whole = En tout : { $sum }.

## Why something is refused

int-wrong-titre = Dites en une ligne ce que vous voudriez.
int-wrong-besoin = Cochez un besoin, ou écrivez le vôtre.
int-wrong-autre = Écrivez cet autre besoin, ou décochez « Autre ».
int-wrong-ou = Dites où : une commune au moins, ou un lieu.
int-wrong-annees = La dernière année ne vient pas avant la première, et dix ans au plus.
int-wrong-montant = « Au plus » est plus petit que « Au moins ».
int-wrong-nombre = Ce nombre ne peut pas être lu, ou il est trop grand.
int-wrong-heures = Des heures par semaine, par exemple : 3 ou 3,5.
int-wrong-avec = Nommez une structure au moins, autre que la vôtre.
int-wrong-visible = Dites qui peut lire : rien n'est choisi à votre place.
int-wrong-gouvernances = Cochez une gouvernance au moins.
int-wrong-over = Cette intention n'est plus en cours : elle ne change plus.
