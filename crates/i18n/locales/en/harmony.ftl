# Harmonisation: what a scheme, a cluster or a body has to settle. For those who coordinate.

harmony-way = What is still to be settled
harmony-title = Harmonisation: { $name }
harmony-lead = What is still to be settled with the levels above and with neighbours, and where to begin.
harmony-count = { $n ->
    [0] Nothing to settle.
    [one] One thing to settle.
   *[other] { $n } things to settle.
}
harmony-on = As of { $date }.
harmony-own = See its public page
harmony-settled = All is in tune: objectives above are served, nothing is done twice, no post ends within six months.
harmony-unserved = Objectives above
harmony-unserved-why = These objectives cover your communes and no action here answers them. Link an action that exists, or write one.
harmony-unserved-settled = Each objective above is served by an action here.
harmony-unserved-one = “{ $objective }”, of “{ $roadmap }”.
harmony-step-serve = Link an action
harmony-overlaps = Similar actions
harmony-overlaps-why = These actions look alike: the same thing could be done, or counted, twice. Talk with the other team, then link them or share the communes.
harmony-overlaps-settled = No neighbouring action does the same thing.
harmony-overlap-one = “{ $mine }” and “{ $other }”, of “{ $roadmap }”.
harmony-same-needs = Same need: { $needs }.
harmony-same-posts = { $n ->
    [one] The same post works for both.
   *[other] The same { $n } posts work for both.
}
harmony-same-communes = Communes: { $communes }.
harmony-communes = { $n } communes
harmony-step-overlap = Read the other roadmap
harmony-posts = Posts
harmony-posts-why = An extension often takes six months: a committee, then an agreement.
harmony-posts-settled = No post is vacant, and none ends within six months.
harmony-post-vacant = Post ({ $post }) to fill since { $date }: { $host }.
harmony-post-funding = Post ({ $post }) paid until { $date }: { $host }.
harmony-post-contract = Post ({ $post }) whose contract ends on { $date }: { $host }.
harmony-step-post = Open the posts of the scheme
harmony-step-levels = See this level
harmony-link = Link with the métropole
harmony-link-why = With or without a governance of its own, a cluster or a scheme is linked to the métropole or the intercommunality.
harmony-link-settled = The link is made, or this level asks for none.
harmony-link-one = Nothing links this to the métropole or the intercommunality: it is not attached to it and serves none of its objectives.
harmony-step-link = Serve one of its objectives
harmony-referents = Contacts
harmony-referents-why = Without a contact, nobody knows whom to write to.
harmony-referents-settled = Each body has a contact.
harmony-referent-one = “{ $name }” has no contact.
harmony-step-referent = Add a contact
harmony-no-body = No body answers for this. It may do without, but somebody must then be named.
harmony-step-body = Create a body
harmony-plans = Roadmaps
harmony-plans-why = A roadmap in force tells the other levels what is planned.
harmony-plans-settled = Each body has a roadmap in force.
harmony-plan-one = “{ $name }” has no roadmap in force.
harmony-step-plan = Open its roadmaps
