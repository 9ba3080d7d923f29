# DRAFT: waits for a native reader.

brand = Portulan
brand-tagline = Kavout sikour gant an niverel, tost ac'hann
yes = ya
no = ket
not-known = n'eo ket roet
count-places = { $n } lec'h
search-action = Klask
close-action = Serriñ
back-action = Distreiñ
print-action = Moullañ
see-more = Gwelet muioc'h
demonstration-notice = Roadennoù diskouez : gwiriit a-raok mont.
draft-language-notice = Ur brouilhed eo an droidigezh-mañ : gortoz a ra bezañ adlennet.
language-name = Brezhoneg
