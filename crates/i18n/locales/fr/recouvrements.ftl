# Overlaps on the ground of a body: the list, and what is set aside.

recouv-title = Rapprochements
recouv-of = Rapprochements : { $name }
recouv-lead = Ce qui est prévu, demandé ou financé deux fois sur ce territoire, et ce qui pourrait être fait ensemble. Vous ne voyez que ce que vous avez le droit de lire. À vous de juger : rien n’est décidé par le programme.
recouv-tabs = À regarder ou mis de côté
recouv-tab-open = À regarder ({ $n })
recouv-tab-aside = Mis de côté ({ $n })
recouv-sorte = Sorte de rapprochement
recouv-annee = Année
recouv-besoin = Besoin
recouv-tous = Tous
recouv-show = Filtrer la liste
recouv-count = { $n ->
    [0] Rien à regarder.
    [one] { $n } cas à regarder.
   *[other] { $n } cas à regarder, les plus sûrs d’abord.
}
recouv-next = Voir les suivants
recouv-aside-count = { $n ->
    [0] Rien n’est mis de côté.
    [one] { $n } paire mise de côté.
   *[other] { $n } paires mises de côté, les dernières d’abord.
}
recouv-map-title = { $n ->
    [one] Carte de { $n } cas
   *[other] Carte des { $n } cas
}
recouv-map-desc = Chaque numéro est celui d’un cas de la liste, au milieu des communes concernées.
recouv-case = { $n }. { $label }
recouv-gathers = { $n } fiches disent la même chose.
recouv-why = Pourquoi ?
recouv-indice = Indice : { $n } sur 100. Il range la liste, ce n’est pas une probabilité. Ce qui a pesé :
recouv-avec = avec { $names }

recouv-genre-intention = Intention
recouv-genre-action = Action de feuille de route
recouv-genre-demande = Demande
recouv-genre-poste = Poste
recouv-genre-financement = Financement accordé

## Setting aside

recouv-ecarter = Mettre de côté
recouv-ecarter-label = Mettre de côté : { $titles }
recouv-ecarter-title = Mettre de côté un rapprochement
recouv-ecarter-lead = Il quitte la liste, avec la raison que vous donnez. Il y revient si l’une des deux fiches change sur ce qui compte.
recouv-ecarter-act = Mettre de côté
recouv-motif = Pourquoi n’y a-t-il rien à régler ?
recouv-motif-hint = Par exemple : deux salles différentes, les porteurs se sont parlé.
recouv-wrong-reason = Dites pourquoi : sans raison, la paire reste dans la liste.
recouv-said = Mis de côté le { $date } : { $reason }
recouv-changed = Mis de côté le { $date } ({ $reason }). Depuis, ce qui compte a changé.
recouv-rouvrir = Remettre dans la liste
recouv-rouvrir-label = Remettre dans la liste : { $titles }

note-recouv-ecarte = La paire est mise de côté.
note-recouv-rouvert = La paire est de nouveau dans la liste.
note-recouv-parti = Il n’y a plus rien à régler entre ces deux fiches.

## What an intention meets

recouv-autour = Qui d'autre ?
recouv-autour-see = Voir qui d'autre
recouv-autour-none = Rien de ce que vous pouvez lire ne ressemble à cette intention.
recouv-autour-lead = { $n ->
    [one] Une fiche que vous pouvez lire ressemble à cette intention. Parlez-vous avant de demander.
   *[other] { $n } fiches que vous pouvez lire ressemblent à cette intention, les plus sûres d'abord. Parlez-vous avant de demander.
}
