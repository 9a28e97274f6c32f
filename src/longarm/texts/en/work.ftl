# The daily work at the desk: inbox, who has a case, conversation, notes, tasks, search, how it ends, rules.
work-inbox = Inbox
work-today = My day
work-rules = Rules
work-search = Search
work-search-do = Search
work-search-lead = In your cases alone: names, references, identifiers, notes and letters. What you look for is not kept.
work-found = { $count ->
    [0] Nothing found.
    [one] One case.
   *[other] { $count } cases.
}
work-found-more = These are the nearest; there are more. Add a word.
work-read-so-far = { $read } of your { $total } cases have been read so far. Search again to read on.
work-where-reference = reference
work-where-name = name
work-where-identifier = number or account
work-where-account = what happened
work-where-note = note
work-where-letter = letter
work-filters = Show
work-show-all = All
work-show-mine = Mine
work-show-unclaimed = Nobody has it
work-show-waiting = Waiting for an answer
work-show-urgent = In danger
work-show-closed = Closed
work-none-here = No cases here.
work-alarms = { $count ->
    [0] Nobody waits too long
    [one] One person has waited too long for an answer
   *[other] { $count } persons have waited too long for an answer
}
work-every-minute = Load this page anew every minute
work-in-danger = in danger
work-child = may concern a child
work-new = new
work-closed = closed
work-waits = waits { $time }
work-minutes = { $count ->
    [0] less than a minute
    [one] one minute
   *[other] { $count } minutes
}
work-hours-long = { $count ->
    [one] one hour
   *[other] { $count } hours
}
work-days-long = { $count ->
    [one] one day
   *[other] { $count } days
}
work-first-alarm = first alarm
work-second-alarm = second alarm
work-late = past the target
work-new-letters = { $count ->
    [one] new letter
   *[other] { $count } new letters
}
work-new-files = { $count ->
    [one] new file
   *[other] { $count } new files
}
work-due = due { $day }
work-has = { $name } has it
work-wants = wanted: { $what }
work-states = Harmed: { $harmed } · suspect: { $suspect }
work-nothing-told = What happened is not told yet
work-tabs = The case
work-tab-case = Case
work-tab-talk = Conversation
work-sections = Sections of this page
work-section-paths = Paths
work-has-it = Who has it
work-you = (you)
work-nobody-has-it = Nobody yet.
work-claim = Take the case
work-give-back = Give it back to the team
work-hand-over = Hand it over
work-to-whom = To whom
work-words-along = A word along with it (stays as a note)
work-hand-over-do = Hand over
work-open-talk = Open the conversation
work-read-letters = { $count ->
    [one] Read the new letter
   *[other] Read { $count } new letters
}
work-tasks = Tasks
work-tasks-mine = Mine
work-tasks-team = Of my teams
work-today-lead = What falls due within a fortnight, and what is overdue.
work-overdue = overdue
work-is-today = today
work-given-to = given to { $name }
work-done = Done
work-not-done = Not done
work-add-task = New task
work-add-task-do = Add
work-task-what = What is to be done
work-task-day = By
work-task-who = By whom
work-task-nobody = who has the case
work-tasks-done = { $count ->
    [one] One task done
   *[other] { $count } tasks done
}
work-notes = Notes
work-note = New note
work-note-help = Read by the team alone. Never changed; a mistake is corrected by another note.
work-note-do = Keep the note
work-older-notes = Older notes
work-end = End of the case
work-close = Close the case
work-close-do = Close
work-close-waiting = Somebody waits for an answer. It is better to write first.
work-outcome = Outcome
work-choose = Choose
work-end-words = In words (for the team)
work-why-reopen = Why it is opened again
work-reopen = Open the case again
work-reopened = Opened again
work-outcome-stopped = The threats have ended
work-outcome-authority = An authority has it and acts
work-outcome-convicted = There is a judgment
work-outcome-referred = Handed to another organisation, with consent
work-outcome-advised = Advice was what was asked for
work-outcome-withdrawn = The person harmed wants nothing more done
work-outcome-lost-contact = No contact for a long time
work-outcome-no-road = Nothing can be done for now
work-outcome-not-ours = Another matter, not ours
work-outcome-planted = False, or meant to mislead
work-no-talk = This case has no conversation
work-no-talk-more = It was opened at the desk. Who reports through the public pages finds your answers here.
work-channel-complainant = Person harmed
work-channel-supporter = Who reports for another
work-channel-recipient = Who received messages
work-withdrawn = has withdrawn
work-ended = ended
work-no-letters = No letters yet.
work-says-danger = says: in danger now
work-unread = new
work-was-read = read on { $day }
work-not-yet-read = not read yet
work-wishes = Before you write
work-how-never = Never make contact. Answers wait here, behind the code.
work-how-call = May be called.
work-how-message = May be sent a message to the phone.
work-how-email = May be written to by e-mail.
work-at = At: { $where }
work-hours = Good hours: { $hours }
work-code-word = Code word before anything else: { $word }
work-answer = Answer
work-your-words = Text of the letter
work-ready = Ready sentences
work-send = Send
work-send-changed = Send as changed
work-send-all-the-same = Send as it is
work-warned = These words may hurt, or promise what we cannot keep. You decide.
work-never-blame = blames or hushes
work-never-promise = a promise nobody can keep
work-never-nothing = shuts the door
work-never-lure = pays, plays along or attacks
work-never-others = leads to who may be the danger
work-never-picture = asks for what we do not need
work-settle = Needs no answer
work-take-in = Take the files in
work-take-in-help = They become exhibits of the case, their custody record begins, and they are read.
work-arriving = { $count ->
    [one] One file is on its way
   *[other] { $count } files are on their way
}
work-status = Where it stands
work-status-help = Who reported reads this when coming back with the code.
work-where-it-stands = It stands so
work-status-words = In your words
work-status-do = Save
work-consents = What is allowed
work-allowed = yes
work-not-allowed = no
work-took-back = A consent was taken back
work-took-back-help = By telephone, or in front of you. It holds from now on, and stands in the conversation. Only the person can give it again.
work-took-back-which = Which one
work-took-back-do = Note it as taken back
work-rules-lead = What the organisation decides for itself. Every change stands in the record.
work-rules-saved = The rules are kept.
work-clock = When the team is alarmed, in minutes
work-first-alarm-after = First alarm after
work-second-alarm-after = Second alarm after
work-answer-within = Inner target for an answer
work-staffed = Staffed hours
work-staffed-help = Left empty, no time is told to anybody, and the minutes count day and night. Filled in, minutes count in these hours alone, and who reports sees by when an answer comes.
work-from = from
work-to = to
work-time-zone = Time zone
work-day-0 = Monday
work-day-1 = Tuesday
work-day-2 = Wednesday
work-day-3 = Thursday
work-day-4 = Friday
work-day-5 = Saturday
work-day-6 = Sunday
work-keeping = How long things are kept
work-retention = Days after closing
work-retention-help = Left empty, nothing is deleted by itself.
work-two = What needs a second person
work-two-export = Handing out bundles and copies
work-two-deletion = Deletion
work-two-notice = Lawful notice to a suspect
work-two-advisory = Telling an advisory to others
work-face = Face of the public pages
work-neutral-title = Neutral title
work-neutral-title-help = Stands in the browser's tab and history. No word in it of what happens here.
work-neutral-icon = Icon
work-icon-bowl = Bowl
work-icon-leaf = Leaf
work-icon-sun = Sun
work-icon-book = Book
work-exit = Page of the quick exit
work-exit-help = An ordinary page that raises no question, such as the weather.
work-keys = Keys
work-key-search = search
work-key-move = next and previous in a list
work-key-open = open it
work-key-answer = conversation and answer
work-key-help = this list
work-danger-now = Mark danger
work-danger-over = The danger is over
work-give-task = Give it to somebody
work-give-task-do = Give
work-others = Others
work-others-lead = A school, a relative, a supporter: each adds what they received with a code of their own, and sees nothing of the case.
work-code-once = This code is shown here once. It is best said in person. It ends after 30 days unless it is used.
work-asked-by-holder = Asked for by the person harmed. The code works only once you agree: it may have been asked under pressure.
work-confirm = Agree
work-end-invitation = End
work-invite = A code for another person
work-invite-do = Make the code
work-who-is-it = Who it is
work-who-is-it-help = For the team alone, such as: the school’s office.
work-invite-as = As
work-code-form = Form of the code
work-code-ar = Arabic words
work-code-en = English words
work-code-digits = digits
work-invited-waiting = not used yet
work-invited-expired = ended unused
work-invited-open = in use
work-invited-withdrawn = has withdrawn
work-invited-closed = ended
work-writes-in = Writes in: { $name }
work-address-female = Spoken to as: a woman
work-address-male = Spoken to as: a man
work-address-other = Spoken to as: neither, in neutral words
work-next = Next who waits
work-keys-off = Switch the keys off
work-keys-on = Switch the keys on
work-keys-are-off = The keys are off.
