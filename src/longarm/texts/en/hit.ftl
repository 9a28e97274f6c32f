hit-title = Other organisations
hit-lead = Identifiers of suspects are compared with other organisations’ cases by codes that nobody can read. A hit is a reason to talk, never an accusation.
hit-list = Who holds the same
hit-section = At other organisations
hit-same = { $name } holds a case that names { $value } too. Ask for: { $desk }.
hit-shared = So many organisations name { $value } that it says nothing of one person. It was set aside.
hit-not-opening = { $name } met { $value }, but what came with it does not open. It proves nothing about what they hold.
hit-since = Since { $day }.
hit-not-known = This organisation is not on your list yet: ask for its card and compare the fingerprint by voice before you speak.
hit-none = No other organisation has named the same so far.
hit-to-case = To the case
hit-members = Whom this node speaks with
hit-members-lead = An organisation is taken in only after its fingerprint was compared by voice. Cutting off works at once.
hit-role-hub = hub
hit-role-holder = key holder
hit-role-node = organisation
hit-cut-off-since = cut off since { $day }
hit-cut-off = Cut off
hit-cut-off-means = From now on nothing goes there and nothing of it is taken. To take it back you need its card again, and its fingerprint by voice.
hit-cut-off-do = Cut { $name } off now
hit-own = Our own card
hit-own-lead = Whoever takes { $name } in calls and hears this fingerprint. Read it out; never send it together with the card.
hit-own-card = Text of the card, to hand over
hit-own-card-help = It holds no secret: mail or a stick will do. Each hub, key holder and organisation that is to know us gets it.
hit-no-members = Nobody is on the list yet.
hit-add = Take an organisation in
hit-card = The text of its card (longarm-card/1)
hit-heard = Its fingerprint, as it was heard
hit-heard-help = Call on a number you know from elsewhere and type what you hear. Do not copy it from the card.
hit-add-do = Take in
hit-they-allow = The person concerned allowed comparing with other organisations.
hit-they-do-not = The person concerned has not allowed comparing with other organisations; nothing of this case goes out.
hit-team-allows = The team allowed comparing on { $day }: { $reason }
hit-team-does-not = The team decided against comparing on { $day }: { $reason }
hit-nobody-said = Nobody has decided yet whether this case is compared with other organisations; nothing of it goes out.
hit-choose = Decide about comparing
hit-choose-help = Nobody outside has a channel to this case, so the team decides. Only the suspect’s identifiers are compared, as codes that cannot be read.
hit-choose-why = Why
hit-choose-yes = Allow comparing
hit-choose-no = Do not allow
hit-doubt-title = A hub is in doubt
hit-doubt = On { $day } { $name } showed two logs that cannot be one (lengths { $first } and { $second }): it tells different members different things, or it lost a part of its log. Nothing new is sent to it until somebody who administers decides; what was let go is still withdrawn. Call the other members, and keep both heads: { $command }
hit-doubt-told = The second log was shown to { $name }.
hit-doubt-why = What you found out
hit-doubt-settle = Go on using it
hit-doubt-or = Or cut it off in the list below.
hit-doubt-today = The hub is in doubt; nothing new is sent to it.
hit-doubt-none = There is no doubt about this hub.
hit-only-closed = The person concerned has not allowed comparing at once; nothing of this case goes out but the closed report.
hit-escrow-opened = { $name } holds a case that names { $value } too. Its report and ours were kept closed until enough people had named the same; now they opened for each other. Ask for: { $desk }.
hit-escrow-not-opening = The closed report of { $name } about { $value } opened, but what it put inside cannot be read. Ask { $name }.
hit-escrow-vouched = Each report is one person by the word of the organisation that lodged it. It is a reason to talk, no proof; before more is passed on, the person concerned is asked.
hit-escrow-waits = { $others ->
    [one] The person concerned keeps this case closed to others until one other person has named the same.
   *[other] The person concerned keeps this case closed to others until { $others } other people have named the same.
}
hit-escrow-lodged = { $count ->
    [one] One closed report lies at the hub. How many others there are is told to nobody.
   *[other] { $count } closed reports lie at the hub. How many others there are is told to nobody.
}
hit-escrow-not-lodged = No closed report lies at the hub yet: it goes with one of the next rounds, if the case names an identifier of the suspect.
hit-escrow-new = { $count ->
    [one] a closed report opened
   *[other] { $count } closed reports opened
}
hit-today = Other organisations hold the same: nobody has looked yet
hit-new = { $count ->
    [one] a new hit
   *[other] { $count } new hits
}
hit-escrow-today = Others named the same: closed reports opened
hit-escrow-since = since { $moment }
hit-escrow-may-be-him = Whoever reported elsewhere may be the person named, who wants to know whether others spoke. Tell nobody that reports opened, the person of your own case neither, before you have spoken with the other organisation.
hit-child = This case may concern a child. It is compared with other organisations only if the team decides so, because it is best for this child, and nobody with a code to the case says no. A guardian’s yes alone is not enough: the danger may be at home. No closed report waits until others spoke. Telling an authority, and keeping the child safe, wait for none of this.
hit-child-undecided = The team has not decided yet: nothing is compared.
hit-escrow-more = { $count ->
    [one] One more report of { $name } about { $value } opened.
   *[other] { $count } more reports of { $name } about { $value } opened.
}
