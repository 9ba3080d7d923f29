## Bodies, for everybody

bodies-title = Gouvernances
bodies-about = Qui décide ensemble de l'inclusion numérique, territoire par territoire.
bodies-lead = Une gouvernance réunit les structures qui décident ensemble de l'inclusion numérique sur un territoire.
bodies-where = Territoire
bodies-where-hint = Un nom ou un code. Par exemple : Rennes Métropole, 35238, Ille-et-Vilaine.
bodies-where-wrong = « { $text } » n'est pas connu, ou désigne plusieurs territoires. Écrivez un nom complet ou un code.
bodies-find = Voir les gouvernances
bodies-total = { $n ->
    [0] Aucune gouvernance n'est connue ici.
    [one] Une gouvernance est connue ici.
   *[other] { $n } gouvernances sont connues ici.
}
bodies-more = { $n ->
    [one] Une autre gouvernance n'est pas montrée : précisez un territoire.
   *[other] { $n } autres gouvernances ne sont pas montrées : précisez un territoire.
}
bodies-level-pays = France
bodies-level-region = Régions
bodies-level-departement = Départements
bodies-level-epci = Intercommunalités
bodies-level-commune = Communes
bodies-level-quartier = Quartiers
bodies-level-dispositif = Dispositifs et réseaux
bodies-level-grappe = Regroupements de lieux
bodies-one-about = { $name } : qui répond, qui participe, ce qui est prévu.
bodies-on = Tel que c'était le { $date }.
bodies-over = Cette gouvernance est terminée.
bodies-over-short = terminée
bodies-seat = Territoire ou dispositif
bodies-period = Durée
bodies-since = depuis le { $date }
bodies-until = jusqu'au { $date }
bodies-from-to = du { $from } au { $to }
bodies-run-by = Animée par
bodies-covers = Communes concernées
bodies-communes = { $n ->
    [0] Aucune commune entière
    [one] Une commune
   *[other] { $n } communes
}
bodies-communes-more = { $n ->
    [one] et une autre commune
   *[other] et { $n } autres communes
}
bodies-contacts = À qui écrire
bodies-members = Membres
bodies-members-total = { $n ->
    [0] Aucun membre pour le moment.
    [one] Un membre.
   *[other] { $n } membres.
}
bodies-member = Structure
bodies-roles = Rôles
bodies-member-from = Membre depuis le
bodies-role-none = Membre
bodies-role-coporteur = Coporteur
bodies-role-cofinanceur = Cofinanceur
bodies-role-beneficiaire = Bénéficiaire
bodies-role-observateur = Observateur
bodies-role-animateur = Animateur
bodies-join-ask = Votre structure veut participer ?
bodies-join = Demander à rejoindre cette gouvernance
bodies-roadmaps = Feuilles de route
bodies-stage-brouillon = en préparation
bodies-stage-en-consultation = en consultation
bodies-stage-validee = validée
bodies-stage-amendee = validée, puis modifiée
bodies-stage-close = terminée
bodies-meetings = Réunions publiques à venir
bodies-committees = Comités
bodies-committee-strategique = décide
bodies-committee-technique = prépare et suit
bodies-committee-consultatif = est consulté
bodies-committee-autre = autre comité
bodies-frequency-mensuelle = chaque mois
bodies-frequency-trimestrielle = chaque trimestre
bodies-frequency-semestrielle = chaque semestre
bodies-frequency-annuelle = chaque année
bodies-frequency-autre = à un autre rythme
bodies-documents = Textes fondateurs
bodies-document-lettre = Lettre
bodies-document-charte = Charte
bodies-document-convention = Convention
bodies-document-deliberation = Délibération
bodies-document-arrete = Arrêté
bodies-document-autre = Autre document
bodies-document-told = { $kind } : { $title }
bodies-document-on = du { $date }
bodies-document-reference = référence { $reference }

## The desks

bodies-mine = { $n ->
    [0] Vous ne suivez aucune gouvernance pour le moment.
    [one] Vous suivez une gouvernance.
   *[other] Vous suivez { $n } gouvernances.
}
bodies-desk = Suivre la gouvernance
bodies-public = Voir la page publique
bodies-all = Voir toutes les gouvernances
bodies-own = Participation de vos structures
bodies-own-none = Vos structures ne participent à aucune gouvernance.
bodies-own-hint = Pour participer, ouvrez la page d'une gouvernance et demandez à la rejoindre.
bodies-standing-candidate = demande en attente
bodies-standing-member = membre
bodies-withdraw-ask = Retirer la demande
bodies-withdraw = Retirer la demande auprès de { $name }
bodies-leave-ask = Quitter
bodies-leave = Quitter { $name }
bodies-leave-hint = Les rôles de la structure s'arrêtent aujourd'hui. Elle pourra demander à revenir.
bodies-waiting = { $n ->
    [one] Une structure attend votre réponse.
   *[other] { $n } structures attendent votre réponse.
}
bodies-change = Modifier
bodies-founding = Textes fondateurs et référents
bodies-founding-of = Textes fondateurs et référents : { $name }
bodies-download = Télécharger { $name }
bodies-nothing = rien

## Founding

bodies-new = Créer une gouvernance
bodies-new-lead = Indiquez le territoire, le nom et le texte qui fonde la gouvernance. Le reste peut attendre.
bodies-part-what = La gouvernance
bodies-part-document = Le texte fondateur
bodies-part-referent = La personne référente, par sa fonction
bodies-found = Créer la gouvernance
bodies-seat-other = Vous ne pouvez pas créer de gouvernance sur ce territoire.
bodies-document-add = Ajouter un document
bodies-document-remove-ask = Retirer ce document
bodies-document-remove = Retirer « { $title } »
bodies-document-remove-hint = Le fichier est effacé. L'historique garde une trace de ce retrait.
bodies-referent-add = Ajouter un référent
bodies-referent-hint = Donnez une fonction et une adresse de service, pas le nom d'une personne : tout le monde peut les lire.
bodies-referent-end = Terminer aujourd'hui : { $name }
bodies-end = Terminer la gouvernance
bodies-end-ask = Choisir un dernier jour
bodies-end-hint = La page reste visible, avec l'historique. Aucune structure ne peut plus demander à participer.
bodies-field-siege = Territoire ou dispositif
bodies-field-siege-hint = Un nom ou une clé. Par exemple : Ille-et-Vilaine, epci-243500139, dispositif-epn.
bodies-field-nom = Nom de la gouvernance
bodies-field-communes = Communes concernées
bodies-field-communes-hint = Un nom ou un code par ligne : commune, intercommunalité, département. À la création, laissez vide pour tout le territoire.
bodies-field-debut = Premier jour
bodies-field-objet = À quoi elle sert
bodies-field-objet-hint = Facultatif. Quelques phrases simples.
bodies-field-animation = Structure qui l'anime
bodies-field-animation-hint = Facultatif. Le nom d'une structure enregistrée.
bodies-field-de_droit = Membre de droit
bodies-field-de_droit-hint = Facultatif. Par exemple la préfecture. Ses pairs ne peuvent pas l'exclure.
bodies-field-nature = Nature du document
bodies-field-titre = Titre
bodies-field-date = Date du document
bodies-field-reference = Référence
bodies-field-reference-hint = Facultatif. Telle que l'auteur la donne.
bodies-field-fichier = Fichier
bodies-field-fichier-hint = Facultatif. PDF, OpenDocument, Office, PNG ou JPEG, 25 Mo au plus. Seuls les membres le lisent.
bodies-field-lien = Adresse où on peut le lire
bodies-field-lien-hint = Facultatif. Elle commence par https://.
bodies-field-structure = Structure du référent
bodies-field-structure-hint = Le nom d'une structure enregistrée.
bodies-field-fonction = Fonction
bodies-field-fonction-hint = Par exemple : référente numérique du département.
bodies-field-courriel = Courriel du service
bodies-field-telephone = Téléphone du service
bodies-field-depuis = Depuis le
bodies-field-fin = Dernier jour

## Members

bodies-members-of = Membres : { $name }
bodies-candidates = Demandes en attente
bodies-candidates-none = Aucune demande n'attend.
bodies-asked = Demande du { $date } : { $wish }.
bodies-wish-porter = souhaite porter
bodies-wish-participer = souhaite participer
bodies-wish-observer = souhaite être informée
bodies-confirm = Confirmer { $name }
bodies-decline-ask = Ne pas retenir la demande
bodies-decline = Ne pas retenir { $name }
bodies-members-none = Aucun membre pour le moment.
bodies-member-since = Membre depuis le { $date }.
bodies-by-right-since = Membre de droit depuis le { $date }.
bodies-role-give = Donner ce rôle
bodies-role-give-to = Donner un rôle à { $name }
bodies-role-end = Terminer aujourd'hui
bodies-role-end-of = Terminer aujourd'hui le rôle { $role } de { $name }
bodies-exclude = Exclure { $name }
bodies-exclude-hint = Une exclusion demande une décision de la gouvernance. Donnez son numéro et le motif.
bodies-relieve = Relever { $name }
bodies-relieve-hint = À faire quand la structure n'existe plus, ou quand son siège revient à une autre. Ses rôles s'arrêtent aujourd'hui.
bodies-by-right = Membres de droit
bodies-by-right-hint = Une structure qui siège de droit ne fait pas de demande, et ses pairs ne peuvent pas l'exclure.
bodies-by-right-add = Ajouter un membre de droit
bodies-gone = Parties
bodies-left-withdrew = Partie d'elle-même le { $date }.
bodies-left-declined = Demande non retenue le { $date }.
bodies-left-excluded = Exclue le { $date }.
bodies-left-relieved = Relevée le { $date }.
bodies-left-reason = Motif : { $reason }
bodies-field-organisation = Structure
bodies-field-organisation-hint = Une structure enregistrée.
bodies-field-souhait = Ce que souhaite la structure
bodies-field-decision = Numéro de la décision
bodies-field-decision-hint = Par exemple : 2026-4. Facultatif, sauf pour exclure.
bodies-field-motif = Motif
bodies-field-role = Rôle
bodies-field-du = Premier jour
bodies-field-au = Dernier jour
bodies-field-au-hint = Facultatif : sans date, le rôle dure tant que la structure est membre.
bodies-join-of = Rejoindre : { $name }
bodies-join-lead = Votre demande est lue par les structures qui portent la gouvernance. Vous suivez la réponse dans votre espace.
bodies-join-send = Envoyer la demande

## What cannot be done

bodies-clash-lead = Quelqu'un a modifié la même chose que vous. Sa réponse est à côté de la vôtre : gardez la vôtre ou reprenez la sienne, puis enregistrez.
bodies-clash = L'autre personne a écrit : { $theirs }
bodies-wrong-missing = À remplir.
bodies-wrong-long = Trop long : { $n } caractères au plus.
bodies-wrong-day = Écrivez une date comme 2026-11-30.
bodies-wrong-backwards = Le dernier jour vient avant le premier.
bodies-wrong-organisation = Aucune structure, ou plusieurs, portent ce nom. Écrivez le nom exact ou la fin de son adresse.
bodies-wrong-url = L'adresse commence par https://.
bodies-wrong-decision = Cette gouvernance n'a pas pris de décision sous ce numéro.
bodies-wrong-early = Cette date vient avant le début de la participation.
bodies-wrong-by-right = Un membre de droit n'est pas exclu par ses pairs.
bodies-wrong-role-held = La structure a déjà ce rôle à ces dates.
bodies-wrong-role-not-held = La structure n'a pas ce rôle aujourd'hui.
bodies-wrong-observer = Un observateur n'a pas d'autre rôle.
bodies-wrong-candidate = Cette structure a déjà fait une demande.
bodies-wrong-member = Cette structure est déjà membre.
bodies-wrong-moved = Quelqu'un a changé cela entre-temps. Relisez la page, puis recommencez si besoin.
bodies-wrong-over = Cette gouvernance est terminée.
bodies-wrong-file-empty = Le fichier est vide.
bodies-wrong-file-large = Le fichier est trop lourd : 25 Mo au plus.
bodies-wrong-file-kind = Ce type de fichier n'est pas accepté.
bodies-wrong-file-disguised = Le fichier n'est pas ce que son nom annonce.
bodies-wrong-file-name = Le nom du fichier ne convient pas : 150 caractères au plus.
bodies-wrong-file-again = Choisissez à nouveau le fichier : il n'a pas été gardé.

## What the level above keeps

suivi-title = Note de suivi
suivi-title-of = Note de suivi : { $name }
suivi-lead = Seules les personnes qui suivent cette gouvernance depuis son territoire lisent cette note. Ses membres ne la voient pas, et aucun export ne la contient.
suivi-since = Note écrite le { $date }.
suivi-note = Comment ça se passe
suivi-note-hint = Effacez le texte pour retirer la note.
suivi-note-missing = Dites d'abord comment ça se passe.
suivi-difficulte = Ce qui est difficile
suivi-difficulte-hint = Facultatif.
noms-title = Noms des personnes référentes
noms-title-of = Noms des personnes référentes : { $name }
noms-lead = Tout le monde voit la fonction. Le nom n'est montré qu'ici, aux personnes qui gèrent ou suivent ce territoire. Il est effacé quand le mandat est fini.
noms-way = Ajouter ou retirer un nom
noms-none = Aucun nom n'est donné.
noms-no-function = Donnez d'abord une fonction à une personne référente.
noms-add = Ajouter un nom
noms-remove = Retirer
noms-remove-this = Retirer { $name }
noms-fonction = Fonction
noms-nom = Prénom et nom
noms-nom-hint = Avec l'accord de la personne.
noms-jusque = Jusqu'au
noms-jusque-hint = Facultatif. Sans date, le nom reste tant que la fonction dure.
noms-jusque-past = Cette date est passée : le nom serait effacé tout de suite.

## What was done

note-bodies-founded = La gouvernance est créée.
note-bodies-saved = C'est enregistré.
note-bodies-asked = La demande est envoyée.
note-bodies-left = C'est fait. La structure pourra demander à revenir.
note-bodies-member-saved = C'est noté.
