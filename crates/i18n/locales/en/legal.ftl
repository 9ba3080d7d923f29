# Pages of plain text.

accessibility-title = Accessibility
accessibility-lead = This site must serve everybody, with or without a screen, a mouse or scripts. It aims at RGAA 4.1.2 and WCAG 2.2, level AA.
accessibility-state = State of compliance
accessibility-state-text = This site is partly compliant: automatic checks find no error, but the full audit by a person has not been done yet.
accessibility-tested = What is checked
accessibility-tested-text = For each version, a program examines all pages in light and dark, on small and large screens: contrast, headings, labels, reading order. All journeys are followed without scripts. Pages can be read at 320 pixels wide, and printed.
accessibility-limits = Known limits
accessibility-limits-text = The moving map needs a mouse or a finger: the list of places just below says the same. Presentations written by places are not always in plain French, and are not translated.
accessibility-tell = Report a difficulty
accessibility-tell-text = If something stops you, tell the team that runs this site: its address is in the legal notices. You are owed an answer, and the information will be given to you in another way.
accessibility-defend = Your remedies
accessibility-defend-text = If no answer comes, or it is not enough, you can write to the Défenseur des droits, without a stamp: Libre réponse 71120, 75342 Paris CEDEX 07, or call 09 69 39 00 00.

ecodesign-title = Ecodesign
ecodesign-lead = A light site opens on an old phone and a slow connection. It is also a matter of equality.
ecodesign-light = Light by construction
ecodesign-light-text = A page asks for three files at most and weighs less than 50 KB. No font to download, no decorative image, no video, no tracker. The map is loaded only if you ask for it.
ecodesign-measured = Measured for each version
ecodesign-measured-text = The number of elements, requests and bytes of each page is measured in a real browser. A version beyond the limits is not published: EcoIndex aims at A on public pages.
ecodesign-lasting = Made to last
ecodesign-lasting-text = The site works without scripts and on old browsers. Pages can be printed: one sheet is often enough.
ecodesign-hosting = On the server
ecodesign-hosting-text = Answers are made in memory, without asking a database. A small machine is enough for tens of thousands of places.

notices-title = Legal notices
notices-lead = This site is an installation of Portulan, free software for finding digital help.
notices-publisher = Publisher and host
notices-publisher-text = The organisation that runs this installation is its publisher. Until it has written its name, address and host here, this installation is a trial and must not be relied on.
notices-program = Program
notices-program-text = Portulan is under GNU AGPL 3.0 or later: its source code is available to anyone who uses this site.
notices-data = Data
notices-data-text = Records come from the sources named on each of them. They are published under Licence Ouverte 2.0 and may hold mistakes: call a place before you go if the information is old.
notices-contact = Tell the team
notices-contact-text = A mistake in a record, a page that does not work? Tell the place itself, or the organisation that runs this installation.

privacy-title = Personal data
privacy-lead = Looking for help leaves no trace of you here.
privacy-nothing = What is not done
privacy-nothing-text = To look for help: no account, no cookie, no call to another site. What you search for is not written in the server's logs. So there is nothing to accept or to refuse.
privacy-audience = What is counted
privacy-audience-text = Each page that is shown makes a number grow, and nothing of you is kept: no network address, no browser, no path. These numbers are on the page “Statistics”, with what is counted and for how long.
privacy-position = Your position
privacy-position-text = "Use my location" asks your browser for permission. The point is rounded to about a hundred metres, is used to sort places, then forgotten. It stays in the address of the page: share that address only if you want to.
privacy-places = The people of the places
privacy-places-text = This directory describes places. It publishes what the producers of lists give as the public contact of a place. An e-mail address or a mobile that looks like one person's, written here by somebody, is kept and published only if that person agrees. If yours is here and you do not want it, report it on the record: it will be taken away.
privacy-proposals = What you report
privacy-proposals-text = When you report a mistake or suggest a place, what you write is read by the people who keep the directory of this area. Your e-mail, if you leave it, only serves to answer you: it is erased 30 days after the answer, with your words, or after 7 days if you do not open the link. Your network address is not kept.
privacy-accounts = If you have an account
privacy-accounts-text = An account keeps your name, your e-mail address, your language, your roles and your open sessions: 14 days for a session, 180 days for a known browser. In “My account” you can take away all that is kept of you, with your drafts, your proposals and the mails you received; and erase your account: your proposals then bear neither your name, nor your e-mail address, nor your words. The journal keeps who changed what under an identifier that leads to nobody. A mail that was sent is kept for 30 days, a draft for 30 days.
privacy-rights = Your rights
privacy-rights-text = You can ask the organisation that runs this installation what it knows of you, have it corrected or erased, or object. If it does not answer, you can turn to the Cnil.
