between-heading = Somebody in another country threatens you. What can be done?
between-lead = No name, no registration. What you choose here is not kept.
between-privacy = The address of this page stays in the browser’s history; what you choose here does not.
between-harmed-in = You are in (or the person you ask for)
between-suspect-in = Who threatens you is in
between-number-of = His telephone number is from
between-number-help = The first digits after + or 00 tell it; leave it if there is no number.
between-choose = Choose a country
between-not-known = not known
between-held = We hold its law
between-others = Treaties only
between-demand = What is demanded
between-minor = Is anybody under { $age } in it?
between-pictures = Does he have private pictures?
between-platform = Through which service did it come?
between-published = Has he published or sent anything to others?
between-yes = yes
between-no = no
between-unknown = not known
between-day = On what day
between-day-help = Today, or the day it happened.
between-other-day = Compare with another day
between-other-day-help = Shows what changed in the law between the two days, and why.
between-show = Show what can be done
between-again = Change the answers
between-to-law = The law of each country
between-first = Before any step
between-safe = Could anybody hurt you if they knew? Your safety comes first.
between-safe-talk = Begin with your safety
between-child = A child is in it: keep no copy and send no picture to anybody, not even to those who help.
between-lines = Numbers for help
between-no-line = We know no line in this country from a source. If the danger is near: the emergency number of the country you are in.
between-hazard-laws = Which law is this?
between-paths = What can be done
between-on-day = On { $day }
between-no-paths = Nothing follows from what is known so far.
between-by-authority = An authority asks for this after a complaint, not a private person.
between-before = Before { $authority }
between-step-with = { $action }: { $name }
between-opens-if = Opens:
between-hazards = Mind:
between-its-text = The text itself
between-on-what = On what ground?
between-binding = { $binding ->
    [yes] binds
    [no] does not bind
   *[unknown] not known
}
between-blocked = { $count ->
    [one] One step that is closed now, and what would open it
   *[other] { $count } steps that are closed now, and what would open them
}
between-article = art. { $article }
between-sure = { $level ->
    [high] certainty: high
    [medium] certainty: medium
   *[low] certainty: low
}
between-checked = read on { $day }
between-never-checked = source not opened yet
between-source = Source
between-pair = { $a } and { $b }: what binds both
between-pair-none = We know of no treaty that bound both on that day.
between-pair-unknown = { $count ->
    [one] One of which it is not known
   *[other] { $count } of which it is not known
}
between-pair-no = { $count ->
    [one] One that did not bind both, and why
   *[other] { $count } that did not bind both, and why
}
between-facts-there = The facts and sources of an instrument that does not bind, or of which that is not known, stand on its own page.
between-pair-reminder = “Binds” says only that both were bound that day; whether it fits a case depends on its conditions.
between-pair-other-missing = If the country of the number or of who threatens is known, the treaties between both stand here.
between-map = The map
between-map-label = Map of states; the table below says the same.
between-map-borders = Shapes: Natural Earth. The map takes no position on borders.
between-state = State
between-status = Status
between-counted = { $status ->
    [open] { $count } open
    [conditional] { $count } conditional
    [blocked] { $count } closed
   *[unknown] { $count } not known
}
between-changed = What changed between { $before } and { $after }
between-nothing-changed = No step opened or closed between the two days.
between-change = { $before } then { $after }
between-no-such-step = not among the steps
between-regrounded = { $count ->
    [one] One step has the same status for other reasons
   *[other] { $count } steps have the same status for other reasons
}
between-called-complainant = the person harmed
between-called-suspect-1 = who threatens
between-called-child = the child
between-ground-reciprocity = Own law and reciprocity
between-ground-provider-policy = The company’s own policy
between-honest = This informs; a lawyer or an authority decides. It does not promise that anybody will be punished.
between-languages = Language
between-demand-unknown = not known, or nothing yet
between-more = More
between-lines-read = Read in the source named; call once to make sure before you rely on a number.
between-map-show = Show this on a map
