# The same offender in other cases: on the case page, side by side, and as a series.
same-section = Same offender
same-none = Nothing in your other cases points to the same offender.
same-lead = A link is a lead. Nothing follows from it until a person has compared both sides and decided.
same-compare = Compare and decide
same-cut = More cases hang together than one look opens: the nearest are shown.
same-in-series = { $count ->
    [one] One case in this series
   *[other] { $count } cases in this series
}
same-to-series = Show the series
same-elsewhere = { $count ->
    [one] Another team has a case that names the same. Which one and what it says, only that team knows.
   *[other] Other teams have { $count } cases that name the same. Which ones and what they say, only those teams know.
}
same-ask = Ask them to talk
same-ask-more = They see your name and that it is about this, not your case.
same-asked = They were asked on { $day }. Whoever agrees lets you into their team, or comes to you.
same-question = { $name } asks: a case of another team names the same as this one. Talk to each other; whoever wants to show this case lets the other into its team.
same-question-since = asked on { $day }
same-question-talk = I will talk: show them my name
same-question-no = We will not
same-questions = Colleagues ask about the same offender
same-aside = Set aside
same-aside-lead = These join no cases by themselves, and why.
same-title = One offender?
same-sides = { $one } and { $other }
same-link-count = { $count ->
    [one] One reason
   *[other] { $count } reasons
}
same-here = In { $called }
same-used-by = used by { $name }
same-since = from { $first } to { $last }
same-only-here = only here
same-to-exhibit = Open the exhibit
same-picture-blurred = Blurred. It is opened on its own page, and that is recorded.
same-picture-alt = Blurred picture of exhibit { $code }
same-picture-look = Look at it
same-sound = A recording; it is heard on the page of its exhibit.
same-unheard = Recordings not compared by what is heard
same-unheard-lead = They are compared byte for byte. Where what is heard is compared, it is recordings that are, never voices.
same-unheard-short = Shorter than five seconds: { $count }
same-unheard-flat = Nothing but silence, a tone or noise: { $count }
same-unheard-format = In a format that is not read here, such as AAC, or damaged: { $count }
same-unheard-large = Too large: { $count }
same-unheard-broken = Decoding broke off: { $count }
same-weights = How it was weighed
same-weights-lead = Each independent reason adds weight. The last line is how likely one offender is by these reasons alone, if the assumed frequencies hold.
same-weights-what = What
same-weights-bits = Weight (bits)
same-weights-score = Probability after it
same-no-links = No link was found; a person joined these two or kept them apart.
same-decide = Your decision
same-decide-lead = It is kept with your name and reason under the keys of both cases, never erased, and can be withdrawn. It joins no files and tells no complainant.
same-why = Why
same-do-same = The same offender
same-do-different = Not the same
same-do-unsure = Cannot be said
same-do-withdrawn = Withdraw the decision
same-decisions = Decisions
same-verdict-same = the same offender
same-verdict-different = not the same
same-verdict-unsure = cannot be said
same-verdict-withdrawn = decision withdrawn
same-by = { $name }, { $day }
same-series-title = Series
same-series-lead = Cases that strong links or decisions hold together, as far as you hold their keys.
same-series-weakest = It would break first between { $one } and { $other }.
same-series-bridge = Without the link between { $one } and { $other } it would be two series.
same-series-no-bridge = No single link holds it together.
same-series-beside = { $one } and { $other }: linked, not joined.
same-series-apart = { $one } and { $other }: kept apart by a decision.
same-series-conflict = { $one } and { $other }: one decision says the same, others keep them apart. Look again.
same-cases = Cases
same-case = Case
same-harmed-in = Person harmed in
same-suspect-in = Suspect in
same-opened = Opened
same-what-happened = What happened, all cases together
same-when = Day
same-what = What
same-holds = What holds it together
same-reasons = Reasons
same-weight = Weight (bits)
same-by-decision = decided by a person
same-states = States
same-states-harmed = Persons harmed
same-states-suspect = Suspects
same-not-agreed = Nothing is compared: who reported has not allowed it, or has taken it back. It can be asked in the conversation.
same-spent = You have looked for so many cases today that nothing more is said about other teams. Tomorrow it is said again.
same-answered = { $name } answered on { $day } and will talk to you.
same-weighs = Weights of this link
same-decide-link = Decide
same-weakest = weakest link
same-bridge = bridge
same-merge = Make one case of the two
same-merge-more = Only where it is the same person harmed: all who work on either read everything then, and it is shown once more before it is done.
same-split = Make two cases of { $called }
same-actions = What can be done
same-actions-lead = A decision about two cases stands beside each link below. “Not the same” parts the series at its weakest place; it can be withdrawn, and both stay to be read.
same-map = Where persons were harmed and where suspects are said to be
same-map-harmed = persons harmed
same-map-suspect = suspects
same-map-both = both
same-graph-title = The series as a graph
same-graph-lead = Every case, every thing that two of them name, and why. The table says all that the drawing says.
same-graph-keys = Arrow keys go along the lines, Enter goes to what is said about the place, Home to the first case.
same-graph-thing = What they name
same-graph-why = Why
same-graph-table = The drawing as a table
same-graph-said = About the chosen place
same-thing-short = { $kind } { $end }
same-thing-text = threat in the same words
same-thing-image = the same picture
same-thing-voice = the same recording
same-aside-series = Set aside in this series
same-more-rows = { $count ->
    [one] One more link is not shown: the weightiest come first.
   *[other] { $count } more links are not shown: the weightiest come first.
}
# refusals
same-no-why = Say in a few words why ({ $longest } characters at most): whoever reads the decision later relies on it.
same-not-to-judge = There is nothing to decide here: it is one case, or no decision stands that could be withdrawn.
same-no-tie = Nothing ties these two cases as far as you can see, or one of them is not there.
same-no-series = This case is in no series of your cases, or it is not there.
same-nobody-to-ask = No other team has anything that names the same.
same-no-question = This question is not there.
same-question-closed = A colleague has answered this question already.
same-export = A bundle for the prosecutor
same-export-lead = One sealed bundle: the paper, the links for machines, and each case with what the suspect used and did. No name, number or reference of a person harmed stands in what longarm writes. It goes to nobody by itself.
same-export-going = { $count ->
    [one] One case of the series may go
   *[other] { $count } cases of the series may go
}
same-export-not-allowed = { $count ->
    [one] One case stays: who reported has not allowed that authorities learn of it.
   *[other] { $count } cases stay: who reported has not allowed that authorities learn of them.
}
same-export-child = { $count ->
    [one] One case stays: a child may be concerned. It goes the child’s road.
   *[other] { $count } cases stay: a child may be concerned. They go the child’s road.
}
same-export-apart = { $count ->
    [one] One case stays: only cases that stay tie it to the others.
   *[other] { $count } cases stay: only cases that stay tie them to the others.
}
same-export-elsewhere = Cases of other teams are never in it, and are not counted here.
same-export-too-few = A series for the prosecutor needs two cases that may go. Ask those who reported whether authorities may learn of their case.
same-export-changed = Which cases may go has changed since the page was opened. Look at it again.
same-export-exhibits = The exhibits go along
same-export-exhibits-help = They go as they came: they may show names, numbers, faces and intimate pictures of the persons harmed, and longarm blackens nothing. Without them the paper names each by number and digest.
same-export-asked = I answer for it that these persons were asked and agree
same-export-asked-help = In one of the cases at least nobody outside has a conversation, and the case file says nothing of consent.
same-export-too-large = The exhibits of these cases are more than { $gigabytes } GB together: too much for one bundle. Make it without exhibits (it names those that the links rest on), and hand these out from their cases.
same-export-not-asked = In one of the cases at least nobody outside can be asked here. Confirm that the persons were asked and agree, or leave it.
same-export-language = Language of the paper
same-export-do = Make the bundle
same-export-done-help = It is saved on this device, unencrypted, and kept nowhere here. In each case stands that it went, and when.
same-export-agreed = { $exhibits ->
    [yes] A colleague has agreed, exhibits included.
   *[other] A colleague has agreed, without exhibits.
}
same-export-waiting = { $exhibits ->
    [yes] A second person was asked in every case, exhibits included. All have to be answered.
   *[other] A second person was asked in every case, without exhibits. All have to be answered.
}
same-export-refused = { $exhibits ->
    [yes] A colleague refused, exhibits included. It can be asked again with a clearer reason.
   *[other] A colleague refused, without exhibits. It can be asked again with a clearer reason.
}
same-export-reason-help = The team of each of these cases reads this: name no person and no other case.
same-export-reason = { $exhibits ->
    [yes] Bundle for the prosecutor on a series of { $count } cases, with their exhibits: { $reason }
   *[other] Bundle for the prosecutor on a series of { $count } cases, without exhibits: { $reason }
}
