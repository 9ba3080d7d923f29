# Ways to reach a place that are one person's own.

contact-own = Cela semble être le courriel ou le mobile d'une personne. Cochez « publier » si elle est d'accord, ou laissez ce champ vide.
contact-publish = Publier : la personne à qui est ce courriel ou ce mobile est d'accord pour que tout le monde le voie.
edit-publier = Courriel ou mobile d'une personne
edit-publier-hint = Seulement si vous ajoutez le courriel ou le mobile d'une personne.
edit-publier-oui = Publier : cette personne est d'accord pour que tout le monde le voie
