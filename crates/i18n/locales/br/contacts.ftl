# Doareoù da dizhout ul lec'h hag a zo da un den hepken.

contact-own = War a seblant ez eo postel pe hezoug un den. Askit « embann » mard eo a-du, pe laoskit ar vaezienn-mañ goullo.
contact-publish = Embann : an den a zo dezhañ ar postel pe an hezoug-mañ a zo a-du ma vefe gwelet gant an holl.
edit-publier = Postel pe hezoug un den
edit-publier-hint = Nemet ma ouzhpennit postel pe hezoug un den.
edit-publier-oui = Embann : an den-mañ a zo a-du ma vefe gwelet gant an holl
