# The other doors: four situations (after Portrea, Hub Bretagne) and eleven administrative themes.
# "-bring" is what to bring to the appointment. Short sentences, level B1 at most.

situation-aide = J'ai besoin d'aide maintenant
situation-aide-hint = une démarche, un formulaire, un dossier
situation-equipement = J'ai besoin d'un ordinateur ou d'internet
situation-equipement-hint = pour imprimer, me connecter, m'équiper
situation-formation = Je veux apprendre
situation-formation-hint = seul ou en groupe, à mon rythme
situation-information = Je cherche une information
situation-information-hint = comprendre, me protéger, choisir

themes-title = Pour quelle démarche ?
bring-title = Ce qu'il faut apporter
bring-always = Apportez votre téléphone, s'il reçoit vos messages et vos codes. Gardez vos mots de passe pour vous : tapez-les vous-même.

theme-caf = CAF, aides familiales et RSA
theme-caf-bring = Votre numéro d'allocataire et votre mot de passe. Votre pièce d'identité. Vos trois derniers bulletins de salaire ou de paiement. Un relevé d'identité bancaire (RIB). Pour le logement : le bail ou une quittance de loyer.
theme-impots = Impôts
theme-impots-bring = Votre dernier avis d'impôt : il porte votre numéro fiscal. Votre mot de passe, si vous avez déjà un compte. Un relevé d'identité bancaire (RIB). Les papiers de ce qui a changé : naissance, mariage, déménagement, emploi.
theme-sante = Santé, Assurance maladie
theme-sante-bring = Votre carte Vitale ou votre numéro de sécurité sociale. Votre pièce d'identité. Un relevé d'identité bancaire (RIB). Pour la Complémentaire santé solidaire : votre dernier avis d'impôt et vos revenus des douze derniers mois.
theme-emploi = Emploi, France Travail
theme-emploi-bring = Votre numéro France Travail et votre mot de passe. Votre CV, même ancien, sur papier ou sur une clé USB. Vos bulletins de salaire et l'attestation de votre dernier employeur. L'annonce qui vous intéresse.
theme-retraite = Retraite
theme-retraite-bring = Votre numéro de sécurité sociale. Votre pièce d'identité et votre livret de famille. Votre relevé de carrière, si vous l'avez reçu. Un relevé d'identité bancaire (RIB). Votre dernier avis d'impôt.
theme-logement = Logement
theme-logement-bring = Votre numéro de demande de logement, si vous en avez un. Votre pièce d'identité ou votre titre de séjour. Votre dernier avis d'impôt. Vos trois derniers bulletins de salaire ou de paiement. Votre bail ou une quittance de loyer.
theme-papiers = Carte d'identité et passeport
theme-papiers-bring = Votre ancienne carte ou votre ancien passeport. Une photo d'identité récente. Un justificatif de domicile de moins d'un an. Pour un enfant : le livret de famille et la pièce d'identité d'un parent.
theme-etrangers = Titre de séjour, nationalité
theme-etrangers-bring = Votre titre de séjour ou votre visa. Votre passeport. Votre numéro étranger : dix chiffres, écrits sur votre titre. Un justificatif de domicile de moins de six mois. Le code de votre photo d'identité numérique (ePhoto).
theme-vehicule = Permis de conduire et carte grise
theme-vehicule-bring = Votre pièce d'identité. Votre permis de conduire ou la carte grise du véhicule. Un justificatif de domicile de moins de six mois. Pour un achat : le certificat de cession et l'attestation d'assurance. Une carte bancaire, si la démarche est payante.
theme-justice = Justice et accès au droit
theme-justice-bring = Les lettres du tribunal, de l'avocat ou de l'huissier. Votre pièce d'identité. Votre dernier avis d'impôt, pour demander l'aide juridictionnelle. Les papiers de l'affaire : contrat, courriers, photos.
theme-scolarite = École, cantine, bourses
theme-scolarite-bring = Le livret de famille. Un justificatif de domicile. Votre dernier avis d'impôt. Votre numéro d'allocataire CAF. Les codes de l'espace de l'école (Pronote, EduConnect, Toutatice), si vous les avez.
