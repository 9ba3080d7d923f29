## On the page of a place

picture-title = En images
picture-more = { $n ->
    [one] Voir une autre image
   *[other] Voir { $n } autres images
}
picture-credit = Crédit : { $credit }
picture-enlarge = Agrandir l'image
picture-enlarge-this = Agrandir l'image : { $alt }

## The form

edit-part-images = Images
edit-part-images-lead = Jusqu'à { $n } images aident à reconnaître le lieu : la porte d'entrée, la salle, l'accueil.
edit-images-none = Aucune image
edit-images-count = { $n ->
    [one] Une image
   *[other] { $n } images
}
edit-image = Image
edit-image-hint = Une photo JPEG, PNG ou WebP, de { $n } Mo au plus. L'endroit et l'heure de la prise de vue sont effacés.
edit-description = Ce que montre l'image
edit-description-hint = Pour les personnes qui ne la voient pas : « La porte vitrée de la maison de quartier, avec une rampe à gauche. » Ne nommez personne.
edit-decorative = Image sans information
edit-decorative-decorative = L'image est décorative : elle n'a pas besoin de description.
edit-credit = Crédit et licence
edit-credit-hint = Qui a pris la photo, et à quelles conditions : « Ville de Rennes, Licence Ouverte 2.0 ». Toute personne reconnaissable doit avoir donné son accord.
picture-add = Ajouter une image
picture-send = Envoyer l'image
picture-remove = Retirer l'image
picture-remove-this = Retirer l'image : { $alt }
picture-told = Description : { $alt }
picture-decorates = Image décorative, sans description.
picture-no-room = Ce lieu a autant d'images qu'il peut en avoir. Retirez-en une pour en ajouter une autre.
note-picture-added = L'image est en ligne.
note-picture-removed = L'image est retirée.

## What is wrong

picture-missing = Choisissez une image.
picture-again = Choisissez l'image à nouveau : elle n'a pas été gardée.
picture-description-missing = Écrivez ce que montre l'image, ou cochez qu'elle est décorative.
picture-credit-missing = Écrivez qui a pris la photo, et sous quelle licence.
picture-too-heavy = Cette image pèse plus de { $n } Mo. Choisissez-en une plus légère.
picture-kind = Ce fichier n'est pas une photo JPEG, PNG ou WebP.
picture-too-many-pixels = Cette image est trop grande : 25 millions de points au plus. Réduisez-la.
picture-too-small = Cette image est trop petite pour être vue.
picture-broken = Cette image est abîmée ou incomplète. Envoyez-la à nouveau, ou choisissez-en une autre.
picture-full = Ce lieu a déjà { $n } images. Retirez-en une d'abord.
