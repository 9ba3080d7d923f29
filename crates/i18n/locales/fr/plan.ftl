# Three years of means: the plan of a body.

plan-title = Plan sur trois ans
plan-of = Plan sur trois ans : { $name }
plan-lead = Ce qui est demandé, mutualisé, promis, accordé et versé, par année, enveloppe, besoin et territoire. Un coût dit deux fois n'est compté qu'une fois.
plan-des = Trois ans dès { $year }
plan-xlsx = Classeur (XLSX)
plan-csv = Tableaux (CSV)
plan-pdf = Document (PDF)
plan-sum = Sur trois ans, de { $first } à { $last }, { $asked } sont demandés, dont { $pooled } par des mutualisations.
plan-sum-given = { $promised } sont promis et { $granted } accordés, dont { $paid } versés. Reste à trouver : { $find }.
plan-sum-double = Comptés deux fois, et retirés : { $doubled }.
plan-no-double = Rien n'est compté deux fois.
plan-parted = Montants partagés à parts égales, au centime : { $years ->
        [one] { $years } demande entre plusieurs années
       *[other] { $years } demandes entre plusieurs années
    }, { $needs } entre plusieurs besoins, { $territories } entre plusieurs territoires.
plan-outside = Demandés pour d'autres années, et laissés de côté : { $amount }.
plan-unsaid = { $n ->
        [one] { $n } intention ne dit pas de montant : elle ne compte pas.
       *[other] { $n } intentions ne disent pas de montant : elles ne comptent pas.
    }
plan-sums = Vous lisez des sommes : ce qui concerne moins de trois structures n'est pas montré, ni les tableaux par besoin et par territoire. On y lirait la part de chacune.
plan-peu = Moins de trois structures ont une part dans ce plan : ses sommes ne sont pas montrées, on y lirait la part de chacune.
plan-bars = Année par année
plan-bar = Sur les barres : plein, versé ; traits droits, accordé et pas encore versé ; traits penchés, promis ; bord en pointillés, à trouver. Les trois barres ont la même échelle.
plan-year = { $year } : { $asked } demandés, { $promised } promis, { $granted } accordés dont { $paid } versés, { $find } à trouver.
plan-by-envelope = Par enveloppe
plan-by-need = Par besoin
plan-enveloppe = Enveloppe
plan-enveloppe-montant = Montant de l'enveloppe
plan-besoin = Besoin
plan-demande = Demandé, une fois
plan-double = Compté deux fois, retiré
plan-mutualise = Mutualisé
plan-a-trouver = À trouver
plan-reste = Reste dans l'enveloppe
plan-trois-ans = Trois ans
plan-non-dit = non dit
plan-sans-enveloppe = Sans enveloppe
plan-entre = { $low } à { $high }
plan-au-moins = { $head }, au moins
plan-au-plus = { $head }, au plus
plan-lire = À lire
plan-doubles = Ce qui est compté deux fois
plan-doubled = « { $told } » dit le même coût que « { $kept } » ({ $why }) : { $amount } retirés, { $rest } comptés en plus.
plan-why-same-action = une même action
plan-why-same-cost = un même coût
plan-why-same-post = un même poste
plan-why-follows = l'une vient de l'autre

## What if

plan-si = Et si…
plan-si-aide = Essayez un autre montant pour une enveloppe, ou le plan sans un partenaire. Rien n'est enregistré. L'adresse de la page garde votre essai : vous pouvez la transmettre.
plan-si-enveloppe = L'enveloppe
plan-si-montant = contient
plan-si-montant-hint = Par exemple : 40 000 €.
plan-si-sans = Sans ce partenaire
plan-si-aucune = (aucun changement)
plan-si-voir = Voir ce que cela change
plan-si-inconnue = Choisissez une enveloppe de cette gouvernance.
plan-si-choisir = Choisissez aussi l'enveloppe.
plan-si-personne = Ce partenaire n'a rien dans ce plan.
plan-si-ferme = Vous lisez des sommes : ce qu'une seule structure y a n'est pas montré.
plan-alors = Ce que cela change
plan-si-dit-montant = « { $name } » contiendrait { $amount }.
plan-si-dit-sans = Sans { $name } : ses demandes partent, sa part dans les mutualisations reste.
plan-si-reste = { $n ->
        [one] { $n } de ses demandes reste : une mutualisation la porte.
       *[other] { $n } de ses demandes restent : des mutualisations les portent.
    }
plan-moved = Différence sur trois ans : { $asked } demandés, { $granted } accordés, { $find } à trouver.
plan-si-annees = Avant et après, par année
plan-si-demande-avant = Demandé
plan-si-demande-apres = Demandé, alors
plan-si-trouver-avant = À trouver
plan-si-trouver-apres = À trouver, alors
plan-si-enveloppes = Ce qui resterait dans chaque enveloppe
plan-si-reste-avant = Reste
plan-si-reste-apres = Reste, alors
