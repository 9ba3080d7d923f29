## Minutes

minutes-title = Compte-rendu : { $title }
minutes-way = Voir le compte-rendu
minutes-past = Comptes-rendus
minutes-held-on = Réunion du { $date }.
minutes-public-lead = { $name }, { $when }. { $state }.
minutes-state-prevue = Prévue
minutes-state-convoquee = Convoquée
minutes-state-tenue = Tenue
minutes-state-approuvee = Compte-rendu approuvé
minutes-state-annulee = Annulée
minutes-agenda = Ordre du jour
minutes-texte = Compte-rendu
minutes-texte-hint = Une ligne qui commence par # est un titre. Une ligne qui commence par - est un élément de liste. Deux étoiles mettent en valeur : **important**.
minutes-empty = Rien n’est écrit pour le moment.
minutes-not-held = Le compte-rendu s’écrit quand la réunion a eu lieu.
minutes-not-public = Le compte-rendu n’est pas encore approuvé.
minutes-see-public = Voir la page publique de la réunion
minutes-look = Voir le résultat
minutes-preview = Aperçu
minutes-saved-at = Enregistré à { $time }.
minutes-last-saved = Dernier enregistrement : { $when }.
minutes-never-saved = Rien n’est encore enregistré.
minutes-failed = Pas enregistré : le site ne répond pas. Votre texte est toujours là.
minutes-not-kept = Pas enregistré : une autre personne vient d’enregistrer un autre texte. Choisissez « Enregistrer » pour voir les deux.
minutes-settled = Pas enregistré : le compte-rendu vient d’être approuvé.
minutes-clash = Une autre personne a enregistré un autre texte pendant que vous écriviez. Les deux textes sont ici. Reprenez dans le vôtre ce qui manque, puis enregistrez.
minutes-standing = Texte enregistré le { $when }
minutes-standing-hint = Vous pouvez le copier.
minutes-mine = Votre texte
minutes-lost = Votre texte n’est pas enregistré : le compte-rendu vient d’être approuvé. Vous pouvez le copier.
minutes-approve = Approuver le compte-rendu
minutes-approve-submit = Approuver
minutes-approuve-le = Jour de l’approbation
minutes-decision = Décision qui l’approuve
minutes-decision-hint = Facultatif.
minutes-no-decision = Aucune
minutes-sur = Confirmation
minutes-sur-oui = Le texte enregistré ne changera plus. Celui d’une réunion publique sera lu par tout le monde.
minutes-unsure = Cochez la case pour confirmer.
minutes-wrong-day = Choisissez un jour entre la réunion et aujourd’hui.
minutes-wrong-empty = Le compte-rendu est vide.
minutes-wrong-moved = Le texte vient de changer. Relisez-le, puis approuvez-le.
minutes-approved-on = Approuvé le { $date }. Il ne change plus.
minutes-approved-by = Approuvé le { $date } par la décision { $number }. Il ne change plus.

## Decisions

decisions-title = Décisions
decisions-all = Toutes
decisions-to-do = À faire
decisions-late = En retard
decisions-done = Faites
decisions-none = Aucune décision à montrer.
decisions-meetings = Réunions tenues
decisions-no-meeting = Aucune réunion n’a encore eu lieu : une décision se prend en réunion.
decisions-total = { $n ->
    [0] Aucune décision.
    [one] Une décision.
   *[other] { $n } décisions.
}
decisions-late-total = { $n ->
    [one] Une est en retard.
   *[other] { $n } sont en retard.
}
decision-named = Décision { $number } : { $title }
decision-meeting-named = { $title }, le { $date }
decision-number = Décision
decision-meeting = Réunion
decision-owner = Responsable
decision-follow-up = Suivi
decision-publicity = Lecture
decision-new = Noter une décision
decision-new-lead = Elle reçoit le numéro suivant de l’année. Seuls les membres la lisent tant qu’elle n’est pas publiée.
decision-take = Noter la décision
decision-reunion = Réunion
decision-titre = Décision, en une ligne
decision-texte = Texte complet
decision-texte-hint = Facultatif. N’écrivez pas de nom de personne : le texte pourra être publié.
decision-lies = Membres qu’elle engage
decision-lies-hint = Si vous ne cochez rien, elle engage tous les membres.
decision-binds-all = Tous les membres
decision-responsable = Structure responsable du suivi
decision-responsable-hint = Le nom d’une structure. Laissez vide s’il n’y a rien à faire.
decision-echeance = À faire avant le
decision-echeance-hint = Facultatif.
decision-open = à faire
decision-due = à faire avant le { $date }
decision-late = en retard : à faire avant le { $date }
decision-done-on = fait le { $date }
decision-private = Lue par les membres seulement
decision-public-from = Publiée à partir du { $date }
decision-public-since = Publiée depuis le { $date }
decision-see-public = Voir la page publique
decision-dissent = Désaccords
decision-dissent-none = Aucun désaccord n’est noté.
decision-dissent-named = nom publié
decision-dissent-private = nom gardé entre membres
decision-dissent-add = Noter un désaccord
decision-dissent-add-submit = Noter le désaccord
decision-structure = Membre
decision-mots = Ses raisons
decision-mots-hint = Facultatif. Avec ses mots.
decision-nommer = Publication
decision-nommer-oui = Ce membre accepte d’être nommé quand la décision est publiée
decision-nommer-oui-hint = Sinon, la page publique compte ce désaccord sans le nommer.
decision-unname = Ne plus nommer
decision-unname-this = Ne plus nommer { $name }
decision-do = Suivi
decision-do-submit = C’est fait
decision-fait-le = Fait le
decision-undo = Suivi
decision-undo-submit = Ce n’est pas fait
decision-publish = Publication
decision-publish-submit = Publier
decision-publier-le = Publier à partir du
decision-publier-le-hint = Tout le monde lira le titre, le texte et les désaccords que leurs membres acceptent de publier.
decision-retract = Publication
decision-retract-submit = Retirer de la page publique
decision-change = Modifier la décision
decision-change-submit = Enregistrer
decision-public-lead = { $name }, le { $date }.
decision-against = { $n ->
    [one] Un membre n’était pas d’accord.
   *[other] { $n } membres n’étaient pas d’accord.
}
decision-wrong-title = Écrivez la décision en une ligne.
decision-wrong-meeting = Choisissez une réunion qui a eu lieu.
decision-wrong-member = Choisissez une structure qui était membre ce jour-là.
decision-wrong-owner = Cette structure n’est pas connue.
decision-wrong-nobody = Dites qui est responsable, ou effacez la date.
decision-wrong-nothing = Il n’y a rien à faire pour cette décision.
decision-wrong-public = Tout le monde lit cette décision : retirez-la d’abord de la page publique.
decision-wrong-day = Ce jour n’est pas possible : il suit la décision, et ce qui est fait ne l’est pas à l’avance.

## What was done

note-minutes-saved = Le compte-rendu est enregistré.
note-minutes-approved = Le compte-rendu est approuvé.
note-minutes-not-now = Ce compte-rendu ne peut plus changer.
note-decision-taken = La décision est notée.
note-decision-saved = La décision est enregistrée.
note-decision-contested = Le désaccord est noté.
note-decision-agreed = Le désaccord est retiré.
note-decision-unnamed = Ce membre n’est plus nommé sur la page publique.
note-decision-done = C’est fait : le suivi est noté.
note-decision-undone = Le suivi reprend.
note-decision-published = La décision est publiée.
note-decision-retracted = La décision n’est plus publiée.
note-decision-not-now = Ce n’est pas possible maintenant : regardez où en est la décision.
