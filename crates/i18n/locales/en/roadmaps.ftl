# Roadmaps: what everybody reads, the desk of a body, what its members are asked.

## Lists and pages of everybody

roadmaps-title = Roadmaps
roadmaps-lead = What each territory has decided to do so that everybody can use digital tools.
roadmaps-within = Which territory?
roadmaps-show = Show roadmaps
roadmaps-none = No roadmap is published here.
roadmaps-elsewhere = Others
roadmap-about = The roadmap of { $body }: what is planned, where, with whom and for how much.
roadmap-report = How far is it?
roadmap-report-title = How far is: { $title }
roadmap-report-day = Report on { $date }.
roadmap-reply = Who leads, who takes part
roadmap-reply-title = Who leads, who takes part: { $title }
roadmap-reply-lead = Joint reply of { $body }, on { $date }.
roadmap-reply-carries = Lead an action
roadmap-reply-joins = Take part in an action
roadmap-reply-neither = Neither
roadmap-reply-nobody = Nobody.
roadmap-csv = All actions (CSV)
roadmap-pdf = The roadmap (accessible PDF)
roadmap-pdf-page = Page { $n } of { $total }
roadmap-pdf-standing = Where it stands
roadmap-pdf-actions = Actions
roadmap-pdf-address = Address of this roadmap
roadmap-pdf-foot = { $body }, { $date }
roadmap-pdf-draft = Working document: not all of it is decided yet.
roadmap-blank = Nothing is written yet.
roadmap-no-action = No action.
roadmap-not-known = not known
roadmap-versions = Versions
roadmap-version = Version { $n }, { $date }: { $stage }
roadmap-version-title = { $title }, version { $n }
roadmap-changes = What changed
roadmap-changes-of = What changed with: { $version }

## Where it stands

roadmap-stage-brouillon = draft
roadmap-stage-en-consultation = in consultation
roadmap-stage-validee = approved
roadmap-stage-amendee = amended
roadmap-stage-close = closed
roadmap-standing = State: { $stage }, since { $date }
roadmap-standing-decided = State: { $stage }, since { $date }, { $decision }
roadmap-decision-named = decision { $number }
roadmap-period = From { $from } to { $to }
roadmap-period-from = From { $from }
roadmap-period-to = Until { $to }
roadmap-period-open = No start or end date
roadmap-area-piece = { $part } ({ $commune })
roadmap-euros = € { $amount }
roadmap-seen = { $value } ({ $date }, { $source })
roadmap-progress-share = { $share }%
roadmap-indicator-named = { $name } ({ $unit })
roadmap-serves = { $objective } ({ $roadmap })
roadmap-cost = Cost of all years: { $amount }
roadmap-balance-even = The sums add up.
roadmap-balance-short = { $amount } is missing.
roadmap-balance-over = There is { $amount } too much.
roadmap-partner-agreed = { $name }: { $amount }
roadmap-partner-promised = { $name }: { $amount } (promised)

## How far an action is

roadmap-state-prevue = Planned
roadmap-state-en-cours = Under way
roadmap-state-faite = Done
roadmap-state-abandonnee = Given up
roadmap-state-because = { $state }: { $reason }

## Parts of an action

roadmap-part-titre = Title
roadmap-part-contexte = Why
roadmap-part-resume = What
roadmap-part-besoins = Needs
roadmap-part-formes = People to train
roadmap-part-publics = For whom
roadmap-part-services = Services
roadmap-part-communes = Where
roadmap-part-lieux = Places
roadmap-part-postes = Posts
roadmap-part-porteurs = Who leads
roadmap-part-partenaires = With whom
roadmap-part-periode = When
roadmap-part-budget = Money
roadmap-part-etat = State
roadmap-part-indicateurs = What is measured
roadmap-part-sert = Serves an objective above
roadmap-head-year = Year
roadmap-head-balance = Balance
roadmap-head-paid = Paid by partners
roadmap-head-start = Start
roadmap-head-target = Target
roadmap-head-last = Last measure
roadmap-head-progress = Way covered
roadmap-post-conseiller-numerique = Digital adviser
roadmap-post-coordinateur = Coordination
roadmap-post-mediateur = Digital mediation
roadmap-post-informaticien-public = Public computing
roadmap-post-autre = Another post

## What changed

roadmap-differences-title = What changed: { $title }
roadmap-differences-lead = From version { $from }, { $on }, to version { $to }, { $until }.
roadmap-from-version = From version
roadmap-to-version = To version
roadmap-compare = Compare
roadmap-no-change = Nothing changed.
roadmap-before = Before
roadmap-after = Now
roadmap-change-added-axe = New axis: { $title }
roadmap-change-added-objectif = New objective: { $title }
roadmap-change-added-action = New action: { $title }
roadmap-change-removed-axe = Axis removed: { $title }
roadmap-change-removed-objectif = Objective removed: { $title }
roadmap-change-removed-action = Action removed: { $title }
roadmap-change-renamed-axe = The axis “{ $before }” is now called “{ $after }”
roadmap-change-renamed-objectif = The objective “{ $before }” is now called “{ $after }”
roadmap-change-renamed-action = The action “{ $before }” is now called “{ $after }”
roadmap-change-moved-axe = The axis “{ $title }” moves from “{ $from }” to “{ $to }”
roadmap-change-moved-objectif = The objective “{ $title }” moves from “{ $from }” to “{ $to }”
roadmap-change-moved-action = The action “{ $title }” moves from “{ $from }” to “{ $to }”
roadmap-change-changed-axe = The axis “{ $title }” changes
roadmap-change-changed-objectif = The objective “{ $title }” changes
roadmap-change-changed-action = The action “{ $title }” changes
roadmap-told = { $label }: { $value }
roadmap-told-year = { $year }, { $label }: { $value }

## The desk of a body

roadmaps-desk-lead = A roadmap is written, put to the opinion of members, then approved by a decision. Before that, nobody else reads it.
roadmaps-desk-none = No roadmap yet.
roadmap-new = Write a roadmap
roadmap-new-lead = First say what it is about. You will then write axes, objectives and actions.
roadmap-presentation = Title, dates and towns
roadmap-outline = Axes and objectives
roadmap-outline-lead = An axis holds objectives. An objective holds actions. To remove an axis or an objective, first remove what it holds.
roadmap-outline-more = Save and go on
roadmap-title-axe = Axis { $n }
roadmap-title-objectif = Objective { $n }
roadmap-raise = Move “{ $title }” up
roadmap-remove = Remove “{ $title }”
roadmap-objective = Change an objective
roadmap-new-action = Add an action
roadmap-add-action = Add an action
roadmap-add-action-to = Add an action to: { $title }
roadmap-edit = Change
roadmap-edit-objective = Change
roadmap-edit-this = Change: { $title }
roadmap-tell = Say how far it is
roadmap-tell-this = Say how far it is: { $title }
roadmap-remove-action = Remove this action
roadmap-progress-title = How far is: { $title }
roadmap-progress-lead = What you say here is read at once on the public page: these are facts, no decision is asked for.
roadmap-national = For the national form (CSV)
roadmap-public = Public page
roadmap-members = Members: { $names }.
roadmap-step = Next step
roadmap-step-empty = Write at least one action: members can then be asked for their opinion.
roadmap-step-consulted = Members give their opinion. The decision is recorded once the consultation is over.
roadmap-step-amend = You can change the roadmap: nothing is public before a new decision.
roadmap-step-validate-title = Decision that approves the roadmap
roadmap-step-validate-do = Approve by this decision
roadmap-step-amend-title = Decision that adopts the changes
roadmap-step-amend-do = Adopt by this decision
roadmap-decision-choice = { $number }, { $date }: { $title }
roadmap-consult = Ask members for their opinion
roadmap-consult-until = Opinions expected until
roadmap-consult-hint = That day included.
roadmap-close = Close the roadmap
roadmap-close-sure = Yes, it is over: it will no longer change.
roadmap-opinions = Opinions of members
roadmap-silent = Gave no opinion: { $names }.
roadmap-amendment = Changes that wait for a decision
roadmap-own-work = You wrote last: somebody else must record the decision.
roadmap-no-decision = First record the decision of the meeting: it is what approves.

## What members are asked

roadmap-asked-title = Opinions to give
roadmap-asked-lead = That on which { $organisation } is asked for its opinion: roadmaps, services.
roadmap-asked-none = Nothing is asked at the moment.
roadmap-asked-until = Answer until { $date }.
roadmap-opinion-lead = What does { $organisation } think of this roadmap?
roadmap-opinion-given = Last opinion given: { $view }. If you give another one, that one counts.
roadmap-give-opinion = Give this opinion
roadmap-view-favorable = Favourable
roadmap-view-reserve = Favourable, with reserves
roadmap-view-oppose = Opposed

## Answers of forms

roadmap-field-titre = Title
roadmap-field-du = From
roadmap-field-au = To
roadmap-field-communes = Towns
roadmap-field-communes-hint = One name a line: town, group of towns, département. You will then see what it adds up to.
roadmap-field-sous-objectif = Objective
roadmap-field-contexte = Why this action?
roadmap-field-contexte-hint = The national form asks for it. At most 1,000 characters.
roadmap-field-resume = What is done?
roadmap-field-resume-hint = The national form asks for it. At most 1,000 characters.
roadmap-field-besoins = Which needs does it answer?
roadmap-field-besoins-hint = The national list. Tick at least one.
roadmap-field-autre_besoin = If another, which one?
roadmap-field-formes_agents = Public agents
roadmap-field-formes_salaries = Employees of associations
roadmap-field-publics = For whom in particular?
roadmap-field-publics-hint = Nothing ticked: for everybody.
roadmap-field-services = With which services?
roadmap-field-lieux = Places
roadmap-field-lieux-hint = The address of the page of each place, one a line.
roadmap-field-postes = Posts
roadmap-field-porteurs = Who leads the action?
roadmap-field-porteurs-hint = One name of an organisation a line.
roadmap-field-partenaires = With whom?
roadmap-field-partenaires-hint = One name of an organisation a line.
roadmap-field-etat = How far is it?
roadmap-field-motif = If it is given up, why?
roadmap-field-annee-cout = Cost
roadmap-field-annee-demande = Grant asked for
roadmap-field-annee-partenaires = Paid by others
roadmap-field-annee-partenaires-hint = One organisation a line, for instance: Ville de Rennes ; 4 000 € ; acquis. Write “promis” if nothing is signed.
roadmap-field-indicateur-nom = What is measured
roadmap-field-indicateur-nom-hint = Empty this line to remove the measure.
roadmap-field-indicateur-unite = Unit
roadmap-field-indicateur-depart = Start
roadmap-field-indicateur-depart-hint = Day; how much; where the figure comes from. For instance: 2024-01-01 ; 120 ; survey.
roadmap-field-indicateur-cible = Target at the end
roadmap-field-indicateur-releves = Measures
roadmap-field-indicateur-releves-hint = One a line: day; how much; where the figure comes from.
roadmap-field-sert = Which objectives above does it serve?
roadmap-field-nouvel-axe = New axis
roadmap-field-nouvel-objectif = New objective
roadmap-field-axe = Axis
roadmap-field-objectif = Objective
roadmap-field-releve = How much?
roadmap-field-releve-jour = Which day?
roadmap-field-releve-source = Where does the figure come from?
roadmap-field-avis = Opinion
roadmap-field-motif-avis = Why?
roadmap-field-motif-avis-hint = To be said if the opinion is not favourable. Members read it.
roadmap-group-formes = People to train
roadmap-group-qui = Who
roadmap-group-ou = Where
roadmap-group-ou-hint = Nothing written: wherever the roadmap reaches.
roadmap-group-quand = When
roadmap-group-quand-hint = Nothing written: the dates of the roadmap.
roadmap-group-budget = Money, year by year
roadmap-group-budget-hint = In euros, for instance 4 000 or 4 000,50. An empty year is not counted.
roadmap-group-indicateurs = What is measured
roadmap-group-indicateur = Measure { $n }
roadmap-group-releve-hint = Leave empty if nothing was measured.

## What is wrong

roadmap-wrong-no-title = Write a title.
roadmap-wrong-long-title = It is too long: at most 200 characters.
roadmap-wrong-long = It is too long: at most 1,000 characters.
roadmap-wrong-communes = Not recognised: { $text }. Write an exact name, or a code such as 35238.
roadmap-wrong-no-area = Say where: at least one town.
roadmap-wrong-beyond = This is outside the roadmap.
roadmap-wrong-no-need = Tick at least one need.
roadmap-wrong-other-need = Say which other need this is.
roadmap-wrong-year = This year is outside the roadmap.
roadmap-wrong-over-funded = The grant and the partners exceed the cost.
roadmap-wrong-amount = Not understood: write an amount such as 4 000 or 4 000,50.
roadmap-wrong-amount-point = { $text } may mean two things: write a comma before cents.
roadmap-wrong-amount-groups = { $text }: figures go in groups of three.
roadmap-wrong-amount-negative = An amount is not negative.
roadmap-wrong-amount-fine = At most two figures after the comma.
roadmap-wrong-number = { $text } is no number.
roadmap-wrong-day = { $text } is no date: write it as 2027-01-31.
roadmap-wrong-no-day = Say which day.
roadmap-wrong-backwards = The end comes before the start.
roadmap-wrong-no-reason = Say why it is given up.
roadmap-wrong-no-source = Say where the figure comes from.
roadmap-wrong-organisations = Not recognised: { $text }. Write the exact name of an organisation of the directory.
roadmap-wrong-places = Places not recognised: { $text }.
roadmap-wrong-partner = Not understood: { $text }. Write for instance: Ville de Rennes ; 4 000 € ; acquis.
roadmap-wrong-indicator-name = Say what is measured.
roadmap-wrong-measure = { $text } is no measure: write a number such as 120 or 12,5.
roadmap-wrong-observation = Not understood: { $text }. Write for instance: 2024-12-31 ; 120 ; survey.
roadmap-wrong-objective = Choose an objective.
roadmap-wrong-meanwhile = Somebody wrote here meanwhile: “{ $text }”. Reload the page to start from that text.
roadmap-wrong-many = There are already 30: that is the most.
roadmap-wrong-holds-actions = Remove its actions first.
roadmap-wrong-holds-objectives = Remove its objectives first.
roadmap-wrong-view = Choose an opinion.
roadmap-wrong-unsaid = Say why: an opinion that is not favourable is explained.

## What was just done

note-roadmap-created = The roadmap is created. Now write its axes and objectives.
note-roadmap-saved = It is saved.
note-roadmap-told = It is noted, and seen on the public page.
note-roadmap-action-removed = The action is removed.
note-roadmap-no-objective = First write an objective: an action goes under an objective.
note-roadmap-consulted = Members can give their opinion.
note-roadmap-wrong-until = Choose a day to come.
note-roadmap-closed = The roadmap is closed.
note-roadmap-unsure = Tick the box to confirm.
note-roadmap-validated = The roadmap is approved: everybody can read it.
note-roadmap-amended = The changes are adopted: everybody can read them.
note-roadmap-own-work = You wrote last: somebody else must record the decision.
note-roadmap-no-decision = This decision is not known. First record the decision of the meeting.
note-roadmap-not-now = This is not possible now: look where the roadmap stands.
note-roadmap-opinion = Your opinion is saved.

## Needs of the national list

roadmap-need-diagnostic = Draw up a diagnosis of the territory
roadmap-need-co-construire = Build the roadmap together with members
roadmap-need-rediger = Write the roadmap
roadmap-need-appui-juridique = Legal support for governance
roadmap-need-fonds-local = Set up a local fund
roadmap-need-dossiers-de-subvention = Prepare complex grant applications
roadmap-need-animer = Run and carry out governance and the roadmap
roadmap-need-reconditionnement = Set up local refurbishing
roadmap-need-donnees = Collect data on the territory
roadmap-need-sensibiliser = Make existing tools known
roadmap-need-qualiopi = Support the Qualiopi certification of private organisations
roadmap-need-former-agents-publics = Train public agents
roadmap-need-former-salaries-associatifs = Train employees of associations
roadmap-need-autre = Another

## Lists of the national platform

roadmap-list-title = Compare with the national platform
roadmap-list-lead = Paste here the list of contacts of members, or that of posts, as “Mon inclusion numérique” gives it. Nothing is saved.
roadmap-list-paste = List (CSV)
roadmap-list-hint = The whole file, with the line of headers. Names of people are not read.
roadmap-list-wrong = This list is neither that of members nor that of posts.
roadmap-list-differences = What differs
roadmap-list-none = Nothing differs.
roadmap-list-not-member = { $name } ({ $kind }) is a member on the national platform, and not here.
roadmap-list-unknown = { $name } ({ $kind }) is a member on the national platform, and not in the directory.
roadmap-list-not-there = { $name } is a member here, and not on the national platform.
roadmap-list-unknown-employer = { $name } has posts on the national platform, and is not in the directory.
roadmap-list-posts-filled = { $name }: filled posts, { $there } there, { $here } here.
roadmap-list-posts-vacant = { $name }: vacant posts, { $there } there, { $here } here.
roadmap-list-posts-returned = { $name }: posts given back, { $there } there, { $here } here.

## Counts

roadmap-area = { $n ->
    [one] { $n } town: { $names }
   *[other] { $n } towns: { $names }
}
roadmap-area-more = { $n ->
    [one] { $n } other
   *[other] { $n } others
}
roadmap-actions = { $n ->
    [0] no action
    [one] { $n } action
   *[other] { $n } actions
}
roadmap-count-prevue = { $n ->
    [one] { $n } planned action
   *[other] { $n } planned actions
}
roadmap-count-en-cours = { $n ->
    [one] { $n } action under way
   *[other] { $n } actions under way
}
roadmap-count-faite = { $n ->
    [one] { $n } action done
   *[other] { $n } actions done
}
roadmap-count-abandonnee = { $n ->
    [one] { $n } action given up
   *[other] { $n } actions given up
}
roadmap-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
roadmap-trained-agents = { $n ->
    [one] { $n } public agent
   *[other] { $n } public agents
}
roadmap-trained-staff = { $n ->
    [one] { $n } employee of an association
   *[other] { $n } employees of associations
}
roadmap-opinions-lead = { $period }. Favourable: { $favourable }. With reserves: { $reserved }. Opposed: { $opposed }.
roadmap-list-members = { $n ->
    [one] { $n } member was read.
   *[other] { $n } members were read.
}
roadmap-list-posts = { $n ->
    [one] { $n } post was read.
   *[other] { $n } posts were read.
}
roadmap-list-unread = { $n ->
    [one] { $n } line could not be read.
   *[other] { $n } lines could not be read.
}
