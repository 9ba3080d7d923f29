# Ways to reach a place that are one person's own.

contact-own = This looks like one person's e-mail address or mobile. Tick “publish” if they agree, or leave this field empty.
contact-publish = Publish: the person whose e-mail address or mobile this is agrees that everybody sees it.
edit-publier = E-mail address or mobile of a person
edit-publier-hint = Only if you add one person's e-mail address or mobile.
edit-publier-oui = Publish: this person agrees that everybody sees it
