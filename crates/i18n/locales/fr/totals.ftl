# Figures of a territory: what adds up, what is covered, who meets, what changed.

totals-demonstration = Démonstration : les gouvernances, les décisions et les montants d'exemple sont inventés.
totals-title = { $name } en chiffres
totals-about = Lieux, équipes, gouvernances et feuilles de route : { $name } en chiffres, chaque chose comptée une fois.
totals-sentence = Au { $date }, { $name } compte { $places ->
    [one] { $places } lieu d'aide
   *[other] { $places } lieux d'aide
}, { $posts ->
    [one] { $posts } poste
   *[other] { $posts } postes
}, { $members ->
    [one] { $members } structure membre d'une gouvernance
   *[other] { $members } structures membres d'une gouvernance
} et { $actions ->
    [one] { $actions } action de feuille de route
   *[other] { $actions } actions de feuille de route
}.
totals-too-much = Un budget saisi dépasse ce qui peut être compté : les sommes ne sont pas affichées.
totals-link = Chiffres et couverture
totals-csv = Chiffres en CSV
totals-table = Chaque chose comptée une fois
totals-territory = Territoire
totals-places = Lieux
totals-hours = Ouverture par semaine
totals-posts = Postes
totals-fte = Temps plein
totals-members = Membres
totals-bodies = Gouvernances
totals-roadmaps = Feuilles de route
totals-actions = Actions
totals-budget = Budget
totals-hours-cell = { $hours } h
totals-once = La dernière ligne compte une seule fois ce qui est à cheval sur plusieurs lignes : elle peut être plus petite que leur somme. Elle compte aussi ce qui est mené à son propre niveau.
totals-without-hours = { $n ->
    [one] Un lieu n'a pas d'horaires connus : il n'entre pas dans les heures d'ouverture.
   *[other] { $n } lieux n'ont pas d'horaires connus : ils n'entrent pas dans les heures d'ouverture.
}
totals-without-fte = { $n ->
    [one] Un poste n'a pas de temps de travail connu : il n'entre pas dans les temps pleins.
   *[other] { $n } postes n'ont pas de temps de travail connu : ils n'entrent pas dans les temps pleins.
}
totals-without-budget = { $n ->
    [one] Une action n'a pas de budget connu : elle n'entre pas dans le budget.
   *[other] { $n } actions n'ont pas de budget connu : elles n'entrent pas dans le budget.
}
totals-wrong-day = « { $text } » n'est pas une date : écrivez-la par exemple 2024-01-15.

totals-coverage = Communes couvertes, niveau par niveau
totals-communes = { $n ->
    [one] { $n } commune.
   *[other] { $n } communes.
}
totals-coverage-lead = Une commune est couverte quand elle l'est tout entière.
totals-with-body = Avec une gouvernance
totals-with-roadmap = Avec une feuille de route
totals-with-referent = Avec un contact
totals-twice = Couvertes deux fois
totals-forgotten = Sans gouvernance : { $names }.
totals-others = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}

totals-meetings = Séances publiques à venir
totals-no-meeting = Aucune séance publique n'est annoncée.
totals-feed = Suivre dans un agenda (iCalendar)
totals-calendar-of = Séances publiques : { $name }

totals-changes = Ce qui a changé
totals-no-change = Rien n'a changé depuis ce jour.
totals-since = Depuis le
totals-again = Pour voir à votre prochaine visite ce qui aura changé, gardez cette adresse. Rien n'est retenu de votre passage.
totals-again-link = Ce qui change à partir d'aujourd'hui
totals-post-conseiller-numerique = conseil numérique
totals-post-coordinateur = coordination
totals-post-mediateur = médiation numérique
totals-post-informaticien-public = informatique publique
totals-post-autre = autre poste
change-body-began = Nouvelle gouvernance : { $name }
change-body-ended = Fin de la gouvernance : { $name }
change-joined = { $organisation } rejoint « { $name } »
change-left = { $organisation } quitte « { $name } »
change-roadmap-en-consultation = Feuille de route mise en consultation : { $name }
change-roadmap-validee = Feuille de route validée : { $name }
change-roadmap-amendee = Feuille de route modifiée par une décision : { $name }
change-roadmap-close = Feuille de route close : { $name }
change-minutes = Compte rendu publié : { $name }
change-scheme = Nouveau dispositif : { $name }
change-post-vacant = Poste à pourvoir : { $name }, { $organisation }
change-post-occupe = Poste pourvu : { $name }, { $organisation }
change-post-rendu = Poste rendu : { $name }, { $organisation }
