doctor-security-contact = contact de sécurité : { $value }
doctor-security-contact-missing = pas de contact de sécurité : /.well-known/security.txt n'existe pas
doctor-security-contact-missing-advice = donnez une adresse que quelqu'un lit, à « serve » et à « doctor » : PORTULAN_SECURITY_CONTACT=securite@votre-domaine.fr
notices-security = Signaler une faille de sécurité
notices-security-text = Vous avez trouvé une faille ? Écrivez au contact donné à l'adresse /.well-known/security.txt, ou à l'organisme qui tient cette installation. Dites comment la voir, sans lire ni modifier les données d'autres personnes, et sans gêner le service. Laissez à l'équipe le temps de réparer avant d'en parler en public. Une recherche faite de bonne foi dans ce cadre est la bienvenue.
