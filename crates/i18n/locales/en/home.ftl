# The frame of every page, and the home page.

skip = Skip to content
nav-main = Main
nav-foot = About this site
nav-crumbs = Surrounding areas
nav-find = Find help
nav-data = Data
nav-accessibility = Accessibility: partly compliant
nav-ecodesign = Ecodesign
nav-notices = Legal notices
nav-privacy = Personal data

home-title = Who can help me with digital things near here?
home-lead = Online forms, printing, learning, equipment: places that really help, when they are open.
home-field = Where are you, and what do you need?
home-example = Villejean, Rennes
home-open-now = Open now
home-free = Free
home-locate = Use my location
home-needs = What do you need?
home-situations = Not sure where to start?
home-count = { $n ->
    [one] { $n } place in this directory.
   *[other] { $n } places in this directory.
}

when-now = now
when-matin = { $day } morning
when-apres-midi = { $day } afternoon
when-soir = { $day } evening
when-today-matin = this morning
when-today-apres-midi = this afternoon
when-today-soir = this evening

opening-probable = { $state }, to be checked
opening-call = call first
opening-basis-sessions = hours of help
opening-basis-building = hours of the place
