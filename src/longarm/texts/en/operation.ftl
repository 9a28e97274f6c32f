operation-none = There is no such joint operation.
operation-nobody-invited = Invite at least one other organisation, and at most { $most }.
operation-not-sure = Confirm first that what you put in names and describes nobody who was harmed.
operation-day-past = The common day lies in the past. Choose one that is still to come.
operation-to-whom = Choose among the organisations that are in and that this node speaks with.
operation-words = Something is missing or too long: a name has 1 to 200 letters, a text up to 4,000, a count up to 100,000.
operation-not-over = The operation is not over for your organisation. It can be deleted here once you have left it or it is closed.
operation-last-reader = { $count ->
    [one] Nobody else here can open one of this person’s joint operations. Let a colleague in first, or name who gets it and type the recovery key.
   *[other] Nobody else here can open { $count } of this person’s joint operations. Let a colleague in first, or name who gets it and type the recovery key.
}
operation-last-here = Nobody else here can open this joint operation. Let a colleague in first.
operation-not-now = { operation-why } The board may have changed meanwhile: look at it again.
operation-why = { $why ->
    [not-a-member] Your organisation is not in this operation.
    [not-the-lead] Only the leading organisation does this.
    [not-invited] Your organisation was not invited, or is in already.
    [not-yours] That belongs to another organisation.
    [unknown] What this is about is not on the board.
    [twice] That is on the board already.
    [closed] The operation is closed: only results come in now.
    [not-open] The operation has not been opened.
    [for-all] This concerns all members and cannot be kept from some.
    [too-many] An operation has 61 organisations at most.
    [lead-stays] The leading organisation hands over the lead before it goes.
   *[not-its-opener] Another organisation began this operation.
}
operation-no-such-bundle = There is no such bundle that your organisation sent to a member.
operation-kind = { $kind ->
    [finding] a finding
    [identifier] an identifier
    [request] about a request
   *[bundle] a sealed bundle
}
operation-count = { $count ->
    [identified] suspects identified
    [arrested] arrested
    [charged] charged
    [devices] devices seized
    [content_removed] contents removed
   *[complainants_told] persons harmed told
}
operation-days = { $days ->
    [0] Today
    [1] Tomorrow
   *[other] In { $days } days
}
operation-members-count = { $count ->
    [one] one organisation is in
   *[other] { $count } organisations are in
}
operation-tasks-open = { $count ->
    [one] a task of yours is open
   *[other] { $count } tasks of yours are open
}
operation-withheld = { $count ->
    [one] one entry is for others
   *[other] { $count } entries are for others
}
operation-waits = { $count ->
    [one] one letter to it still waits
   *[other] { $count } letters to it still wait
}
operation-title = Joint operations
operation-lead = Several organisations on one series: who takes part, who put in what, who does what by when, and one common day.
operation-new = Begin an operation
operation-news = news
operation-we-lead = Your organisation leads
operation-led-by = Led by { $organisation }
operation-day-label = Common day of action:
operation-day = Common day of action
operation-day-over = The day is past
operation-none-yet = No joint operation yet
operation-none-yet-more = Begin one with organisations whose cards are on your list, or wait for an invitation.
operation-stands-joined = under way
operation-stands-invited = invitation
operation-stands-left = your organisation left
operation-stands-removed = your organisation is out
operation-stands-closed = closed
operation-new-lead = Your organisation leads. Nothing of any case goes by itself: what the others see is what somebody writes here.
operation-nobody = There is nobody to invite yet
operation-nobody-more = First take in the card of another organisation, its fingerprint compared by voice.
operation-name = Name
operation-name-help = A neutral word, never the name of a person. All who are invited see it.
operation-about = What it is about
operation-about-help = All who are invited read this before they join. Write nothing that could point to a person harmed.
operation-invited = Who is invited
operation-new-do = Begin and invite
operation-who = Who may see it
operation-who-all = All members, and those who join later
operation-who-some = Only these:
operation-uncounted = An entry of yours does not count: { $why }
operation-out = Your organisation was taken out of this operation. Nothing more arrives; what is here stays until you delete it.
operation-out-by-us = Your organisation has left. Nothing more arrives; what is here stays until you delete it.
operation-invited-lead = Your organisation is invited. Pieces, tasks and words are for members only: they arrive once you have joined.
operation-join = Join
operation-decline = Decline
operation-end = The operation is closed. Results may still be reported.
operation-pieces = What was put in
operation-no-pieces = Nothing has been put in yet.
operation-taken-back = taken back: not to be used any more
operation-take-back = Take back
operation-bundle-here = The bundle lies in this request
operation-bundle-hash = Bundle (SHA-256):
operation-for = for
operation-for-all = for all members
operation-put = Put something in
operation-put-kind = Kind
operation-put-title = Title
operation-in-words = In words
operation-in-words-help = These words go as they are, and what was seen cannot be unseen.
operation-sure = This names and describes nobody who was harmed.
operation-put-do = Put in
operation-bundle = Point to a bundle that was sent
operation-bundle-help = The bundle itself went with a request, with consent and without what the other side does not need. Only the member that got it sees this piece.
operation-bundle-which = Bundle
operation-tasks = Tasks
operation-no-tasks = No tasks yet.
operation-task-of = for { $organisation }
operation-task-by = asked by { $organisation }
operation-task-answer = Report back
operation-task-done = done
operation-task-cannot = not possible
operation-task-late = late
operation-task-open = open
operation-task-new = Ask for something
operation-task-what = What is to be done
operation-task-owner = By whom
operation-task-due = By which day
operation-task-do = Ask
operation-said = Exchange
operation-nothing-said = Nothing has been said yet.
operation-say = Write to the members
operation-say-do = Send
operation-day-stands = all have agreed
operation-day-open = not all have agreed
operation-agreed = Agreed:
operation-not-yet = Not yet:
operation-agree = Agree to this day
operation-no-day = No day has been set.
operation-day-set = Set the day
operation-day-other = Set another day
operation-day-which = Day
operation-day-at = Time (UTC)
operation-day-help = All members and all who are invited see it. Each agrees anew to a new day.
operation-members = Members
operation-refused-one = a letter was refused
operation-refused = It did not take a letter of yours, and nothing of yours that came later counts there until it does. { $why ->
    [wrong-version] Its longarm and yours speak different versions: whoever has the older one updates it. Then send again.
    [wrong-kind] Its longarm is older and knows no joint operations: call it, it has to be updated. Then send again.
    [bad-signature] It does not recognise your signature: call it, compare fingerprints by voice, and give it your card anew. Then send again.
   *[other] Call it: the reason ({ $why }) stands in its record. Once that is mended, send again.
}
operation-send-again = Send again
operation-missing = Something of it has not arrived. Call it.
operation-behind = Others have more of it already. If it stays like this, call it.
operation-disputed = { $organisation } has something else of it than you have: not everybody was told the same. Call both.
operation-restored = It came back from a backup, or had deleted the board: it may lack what it wrote before, and you may have it.
operation-restored-us = Your node came back from a backup, or the board had been deleted here: what was written here before is with the others, and not here.
operation-leads = leads
operation-is-in = in
operation-is-invited = invited
operation-has-left = left
operation-was-removed = taken out
operation-us = your organisation
operation-not-spoken = not on your list, or cut off: gets nothing from you
operation-member-more = Change
operation-hand-over = Hand over the lead
operation-remove = Take out
operation-invite = Invite another organisation
operation-invite-whom = Organisation
operation-invite-help = Once it has joined it also sees what was put in for all before.
operation-invite-do = Invite
operation-results = Results by state
operation-no-results = No results yet.
operation-state = State
operation-by = Reported by
operation-sum = Together
operation-result = Report results
operation-result-help = Counts only. All members see them; a later report for the same state replaces yours.
operation-result-do = Report
operation-readers = Who reads this here
operation-readers-lead = Colleagues of your organisation who can open this board.
operation-let-in = Let a colleague in
operation-colleague = Colleague
operation-let-in-do = Let in
operation-let-out = Take out
operation-let-out-help = What is put in from then on is closed to who was taken out. What was read was read.
operation-ends = End
operation-close = Close the operation
operation-close-help = For all members. After that only results come in.
operation-leave = Leave the operation
operation-leave-help = Nothing more arrives then. What your organisation put in stays with the others. It can be taken back afterwards too, as long as the board is not deleted here.
operation-leave-why = Reason, if you like
operation-forget = Delete it here
operation-forget-help = Deletes the board on this node. What the others have, they keep, and nothing can be taken back any more: take back first what they should not use.
