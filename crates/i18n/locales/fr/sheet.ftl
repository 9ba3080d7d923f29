# The sheet that is handed over.

sheet-title = Fiche : { $name }
sheet-tools = Outils de la fiche
sheet-large = Gros caractères
sheet-normal = Caractères normaux
sheet-no-phone = Téléphone non communiqué
sheet-help = Quand on vous aide
sheet-hours = Ouverture du lieu
sheet-no-hours = Horaires non communiqués.
sheet-services = Ce que vous y trouvez
sheet-valid = Valable jusqu'au { $date }.
sheet-call = Après cette date, vérifiez les horaires :
