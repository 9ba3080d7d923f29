# DRAFT: waits for a native reader.

error-not-found-title = N'eus ket eus ar bajenn-mañ
error-not-found-text = Marteze eo diglok ar chomlec'h, pe cheñchet eo anv al lec'h. N'eus netra kollet : klaskit adalek ar bajenn degemer.
error-bad-request-title = N'eo ket bet komprenet ar goulenn
error-bad-request-text = Ul lodenn eus ar chomlec'h n'haller ket lenn. Krogit en-dro adalek an degemer : n'eus nemet ho klask da adober.
error-forbidden-title = Miret eo ar bajenn-mañ
error-forbidden-text = Ret eo bezañ kevreet evit he gwelet. Netra n'eo bet cheñchet. M'eo echu ho talc'h, digorit unan all en un ivinell nevez, ha distroit amañ.
error-no-role-title = N'eus roll ebet ganeoc'h evit an dra-se
error-no-role-text = Ret eo kaout ur roll n'emañ ket ganeoc'h amañ. Netra n'eo bet cheñchet. M'edoc'h o leuniañ ur furmskrid, distroit : emañ c'hoazh ar pezh ho poa skrivet. Evit kaout ar roll-se, goulennit digant ho frammadur pe ho tiriad.
error-conflict-title = Un dra bennak a zo cheñchet etretant
error-conflict-text = Unan bennak all, pe ar program, a zo tremenet a-raok. N'eus bet kollet netra : distroit d'ar bajenn a-raok, adkargit anezhi, ha klaskit en-dro ma'z eo talvoudus c'hoazh.
error-method-title = N'haller ket ober an dra-se amañ
error-method-text = Distroit d'ar bajenn a-raok ha grit gant he boutonoù. N'eus bet cheñchet netra.
error-too-large-title = Re vras eo ar pezh kaset
error-too-large-text = { $limit } eo ar vevenn. N'eus bet enrollet netra : bihanait, ha klaskit en-dro.
error-too-many-title = Re a c'houlennoù diouzh renk
error-too-many-text = Gortozit { $seconds } eilenn, ha klaskit en-dro. N'eus netra kollet.
error-timeout-title = Re a amzer he deus kemeret ar respont
error-timeout-text = N'eus bet cheñchet netra. Klaskit en-dro a-benn nebeut.
error-internal-title = Ur fazi zo c'hoarvezet war hon tu
error-internal-text = N'eus bet cheñchet netra. Klaskit en-dro a-benn nebeut ; ma talc'h, roit an niverenn-mañ d'ar skipailh : { $id }.
error-unavailable-title = Prez zo war ar servij
error-unavailable-text = N'eus netra kollet. Klaskit en-dro a-benn ur vunutenn.

bad-parameter-unknown = « { $name } » n'eo ket un dezverk anavezet. Dezverkoù posupl : { $allowed }.
bad-parameter-value = « { $value } » n'eo ket un talvoud posupl evit « { $name } ». Talvoudoù posupl : { $allowed }.
bad-parameter-text = « { $value } » n'eo ket bet komprenet evit « { $name } » : { $expected }.
bad-parameters-ignored = { $n ->
    [one] Un dezverk n'eo ket bet komprenet ; roet eo an disoc'hoù heptañ.
   *[other] { $n } dezverk n'int ket bet komprenet ; roet eo an disoc'hoù hepto.
}
expected-number = un niver etre { $min } ha { $max } a zo gortozet
expected-date = un deiziad, un deiz eus ar sizhun pe « maintenant » a zo gortozet
expected-position = ul ledred hag un hedred e derezioù a zo gortozet
expected-polygon = poentoù « longitude,latitude » dispartiet gant pikoù-skejoù a zo gortozet
expected-cursor = krogit en-dro adalek ar bajenn gentañ
expected-territory = ur stumm evel « commune-35238 » a zo gortozet

place-not-found = N'eo ket bet kavet « { $text } ». Klaskit gant ur gumun, ur c'hod-post pe ur chomlec'h.
place-several = Meur a lec'h a zo gant an anv-se. Pehini a glaskit ?

reject-no-name = anv ebet
reject-no-commune = kumun digavus
reject-no-id = naoudi ebet
reject-duplicate-id = implijet eo an naoudi c'hoazh er restr-mañ
reject-too-many-columns = muioc'h a gelligoù eget a vannoù

outcome-created = krouet
outcome-updated = hizivaet
outcome-unchanged = digemm
outcome-merged = kendeuzet
outcome-to-review = da adlenn
outcome-rejected = nac'het
