# Figures of a territory: what adds up, what is covered, who meets, what changed.

totals-demonstration = Demonstration: the example bodies, decisions and amounts are made up.
totals-title = { $name } in figures
totals-about = Places, teams, governing bodies and roadmaps: { $name } in figures, each thing counted once.
totals-sentence = On { $date }, { $name } has { $places ->
    [one] { $places } place that helps
   *[other] { $places } places that help
}, { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
}, { $members ->
    [one] { $members } organisation that is a member of a body
   *[other] { $members } organisations that are members of a body
} and { $actions ->
    [one] { $actions } action of a roadmap
   *[other] { $actions } actions of roadmaps
}.
totals-too-much = A budget that was typed is beyond what can be counted: sums are not shown.
totals-link = Figures and coverage
totals-csv = Figures as CSV
totals-table = Each thing counted once
totals-territory = Territory
totals-places = Places
totals-hours = Opening per week
totals-posts = Posts
totals-fte = Full time
totals-members = Members
totals-bodies = Bodies
totals-roadmaps = Roadmaps
totals-actions = Actions
totals-budget = Budget
totals-hours-cell = { $hours } h
totals-once = The last line counts once what spans several lines: it may be smaller than their sum. It also counts what is led at its own level.
totals-without-hours = { $n ->
    [one] One place has no known hours: it is not in the opening hours.
   *[other] { $n } places have no known hours: they are not in the opening hours.
}
totals-without-fte = { $n ->
    [one] One post has no known working time: it is not in the full-time figure.
   *[other] { $n } posts have no known working time: they are not in the full-time figure.
}
totals-without-budget = { $n ->
    [one] One action has no known budget: it is not in the budget.
   *[other] { $n } actions have no known budget: they are not in the budget.
}
totals-wrong-day = “{ $text }” is not a date: write it as 2024-01-15.

totals-coverage = Communes covered, level by level
totals-communes = { $n ->
    [one] { $n } commune.
   *[other] { $n } communes.
}
totals-coverage-lead = A commune is covered when all of it is.
totals-with-body = With a body
totals-with-roadmap = With a roadmap
totals-with-referent = With a contact
totals-twice = Covered twice
totals-forgotten = Without a body: { $names }.
totals-others = { $n ->
    [one] { $n } other
   *[other] { $n } others
}

totals-meetings = Public meetings ahead
totals-no-meeting = No public meeting is announced.
totals-feed = Follow in a calendar (iCalendar)
totals-calendar-of = Public meetings: { $name }

totals-changes = What changed
totals-no-change = Nothing has changed since that day.
totals-since = Since
totals-again = To see at your next visit what will have changed, keep this address. Nothing is remembered of your visit.
totals-again-link = What changes from today on
totals-post-conseiller-numerique = digital adviser
totals-post-coordinateur = co-ordination
totals-post-mediateur = digital mediation
totals-post-informaticien-public = public computing
totals-post-autre = other post
change-body-began = New body: { $name }
change-body-ended = End of the body: { $name }
change-joined = { $organisation } joins “{ $name }”
change-left = { $organisation } leaves “{ $name }”
change-roadmap-en-consultation = Roadmap open for opinions: { $name }
change-roadmap-validee = Roadmap validated: { $name }
change-roadmap-amendee = Roadmap changed by a decision: { $name }
change-roadmap-close = Roadmap closed: { $name }
change-minutes = Minutes published: { $name }
change-scheme = New scheme: { $name }
change-post-vacant = Post to fill: { $name }, { $organisation }
change-post-occupe = Post filled: { $name }, { $organisation }
change-post-rendu = Post given back: { $name }, { $organisation }
