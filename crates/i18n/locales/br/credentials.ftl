# Ar pezh a brou eo an den an hini a lavar bezañ : gerioù-tremen, pourchaserien, alc'hwezioù.

password-too-short = Re verr eo ar ger-tremen-mañ : { $limit } arouezenn d'an nebeutañ a zo ezhomm. Aes eo derc'hel soñj eus ur frazenn.
password-too-long = Re hir eo ar ger-tremen-mañ : { $limit } arouezenn d'ar muiañ.
password-guessable = Re aes da zivinout eo ar ger-tremen-mañ. Ur frazenn gant pevar ger hep liamm ganeoc'h a zo sur hag aes da zerc'hel soñj.
password-breached = Anavezet eo ar ger-tremen-mañ gant ar laeron : gwelet eo bet { $times ->
    [one] { $times } wech
   *[other] { $times } gwech
} e-touez roadennoù laeret. Dibabit unan all, ha cheñchit anezhañ e pep lec'h ma implijit anezhañ.

oidc-unreachable = Ne respont ket ar servij kevreañ-mañ. Klaskit diwezhatoc'h, pe kevreit en un doare all.
oidc-answer = N'eo ket bet komprenet respont ar servij kevreañ-mañ. Kevreit en un doare all, ha kelaouit ar skipailh.
oidc-client = Ne anavez ket ar servij kevreañ-mañ al lec'hienn-mañ. Kevreit en un doare all, ha kelaouit ar skipailh : ret eo dezhi gwiriañ an arventennoù.
oidc-refused = Nac'het pe nullet eo bet ar c'hevreañ du-hont. Adkrogit, pe kevreit en un doare all.
oidc-wrong-state = N'eo ket bet kroget ar c'hevreañ-mañ er merdeer-mañ. Adkrogit amañ.
oidc-stale = Re bell zo eo bet kroget ar c'hevreañ-mañ. Adkrogit.
oidc-used = Implijet eo bet dija ar c'hevreañ-mañ, pe erruet eo re ziwezhat. Adkrogit.
oidc-level = N'eo ket sur a-walc'h an doare implijet du-hont evit al lec'hienn-mañ. Adkrogit gant un doare suroc'h, da skouer ur c'hod ouzhpenn ar ger-tremen.
oidc-expired = Aet eo respont ar servij kevreañ d'e dermen. Adkrogit ; ma pad, kelaouit ar skipailh : marteze ez eus un horolaj fall.
oidc-untrusted = N'eo ket sur respont ar servij kevreañ : n'eo ket bet degemeret, ha den n'eo bet kevreet. Kelaouit ar skipailh.

passkey-malformed = N'eo ket bet komprenet respont ho trevnad. Adkrogit, pe kevreit en un doare all.
passkey-unknown = N'eo ket anavezet mui an alc'hwez-mañ amañ. Implijit unan all, pe kevreit en un doare all.
passkey-unverified = N'en deus ket gwiriet ho trevnad ez eo c'hwi. Adkrogit gant ar c'hod, ar biz pe an dremm a zigor anezhañ.
passkey-elsewhere = Evit ul lec'hienn all en deus respontet an alc'hwez-mañ. Gwiriit chomlec'h ar bajenn, ha adkrogit.
passkey-refused = N'eus ket bet gallet gwiriañ an alc'hwez-mañ. Adkrogit, pe kevreit en un doare all.
passkey-copied = Marteze eo bet eilet an alc'hwez-mañ : n'eo ket degemeret mui. Kevreit en un doare all, dilamit anezhañ, ha kelaouit ar skipailh.
passkey-already = Un alc'hwez evit ar gont-mañ zo dija en trevnad-mañ.
passkey-stale = Echu eo ar goulenn-mañ. Adkrogit.
passkey-too-many = { $limit } alc'hwez en deus dija ar gont-mañ : dilamit unan, ha adkrogit.
passkey-address = Ne'z a ket an alc'hwezioù en-dro er chomlec'h-mañ. Kevreit en un doare all, ha kelaouit ar skipailh.
