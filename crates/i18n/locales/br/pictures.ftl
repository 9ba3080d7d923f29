## On the page of a place

picture-title = E skeudennoù
picture-more = { $n ->
    [one] Gwelet ur skeudenn all
   *[other] Gwelet { $n } skeudenn all
}
picture-credit = Kred : { $credit }
picture-enlarge = Brasaat ar skeudenn
picture-enlarge-this = Brasaat ar skeudenn : { $alt }

## The form

edit-part-images = Skeudennoù
edit-part-images-lead = Betek { $n } skeudenn a sikour da anavezout al lec'h : an nor, ar sal, an degemer.
edit-images-none = Skeudenn ebet
edit-images-count = { $n ->
    [one] Ur skeudenn
   *[other] { $n } skeudenn
}
edit-image = Skeudenn
edit-image-hint = Ul luc'hskeudenn JPEG, PNG pe WebP, { $n } Mo d'ar muiañ. Diverket e vez pelec'h ha pegoulz e oa bet tapet.
edit-description = Ar pezh a ziskouez ar skeudenn
edit-description-hint = Evit an dud na welont ket anezhi : « Dor wer an ti-karter, gant un dinaou a-gleiz. » Na anvit den ebet.
edit-decorative = Skeudenn hep titour
edit-decorative-decorative = Kinkladur eo ar skeudenn : n'he deus ket ezhomm da vezañ deskrivet.
edit-credit = Kred hag aotre
edit-credit-hint = Piv en deus tapet al luc'hskeudenn, ha gant pe aotre : « Kêr Roazhon, Licence Ouverte 2.0 ». Ret eo kaout asant kement den a c'haller anavezout.
picture-add = Ouzhpennañ ur skeudenn
picture-send = Kas ar skeudenn
picture-remove = Tennañ ar skeudenn
picture-remove-this = Tennañ ar skeudenn : { $alt }
picture-told = Deskrivadur : { $alt }
picture-decorates = Skeudenn kinklañ, hep deskrivadur.
picture-no-room = Kement a skeudennoù ha ma c'hall kaout en deus al lec'h-mañ. Tennit unan evit ouzhpennañ unan all.
note-picture-added = Enlinenn eo ar skeudenn.
note-picture-removed = Tennet eo ar skeudenn.

## What is wrong

picture-missing = Dibabit ur skeudenn.
picture-again = Dibabit ar skeudenn en-dro : n'eo ket bet miret.
picture-description-missing = Skrivit ar pezh a ziskouez ar skeudenn, pe askit ez eo kinkladur.
picture-credit-missing = Skrivit piv en deus tapet al luc'hskeudenn, ha gant pe aotre.
picture-too-heavy = Ouzhpenn { $n } Mo a bouez ar skeudenn-mañ. Dibabit unan skañvoc'h.
picture-kind = N'eo ket ar restr-mañ ul luc'hskeudenn JPEG, PNG pe WebP.
picture-too-many-pixels = Re vras eo ar skeudenn-mañ : 25 milion a boentoù d'ar muiañ. Bihanait anezhi.
picture-too-small = Re vihan eo ar skeudenn-mañ evit bezañ gwelet.
picture-broken = Torret pe diglok eo ar skeudenn-mañ. Kasit anezhi en-dro, pe dibabit unan all.
picture-full = { $n } skeudenn en deus al lec'h-mañ dija. Tennit unan da gentañ.
