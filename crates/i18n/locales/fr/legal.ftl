# Pages of plain text.

accessibility-title = Accessibilité
accessibility-lead = Ce site doit servir à tout le monde, avec ou sans écran, souris ou script. Il vise le RGAA 4.1.2 et les WCAG 2.2, niveau AA.
accessibility-state = État de conformité
accessibility-state-text = Ce site est partiellement conforme : les contrôles automatiques ne trouvent pas d'erreur, mais l'audit complet par une personne n'est pas encore fait.
accessibility-tested = Ce qui est contrôlé
accessibility-tested-text = À chaque version, un programme examine toutes les pages en clair et en sombre, sur petit et grand écran : contrastes, titres, libellés, ordre de lecture. Tous les parcours sont suivis sans script. Les pages se lisent à 320 pixels de large et s'impriment.
accessibility-limits = Limites connues
accessibility-limits-text = La carte qui bouge demande une souris ou un doigt : la liste des lieux, juste en dessous, dit la même chose. Les présentations écrites par les lieux ne sont pas toujours en français simple.
accessibility-tell = Signaler une difficulté
accessibility-tell-text = Si quelque chose vous bloque, dites-le à l'équipe qui tient ce site : son adresse est dans les mentions légales. Une réponse vous est due, et l'information vous sera donnée par un autre moyen.
accessibility-defend = Vos recours
accessibility-defend-text = Si la réponse ne vient pas ou ne suffit pas, vous pouvez écrire au Défenseur des droits, sans timbre : Libre réponse 71120, 75342 Paris CEDEX 07, ou téléphoner au 09 69 39 00 00.

ecodesign-title = Écoconception
ecodesign-lead = Un site léger s'ouvre sur un vieux téléphone et une connexion lente. C'est aussi une question d'égalité.
ecodesign-light = Léger par construction
ecodesign-light-text = Une page demande trois fichiers au plus et pèse moins de 50 Ko. Pas de police à télécharger, pas d'image décorative, pas de vidéo, pas de traceur. La carte n'est chargée que si vous la demandez.
ecodesign-measured = Mesuré à chaque version
ecodesign-measured-text = Le nombre d'éléments, de requêtes et d'octets de chaque page est mesuré dans un vrai navigateur. Une version qui dépasse les limites n'est pas publiée : l'indice EcoIndex vise A sur les pages publiques.
ecodesign-lasting = Fait pour durer
ecodesign-lasting-text = Le site marche sans script et sur les navigateurs anciens. Les pages s'impriment : une feuille suffit souvent.
ecodesign-hosting = Côté serveur
ecodesign-hosting-text = Les réponses sont préparées en mémoire, sans base à interroger. Une petite machine suffit pour des dizaines de milliers de lieux.

notices-title = Mentions légales
notices-lead = Ce site est une installation de Portulan, un programme libre pour trouver de l'aide avec le numérique.
notices-publisher = Éditeur et hébergeur
notices-publisher-text = L'organisme qui tient cette installation en est l'éditeur. Tant qu'il n'a pas écrit ici son nom, son adresse et son hébergeur, cette installation est un essai et ne doit pas servir de référence.
notices-program = Programme
notices-program-text = Portulan est sous licence GNU AGPL 3.0 ou suivante : son code source est à la disposition de toute personne qui utilise ce site.
notices-data = Données
notices-data-text = Les fiches viennent des sources nommées sur chacune d'elles. Elles sont publiées sous Licence Ouverte 2.0 et peuvent contenir des erreurs : appelez un lieu avant de vous déplacer si l'information est ancienne.
notices-contact = Prévenir l'équipe
notices-contact-text = Une erreur sur une fiche, une page qui ne marche pas ? Dites-le au lieu lui-même, ou à l'organisme qui tient cette installation.

privacy-title = Données personnelles
privacy-lead = Chercher de l'aide ne laisse pas de trace de vous ici.
privacy-nothing = Ce qui n'est pas fait
privacy-nothing-text = Pour chercher de l'aide : pas de compte, pas de cookie, aucun appel à un autre site. Ce que vous cherchez n'est pas écrit dans les journaux du serveur. Il n'y a donc rien à accepter ni à refuser.
privacy-audience = Ce qui est compté
privacy-audience-text = Chaque page affichée fait augmenter un nombre, sans rien garder de vous : ni adresse de réseau, ni navigateur, ni parcours. Ces nombres sont sur la page « Statistiques », avec ce qui est compté et pendant combien de temps.
privacy-position = Votre position
privacy-position-text = « Me situer » demande la permission à votre navigateur. Le point est arrondi à une centaine de mètres, sert à trier les lieux, puis il est oublié. Il reste dans l'adresse de la page : ne partagez cette adresse que si vous le voulez bien.
privacy-places = Les personnes des lieux
privacy-places-text = Cet annuaire décrit des lieux. Il publie les coordonnées que les producteurs des listes donnent comme contact public d'un lieu. Un courriel ou un mobile qui semble celui d'une personne, écrit ici par quelqu'un, n'est gardé et publié que si cette personne est d'accord. Si vos coordonnées y sont et que vous ne le voulez pas, signalez-le sur la fiche : elles seront retirées.
privacy-proposals = Ce que vous signalez
privacy-proposals-text = Quand vous signalez une erreur ou proposez un lieu, ce que vous écrivez est lu par les personnes qui tiennent l'annuaire de ce territoire. Votre courriel, si vous le laissez, sert seulement à vous répondre : il est effacé 30 jours après la réponse, comme vos mots, ou au bout de 7 jours si vous n'ouvrez pas le lien. L'adresse de votre réseau n'est pas gardée.
privacy-accounts = Si vous avez un compte
privacy-accounts-text = Un compte garde votre nom, votre courriel, votre langue, vos rôles et vos connexions ouvertes : 14 jours pour une connexion, 180 jours pour un navigateur reconnu. Dans « Mon compte », vous pouvez emporter tout ce qui est gardé de vous, avec vos brouillons, vos propositions et les courriels reçus ; et effacer votre compte : vos propositions ne portent alors plus votre nom, votre courriel ni vos mots. Le journal garde qui a changé quoi sous un identifiant qui ne mène plus à personne. Un courriel envoyé est gardé 30 jours, un brouillon 30 jours.
privacy-rights = Vos droits
privacy-rights-text = Vous pouvez demander à l'organisme qui tient cette installation ce qu'il sait de vous, le faire corriger ou effacer, ou vous y opposer. S'il ne répond pas, vous pouvez saisir la Cnil.
