# Harmonisation: what a scheme, a cluster or a body has to settle. For those who coordinate.

harmony-way = Ce qui reste à accorder
harmony-title = Harmonisation : { $name }
harmony-lead = Ce qui reste à accorder avec les niveaux du dessus et avec les voisins, et par où commencer.
harmony-count = { $n ->
    [0] Rien à régler.
    [one] Un point à régler.
   *[other] { $n } points à régler.
}
harmony-on = Situation au { $date }.
harmony-own = Voir sa page publique
harmony-settled = Tout est accordé : les objectifs du dessus sont repris, rien ne fait double emploi, aucun poste ne se termine dans les six mois.
harmony-unserved = Objectifs du dessus
harmony-unserved-why = Ces objectifs couvrent vos communes et aucune action d'ici n'y répond. Reliez une action qui existe, ou écrivez-en une.
harmony-unserved-settled = Chaque objectif du dessus est repris par une action d'ici.
harmony-unserved-one = « { $objective } », de « { $roadmap } ».
harmony-step-serve = Relier une action
harmony-overlaps = Actions proches
harmony-overlaps-why = Ces actions se ressemblent : la même chose pourrait être faite, ou comptée, deux fois. Parlez-en avec l'autre équipe, puis reliez-les ou partagez-vous les communes.
harmony-overlaps-settled = Aucune action voisine ne fait double emploi.
harmony-overlap-one = « { $mine } » et « { $other } », de « { $roadmap } ».
harmony-same-needs = Même besoin : { $needs }.
harmony-same-posts = { $n ->
    [one] Le même poste sert aux deux.
   *[other] Les mêmes { $n } postes servent aux deux.
}
harmony-same-communes = Communes : { $communes }.
harmony-communes = { $n } communes
harmony-step-overlap = Lire l'autre feuille de route
harmony-posts = Postes
harmony-posts-why = Une prolongation demande souvent six mois : un comité, puis une convention.
harmony-posts-settled = Aucun poste vacant, et aucun ne se termine dans les six mois.
harmony-post-vacant = Poste de { $post } à pourvoir depuis le { $date } : { $host }.
harmony-post-funding = Poste de { $post } financé jusqu'au { $date } : { $host }.
harmony-post-contract = Poste de { $post } dont le contrat se termine le { $date } : { $host }.
harmony-step-post = Ouvrir les postes du dispositif
harmony-step-levels = Voir ce niveau
harmony-link = Lien avec la métropole
harmony-link-why = Avec ou sans gouvernance propre, une grappe ou un dispositif se relie à la métropole ou à l'intercommunalité.
harmony-link-settled = Le lien est fait, ou ce niveau n'en demande pas.
harmony-link-one = Rien ne relie cette démarche à la métropole ou à l'intercommunalité : ni rattachement, ni objectif repris.
harmony-step-link = Reprendre un de ses objectifs
harmony-referents = Contacts
harmony-referents-why = Sans contact, personne ne sait à qui écrire.
harmony-referents-settled = Chaque gouvernance a un contact.
harmony-referent-one = « { $name } » n'a pas de contact.
harmony-step-referent = Ajouter un contact
harmony-no-body = Aucune gouvernance ne répond de cette démarche. Elle peut s'en passer, mais quelqu'un doit alors être nommé.
harmony-step-body = Créer une gouvernance
harmony-plans = Feuilles de route
harmony-plans-why = Une feuille de route en vigueur dit aux autres niveaux ce qui est prévu.
harmony-plans-settled = Chaque gouvernance a une feuille de route en vigueur.
harmony-plan-one = « { $name } » n'a pas de feuille de route en vigueur.
harmony-step-plan = Ouvrir ses feuilles de route
