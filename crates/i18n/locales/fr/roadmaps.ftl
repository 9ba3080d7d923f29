# Roadmaps: what everybody reads, the desk of a body, what its members are asked.

## Lists and pages of everybody

roadmaps-title = Feuilles de route
roadmaps-lead = Ce que chaque territoire a décidé de faire pour que tout le monde puisse se servir du numérique.
roadmaps-within = Quel territoire ?
roadmaps-show = Montrer les feuilles de route
roadmaps-none = Aucune feuille de route n'est publiée ici.
roadmaps-elsewhere = Autres
roadmap-about = La feuille de route de { $body } : ce qui est prévu, où, avec qui et pour combien.
roadmap-report = Où en est-on ?
roadmap-report-title = Où en est : { $title }
roadmap-report-day = Bilan au { $date }.
roadmap-reply = Qui porte, qui participe
roadmap-reply-title = Qui porte, qui participe : { $title }
roadmap-reply-lead = Réponse commune de { $body }, au { $date }.
roadmap-reply-carries = Portent une action
roadmap-reply-joins = Participent à une action
roadmap-reply-neither = Ni l'un ni l'autre
roadmap-reply-nobody = Personne.
roadmap-csv = Toutes les actions (CSV)
roadmap-pdf = La feuille de route (PDF accessible)
roadmap-pdf-page = Page { $n } sur { $total }
roadmap-pdf-standing = État d’avancement
roadmap-pdf-actions = Actions
roadmap-pdf-address = Adresse de cette feuille de route
roadmap-pdf-foot = { $body }, le { $date }
roadmap-pdf-draft = Document de travail : tout n’y est pas encore décidé.
roadmap-blank = Rien n'est encore écrit.
roadmap-no-action = Aucune action.
roadmap-not-known = non communiqué
roadmap-versions = Versions
roadmap-version = Version { $n }, du { $date } : { $stage }
roadmap-version-title = { $title }, version { $n }
roadmap-changes = Ce qui a changé
roadmap-changes-of = Ce qui a changé avec : { $version }

## Where it stands

roadmap-stage-brouillon = brouillon
roadmap-stage-en-consultation = en consultation
roadmap-stage-validee = validée
roadmap-stage-amendee = modifiée
roadmap-stage-close = terminée
roadmap-standing = État : { $stage }, depuis le { $date }
roadmap-standing-decided = État : { $stage }, depuis le { $date }, { $decision }
roadmap-decision-named = décision { $number }
roadmap-period = Du { $from } au { $to }
roadmap-period-from = À partir du { $from }
roadmap-period-to = Jusqu'au { $to }
roadmap-period-open = Sans date de début ni de fin
roadmap-area-piece = { $part } ({ $commune })
roadmap-euros = { $amount } €
roadmap-seen = { $value } ({ $date }, { $source })
roadmap-progress-share = { $share } %
roadmap-indicator-named = { $name } ({ $unit })
roadmap-serves = { $objective } ({ $roadmap })
roadmap-cost = Coût de toutes les années : { $amount }
roadmap-balance-even = Le compte y est.
roadmap-balance-short = Il manque { $amount }.
roadmap-balance-over = Il y a { $amount } de trop.
roadmap-partner-agreed = { $name } : { $amount }
roadmap-partner-promised = { $name } : { $amount } (promis)

## How far an action is

roadmap-state-prevue = Prévue
roadmap-state-en-cours = En cours
roadmap-state-faite = Faite
roadmap-state-abandonnee = Abandonnée
roadmap-state-because = { $state } : { $reason }

## Parts of an action

roadmap-part-titre = Titre
roadmap-part-contexte = Pourquoi
roadmap-part-resume = Quoi
roadmap-part-besoins = Besoins
roadmap-part-formes = Personnes à former
roadmap-part-publics = Pour qui
roadmap-part-services = Services
roadmap-part-communes = Où
roadmap-part-lieux = Lieux
roadmap-part-postes = Postes
roadmap-part-porteurs = Qui porte
roadmap-part-partenaires = Avec qui
roadmap-part-periode = Quand
roadmap-part-budget = Argent
roadmap-part-etat = État
roadmap-part-indicateurs = Ce qui est mesuré
roadmap-part-sert = Sert un objectif au-dessus
roadmap-head-year = Année
roadmap-head-balance = Le compte
roadmap-head-paid = Payé par des partenaires
roadmap-head-start = Départ
roadmap-head-target = Cible
roadmap-head-last = Dernier relevé
roadmap-head-progress = Chemin fait
roadmap-post-conseiller-numerique = Conseil numérique
roadmap-post-coordinateur = Coordination
roadmap-post-mediateur = Médiation numérique
roadmap-post-informaticien-public = Informatique publique
roadmap-post-autre = Autre poste

## What changed

roadmap-differences-title = Ce qui a changé : { $title }
roadmap-differences-lead = De la version { $from }, du { $on }, à la version { $to }, du { $until }.
roadmap-from-version = De la version
roadmap-to-version = À la version
roadmap-compare = Comparer
roadmap-no-change = Rien n'a changé.
roadmap-before = Avant
roadmap-after = Maintenant
roadmap-change-added-axe = Nouvel axe : { $title }
roadmap-change-added-objectif = Nouvel objectif : { $title }
roadmap-change-added-action = Nouvelle action : { $title }
roadmap-change-removed-axe = Axe retiré : { $title }
roadmap-change-removed-objectif = Objectif retiré : { $title }
roadmap-change-removed-action = Action retirée : { $title }
roadmap-change-renamed-axe = L'axe « { $before } » s'appelle maintenant « { $after } »
roadmap-change-renamed-objectif = L'objectif « { $before } » s'appelle maintenant « { $after } »
roadmap-change-renamed-action = L'action « { $before } » s'appelle maintenant « { $after } »
roadmap-change-moved-axe = L'axe « { $title } » passe de « { $from } » à « { $to } »
roadmap-change-moved-objectif = L'objectif « { $title } » passe de « { $from } » à « { $to } »
roadmap-change-moved-action = L'action « { $title } » passe de « { $from } » à « { $to } »
roadmap-change-changed-axe = L'axe « { $title } » change
roadmap-change-changed-objectif = L'objectif « { $title } » change
roadmap-change-changed-action = L'action « { $title } » change
roadmap-told = { $label } : { $value }
roadmap-told-year = { $year }, { $label } : { $value }

## The desk of a body

roadmaps-desk-lead = Une feuille de route s'écrit, se soumet à l'avis des membres, puis une décision la valide. Avant, personne d'autre ne la lit.
roadmaps-desk-none = Aucune feuille de route pour le moment.
roadmap-new = Écrire une feuille de route
roadmap-new-lead = Dites d'abord sur quoi elle porte. Vous écrirez ensuite les axes, les objectifs et les actions.
roadmap-presentation = Titre, dates et communes
roadmap-outline = Axes et objectifs
roadmap-outline-lead = Un axe réunit des objectifs. Un objectif réunit des actions. Pour retirer un axe ou un objectif, retirez d'abord ce qu'il contient.
roadmap-outline-more = Enregistrer et continuer
roadmap-title-axe = Axe { $n }
roadmap-title-objectif = Objectif { $n }
roadmap-raise = Monter « { $title } »
roadmap-remove = Retirer « { $title } »
roadmap-objective = Changer un objectif
roadmap-new-action = Ajouter une action
roadmap-add-action = Ajouter une action
roadmap-add-action-to = Ajouter une action à : { $title }
roadmap-edit = Changer
roadmap-edit-objective = Changer
roadmap-edit-this = Changer : { $title }
roadmap-tell = Dire où elle en est
roadmap-tell-this = Dire où elle en est : { $title }
roadmap-remove-action = Retirer cette action
roadmap-progress-title = Où en est : { $title }
roadmap-progress-lead = Ce que vous dites ici se lit tout de suite sur la page publique : ce sont des faits, aucune décision n'est demandée.
roadmap-national = Pour le formulaire national (CSV)
roadmap-public = Page publique
roadmap-members = Membres : { $names }.
roadmap-step = Étape suivante
roadmap-step-empty = Écrivez au moins une action : on pourra ensuite demander l'avis des membres.
roadmap-step-consulted = Les membres donnent leur avis. La décision se note une fois la consultation finie.
roadmap-step-amend = Vous pouvez changer la feuille de route : rien n'est public avant une nouvelle décision.
roadmap-step-validate-title = Décision qui valide la feuille de route
roadmap-step-validate-do = Valider par cette décision
roadmap-step-amend-title = Décision qui adopte les changements
roadmap-step-amend-do = Adopter par cette décision
roadmap-decision-choice = { $number }, du { $date } : { $title }
roadmap-consult = Demander l'avis des membres
roadmap-consult-until = Avis attendus jusqu'au
roadmap-consult-hint = Ce jour compris.
roadmap-close = Terminer la feuille de route
roadmap-close-sure = Oui, elle est terminée : elle ne changera plus.
roadmap-opinions = Avis des membres
roadmap-silent = N'ont pas donné d'avis : { $names }.
roadmap-amendment = Changements qui attendent une décision
roadmap-own-work = Vous avez écrit en dernier : quelqu'un d'autre doit noter la décision.
roadmap-no-decision = Notez d'abord la décision de la réunion : c'est elle qui valide.

## What members are asked

roadmap-asked-title = Avis à donner
roadmap-asked-lead = Ce sur quoi on demande l'avis de { $organisation } : des feuilles de route, des services.
roadmap-asked-none = Rien n'est demandé pour le moment.
roadmap-asked-until = Réponse jusqu'au { $date }.
roadmap-opinion-lead = Que pense { $organisation } de cette feuille de route ?
roadmap-opinion-given = Dernier avis donné : { $view }. Si vous en donnez un autre, c'est lui qui compte.
roadmap-give-opinion = Donner cet avis
roadmap-view-favorable = Favorable
roadmap-view-reserve = Favorable, avec des réserves
roadmap-view-oppose = Opposé

## Answers of forms

roadmap-field-titre = Titre
roadmap-field-du = Du
roadmap-field-au = Au
roadmap-field-communes = Communes
roadmap-field-communes-hint = Un nom par ligne : commune, intercommunalité, département. Vous verrez ensuite ce que cela fait en tout.
roadmap-field-sous-objectif = Objectif
roadmap-field-contexte = Pourquoi cette action ?
roadmap-field-contexte-hint = Le formulaire national le demande. 1 000 signes au plus.
roadmap-field-resume = Que fait-on ?
roadmap-field-resume-hint = Le formulaire national le demande. 1 000 signes au plus.
roadmap-field-besoins = À quels besoins répond-elle ?
roadmap-field-besoins-hint = La liste nationale. Cochez-en au moins un.
roadmap-field-autre_besoin = Si autre, lequel ?
roadmap-field-formes_agents = Agents publics
roadmap-field-formes_salaries = Salariés d'associations
roadmap-field-publics = Pour qui en particulier ?
roadmap-field-publics-hint = Rien de coché : pour tout le monde.
roadmap-field-services = Avec quels services ?
roadmap-field-lieux = Lieux
roadmap-field-lieux-hint = L'adresse de la page de chaque lieu, une par ligne.
roadmap-field-postes = Postes
roadmap-field-porteurs = Qui porte l'action ?
roadmap-field-porteurs-hint = Un nom de structure par ligne.
roadmap-field-partenaires = Avec qui ?
roadmap-field-partenaires-hint = Un nom de structure par ligne.
roadmap-field-etat = Où en est-elle ?
roadmap-field-motif = Si elle est abandonnée, pourquoi ?
roadmap-field-annee-cout = Coût
roadmap-field-annee-demande = Subvention demandée
roadmap-field-annee-partenaires = Payé par d'autres
roadmap-field-annee-partenaires-hint = Une structure par ligne, par exemple : Ville de Rennes ; 4 000 € ; acquis. Écrivez « promis » si rien n'est signé.
roadmap-field-indicateur-nom = Ce que l'on mesure
roadmap-field-indicateur-nom-hint = Videz cette ligne pour retirer la mesure.
roadmap-field-indicateur-unite = Unité
roadmap-field-indicateur-depart = Départ
roadmap-field-indicateur-depart-hint = Jour ; combien ; d'où vient le chiffre. Par exemple : 2024-01-01 ; 120 ; enquête.
roadmap-field-indicateur-cible = Cible à la fin
roadmap-field-indicateur-releves = Relevés
roadmap-field-indicateur-releves-hint = Un par ligne : jour ; combien ; d'où vient le chiffre.
roadmap-field-sert = Quels objectifs au-dessus sert-elle ?
roadmap-field-nouvel-axe = Nouvel axe
roadmap-field-nouvel-objectif = Nouvel objectif
roadmap-field-axe = Axe
roadmap-field-objectif = Objectif
roadmap-field-releve = Combien ?
roadmap-field-releve-jour = Quel jour ?
roadmap-field-releve-source = D'où vient le chiffre ?
roadmap-field-avis = Avis
roadmap-field-motif-avis = Pourquoi ?
roadmap-field-motif-avis-hint = À dire si l'avis n'est pas favorable. Les membres le lisent.
roadmap-group-formes = Personnes à former
roadmap-group-qui = Qui
roadmap-group-ou = Où
roadmap-group-ou-hint = Rien d'écrit : partout où va la feuille de route.
roadmap-group-quand = Quand
roadmap-group-quand-hint = Rien d'écrit : les dates de la feuille de route.
roadmap-group-budget = Argent, année par année
roadmap-group-budget-hint = En euros, par exemple 4 000 ou 4 000,50. Une année vide n'est pas comptée.
roadmap-group-indicateurs = Ce qui est mesuré
roadmap-group-indicateur = Mesure { $n }
roadmap-group-releve-hint = Laissez vide si rien n'a été mesuré.

## What is wrong

roadmap-wrong-no-title = Écrivez un titre.
roadmap-wrong-long-title = C'est trop long : 200 signes au plus.
roadmap-wrong-long = C'est trop long : 1 000 signes au plus.
roadmap-wrong-communes = Pas reconnu : { $text }. Écrivez un nom exact, ou un code comme 35238.
roadmap-wrong-no-area = Dites où : au moins une commune.
roadmap-wrong-beyond = C'est hors de la feuille de route.
roadmap-wrong-no-need = Cochez au moins un besoin.
roadmap-wrong-other-need = Dites quel est cet autre besoin.
roadmap-wrong-year = Cette année est hors de la feuille de route.
roadmap-wrong-over-funded = La subvention et les partenaires dépassent le coût.
roadmap-wrong-amount = Pas compris : écrivez un montant comme 4 000 ou 4 000,50.
roadmap-wrong-amount-point = { $text } peut vouloir dire deux choses : écrivez une virgule pour les centimes.
roadmap-wrong-amount-groups = { $text } : les chiffres vont par groupes de trois.
roadmap-wrong-amount-negative = Un montant n'est pas négatif.
roadmap-wrong-amount-fine = Deux chiffres au plus après la virgule.
roadmap-wrong-number = { $text } n'est pas un nombre.
roadmap-wrong-day = { $text } n'est pas une date : écrivez-la comme 2027-01-31.
roadmap-wrong-no-day = Dites quel jour.
roadmap-wrong-backwards = La fin vient avant le début.
roadmap-wrong-no-reason = Dites pourquoi elle est abandonnée.
roadmap-wrong-no-source = Dites d'où vient le chiffre.
roadmap-wrong-organisations = Pas reconnu : { $text }. Écrivez le nom exact d'une structure du répertoire.
roadmap-wrong-places = Lieux pas reconnus : { $text }.
roadmap-wrong-partner = Pas compris : { $text }. Écrivez par exemple : Ville de Rennes ; 4 000 € ; acquis.
roadmap-wrong-indicator-name = Dites ce que l'on mesure.
roadmap-wrong-measure = { $text } n'est pas une mesure : écrivez un nombre comme 120 ou 12,5.
roadmap-wrong-observation = Pas compris : { $text }. Écrivez par exemple : 2024-12-31 ; 120 ; enquête.
roadmap-wrong-objective = Choisissez un objectif.
roadmap-wrong-meanwhile = Quelqu'un a écrit ici pendant ce temps : « { $text } ». Rechargez la page pour partir de ce texte.
roadmap-wrong-many = Il y en a déjà 30 : c'est le plus possible.
roadmap-wrong-holds-actions = Retirez d'abord ses actions.
roadmap-wrong-holds-objectives = Retirez d'abord ses objectifs.
roadmap-wrong-view = Choisissez un avis.
roadmap-wrong-unsaid = Dites pourquoi : un avis qui n'est pas favorable s'explique.

## What was just done

note-roadmap-created = La feuille de route est créée. Écrivez maintenant ses axes et ses objectifs.
note-roadmap-saved = C'est enregistré.
note-roadmap-told = C'est noté, et visible sur la page publique.
note-roadmap-action-removed = L'action est retirée.
note-roadmap-no-objective = Écrivez d'abord un objectif : une action va sous un objectif.
note-roadmap-consulted = Les membres peuvent donner leur avis.
note-roadmap-wrong-until = Choisissez un jour à venir.
note-roadmap-closed = La feuille de route est terminée.
note-roadmap-unsure = Cochez la case pour confirmer.
note-roadmap-validated = La feuille de route est validée : tout le monde peut la lire.
note-roadmap-amended = Les changements sont adoptés : tout le monde peut les lire.
note-roadmap-own-work = Vous avez écrit en dernier : quelqu'un d'autre doit noter la décision.
note-roadmap-no-decision = Cette décision n'est pas connue. Notez d'abord la décision de la réunion.
note-roadmap-not-now = Ce n'est pas possible maintenant : regardez où en est la feuille de route.
note-roadmap-opinion = Votre avis est enregistré.

## Needs of the national list

roadmap-need-diagnostic = Établir un diagnostic territorial
roadmap-need-co-construire = Co-construire la feuille de route avec les membres
roadmap-need-rediger = Rédiger la feuille de route
roadmap-need-appui-juridique = Appui juridique dédié à la gouvernance
roadmap-need-fonds-local = Structurer un fonds local
roadmap-need-dossiers-de-subvention = Monter des dossiers de subvention complexes
roadmap-need-animer = Animer et mettre en œuvre la gouvernance et la feuille de route
roadmap-need-reconditionnement = Structurer une filière de reconditionnement locale
roadmap-need-donnees = Collecter des données territoriales
roadmap-need-sensibiliser = Sensibiliser les acteurs aux outils existants
roadmap-need-qualiopi = Appuyer la certification Qualiopi de structures privées
roadmap-need-former-agents-publics = Former les agents publics
roadmap-need-former-salaries-associatifs = Former les salariés associatifs
roadmap-need-autre = Autre

## Lists of the national platform

roadmap-list-title = Comparer avec la plateforme nationale
roadmap-list-lead = Collez ici la liste des contacts des membres, ou celle des postes, que donne « Mon inclusion numérique ». Rien n'est enregistré.
roadmap-list-paste = Liste (CSV)
roadmap-list-hint = Tout le fichier, avec la ligne des titres. Les noms des personnes ne sont pas lus.
roadmap-list-wrong = Cette liste n'est ni celle des membres ni celle des postes.
roadmap-list-differences = Ce qui est différent
roadmap-list-none = Rien n'est différent.
roadmap-list-not-member = { $name } ({ $kind }) est membre sur la plateforme nationale, et pas ici.
roadmap-list-unknown = { $name } ({ $kind }) est membre sur la plateforme nationale, et pas dans le répertoire.
roadmap-list-not-there = { $name } est membre ici, et pas sur la plateforme nationale.
roadmap-list-unknown-employer = { $name } a des postes sur la plateforme nationale, et n'est pas dans le répertoire.
roadmap-list-posts-filled = { $name } : postes occupés, { $there } là-bas, { $here } ici.
roadmap-list-posts-vacant = { $name } : postes vacants, { $there } là-bas, { $here } ici.
roadmap-list-posts-returned = { $name } : postes rendus, { $there } là-bas, { $here } ici.

## Counts

roadmap-area = { $n ->
    [one] { $n } commune : { $names }
   *[other] { $n } communes : { $names }
}
roadmap-area-more = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
roadmap-actions = { $n ->
    [0] aucune action
    [one] { $n } action
   *[other] { $n } actions
}
roadmap-count-prevue = { $n ->
    [one] { $n } action prévue
   *[other] { $n } actions prévues
}
roadmap-count-en-cours = { $n ->
    [one] { $n } action en cours
   *[other] { $n } actions en cours
}
roadmap-count-faite = { $n ->
    [one] { $n } action faite
   *[other] { $n } actions faites
}
roadmap-count-abandonnee = { $n ->
    [one] { $n } action abandonnée
   *[other] { $n } actions abandonnées
}
roadmap-posts = { $n ->
    [one] { $n } poste
   *[other] { $n } postes
}
roadmap-trained-agents = { $n ->
    [one] { $n } agent public
   *[other] { $n } agents publics
}
roadmap-trained-staff = { $n ->
    [one] { $n } salarié d'association
   *[other] { $n } salariés d'associations
}
roadmap-opinions-lead = { $period }. Avis favorables : { $favourable }. Avec des réserves : { $reserved }. Opposés : { $opposed }.
roadmap-list-members = { $n ->
    [one] { $n } membre est lu.
   *[other] { $n } membres sont lus.
}
roadmap-list-posts = { $n ->
    [one] { $n } poste est lu.
   *[other] { $n } postes sont lus.
}
roadmap-list-unread = { $n ->
    [one] { $n } ligne n'a pas pu être lue.
   *[other] { $n } lignes n'ont pas pu être lues.
}
