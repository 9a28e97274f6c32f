desk-to-content = To the content
desk-nav = Desk
desk-language = Language
desk-new-case = New case
desk-role = { $role ->
    [admin] administrator
    [coordinator] coordinator
    [counsel] counsel
    [consular] consular officer
    [auditor] auditor
   *[other] caseworker
}
desk-sign-out = Sign out
desk-back = Back
desk-print = Print
desk-demonstration = A demonstration with invented cases. Its sign-in is public: put nothing real in here.
desk-not-known = not known

desk-first-title = Welcome to longarm
desk-first-lead = This node is empty. How do you want to begin?
desk-first-organisation = Set up my organisation
desk-first-organisation-more = A name, a sign-in and a passphrase. Everything that comes after is encrypted on this machine.
desk-first-organisation-do = Set up
desk-first-demo = Look around with the demonstration
desk-first-demo-more = Nine invented cases after the founding stories, with exhibits. Nothing real belongs in it; you set up your own organisation on another, empty folder.
desk-first-demo-do = Load the demonstration
desk-set-up = Set up your organisation
desk-set-up-lead = You become its first administrator. Two minutes.
desk-set-up-do = Create the organisation
desk-organisation = Organisation
desk-name = Sign-in name
desk-name-help = Your name as colleagues see it; you sign in with it.
desk-passphrase = Passphrase
desk-passphrase-help = At least 15 characters: four or five words that belong together only for you. Nobody can reset it.
desk-passphrase-again = The passphrase once more
desk-passphrases-differ = The two passphrases are not the same. Type both again.
desk-recovery = Your recovery key
desk-recovery-once = It is shown this once and stored nowhere. Print it or write it down, and keep it away from this machine.
desk-recovery-of = Recovery key of { $organisation }
desk-recovery-loss = Whoever loses every passphrase and this key loses all cases. We cannot open them either.
desk-recovery-done = I have put it in a safe place
desk-sign-in = Sign in
desk-sign-in-do = Sign in
desk-passphrase-changed = Your passphrase is changed. Sign in with the new one.
desk-sign-in-forgotten = A forgotten passphrase cannot be reset. A colleague of your team or the recovery key still opens its cases.

desk-no-cases = No case yet
desk-no-cases-more = You see the cases of your own teams only. Open a first one, or import a case file.
desk-new-case-lead = Only what is known. Everything can be left out and added later.
desk-first-things = The first things
desk-complainant = The person harmed
desk-alias = Alias
desk-alias-help = A name for the screen, never the legal name.
desk-lives = Lives in
desk-nationality = Nationality
desk-suspect = The suspect
desk-suspect-lives = Said to be in
desk-identifier-type = Kind of trace
desk-identifier-value = Number, account or address
desk-platform = Through
desk-happened = What happened
desk-kind = Event
desk-at = Day
desk-at-help = Year, month or day, such as 2026-11 or 2026-11-24
desk-wants = What was demanded
desk-risks = Dangers
desk-open-case = Open the case
desk-import = Import a case file
desk-import-more = A file that begins with “longarm: case/1” (YAML or JSON), from a partner or from the command line. It is checked line by line.
desk-case-file = Case file
desk-import-do = Import

# The words of the case file, as short labels.
desk-event-contact = First contact
desk-event-harassment = Harassment
desk-event-threat-to-publish = Threat to publish
desk-event-threat-of-violence = Threat of violence
desk-event-demand = Demand
desk-event-payment = Payment
desk-event-publication = Publication
desk-event-defamation = Defamation
desk-event-fabricated-material = Fabricated material
desk-event-intimate-image-obtained = Private pictures obtained
desk-event-intimate-image-published = Private pictures published
desk-event-impersonation-of-official = Posing as an official
desk-event-impersonation-of-complainant = Fake page or account
desk-event-grooming = Luring
desk-event-child-sexual-demand = Demand that concerns a child
desk-event-unlawful-access = Unlawful access
desk-event-fraud = Fraud
desk-event-instigation = Instigation
desk-event-report-filed = Report filed
desk-event-report-refused = Report refused
desk-event-reply = Reply
desk-event-arrest = Arrest
desk-event-warrant-issued = Warrant issued
desk-type-phone = phone
desk-type-email = e-mail
desk-type-account = account
desk-type-url = link
desk-type-iban = bank account (IBAN)
desk-type-card = card
desk-type-wallet = crypto wallet
desk-type-payment-handle = payment handle
desk-type-ip = IP address
desk-type-imei = device number (IMEI)
desk-type-name = name
desk-wants-money = money
desk-wants-sexual = sexual acts or a relationship
desk-wants-images = pictures
desk-wants-silence = silence
desk-wants-other = something else
desk-risk-honour-violence = danger from family
desk-risk-self-harm = self-harm
desk-risk-child-at-risk = child at risk
desk-risk-exposure-at-work = exposure at work
desk-risk-shared-phone = shared phone
desk-risk-monitored-device = watched device
desk-risk-prosecution-of-complainant = law may turn against the person
desk-risk-own-embassy = own embassy is a danger
desk-risk-irregular-stay = stay without papers
desk-risk-payment = payment
desk-risk-deletion-of-evidence = evidence being deleted
desk-risk-retelling = told again and again
desk-risk-retaliation-on-notice = retaliation
desk-risk-third-party-evidence = evidence with others
desk-risk-shared-household = shared household
desk-risk-supporter-is-controller = helper may control
desk-risk-data-breach = leak of the file
desk-risk-recontact-by-fake-helper = false helper
desk-risk-device-or-password-demanded = device or password demanded
desk-risk-complaint-lapses = complaint may lapse
desk-risk-minor-needs-guardian = minor needs a guardian
desk-risk-vigilante-harm = vigilantes
desk-risk-armed-or-official-suspect = armed or official suspect
desk-platform-whatsapp = WhatsApp
desk-platform-messenger = Messenger
desk-platform-facebook = Facebook
desk-platform-instagram = Instagram
desk-platform-telegram = Telegram
desk-platform-tiktok = TikTok
desk-platform-snapchat = Snapchat
desk-platform-x = X
desk-platform-sms = SMS
desk-platform-email = e-mail
desk-platform-call = call
desk-platform-youtube = YouTube
desk-platform-google = Google
desk-platform-discord = Discord
desk-platform-skype = Skype
desk-platform-viber = Viber
desk-platform-signal = Signal
desk-platform-imo = imo
desk-platform-line = LINE
desk-platform-wechat = WeChat
desk-platform-apple = Apple
desk-platform-microsoft = Microsoft
desk-platform-binance = Binance
desk-platform-paypal = PayPal
desk-platform-vodafone-cash = Vodafone Cash
desk-platform-zain-cash = Zain Cash
desk-platform-instapay = InstaPay
desk-platform-in-person = in person
desk-platform-web = web

desk-law-pages = Law
desk-administer = Administration
desk-record = Record
desk-no-day = “{ $day }” is no day. Write year, month and day, such as 2022-01-04.
desk-no-file = No file came along. Choose one, then send the form again.
desk-no-purpose = Say what the bundle is handed out for: it stands in the custody record.
desk-no-language = Choose the language of the document.
desk-no-number = Give a whole number of minutes or days.
desk-as-of = Law as of
desk-as-of-do = Show
desk-lead-complainant = Harmed: { $known ->
    [both] nationality { $nationality }, lives in { $place }
    [place] lives in { $place }
    [nationality] nationality { $nationality }, place not known
   *[none] state not known
}
desk-lead-suspect = Suspect: { $certainty ->
    [known] { $place }
    [claimed] says { $place }
    [inferred] perhaps { $place }
   *[unknown] { $place }
}
desk-event-wants = { $what }: { $wants }
desk-by-to = { $by } → { $to }
desk-by = { $by }
desk-persons = Persons
desk-minor = under 18
desk-born = born { $year }
desk-dialect = dialect { $dialect }
desk-certainty = { $certainty ->
    [claimed] (by own claim)
    [inferred] (inferred)
    [unknown] (not known)
   *[known] (known)
}
desk-national = national of { $state }
desk-national-unsure = national of { $state } { $certainty ->
    [claimed] (by own claim)
    [inferred] (inferred)
   *[unknown] (not known)
}
desk-proof = Proof
desk-sealed = Exhibits sealed
desk-of = { $part } of { $all }
desk-none = none yet
desk-stamped = Time-stamped
desk-not-stamped = not yet
desk-custody = Custody record
desk-unbroken = { $count ->
    [one] unbroken · one entry
   *[other] unbroken · { $count } entries
}
desk-broken = broken · { $count } entries
desk-still-missing = Still missing
desk-missing-exhibit = a first exhibit: the chat export, the page, the receipt
desk-missing-identifier = a number, account or address of the sender
desk-missing-event = an event: what happened, and when
desk-missing-place = where the suspect is, even as a guess
desk-missing-stamp = a time-stamp of an outside authority
desk-messages-count = { $count ->
    [one] one message
   *[other] { $count } messages
}
desk-exhibit-state = { $state ->
    [received] received
    [reading] being read
    [identified] read
    [sealed] sealed
    [withheld] withheld
    [destroyed] destroyed
   *[failed] not readable
}
desk-working = The node is reading or sealing.
desk-look-again = Look again
desk-add-exhibit = Add exhibits
desk-received-from = Received from
desk-files = Files
desk-files-help = Chat exports (WhatsApp, Messenger, Telegram), mail, SMS backups, pages, pictures. They are encrypted while they arrive and kept as they came.
desk-add-exhibit-do = Send and read
desk-seal = Seal all exhibits
desk-purpose = Handed out for
desk-download-bundle = Download the sealed bundle
desk-bundle-hash = Fingerprints to compare
desk-node-key = Key of this node
desk-paths = Paths on
desk-count-status = { $status ->
    [open] { $count } open
    [conditional] { $count } conditional
    [blocked] { $count } blocked
   *[unknown] { $count } unknown
}
desk-status = { $status ->
    [open] open
    [conditional] conditional
    [blocked] blocked
   *[unknown] unknown
}
desk-until = by { $day }
desk-paths-unworked = What can be done could not be worked out on this day. Everything else of the case is here.
desk-paths-correct = Correct the case file
desk-no-paths = Nothing follows from this case yet. Add what happened, and where the persons are.
desk-blocked-ones = { $count ->
    [one] One that is blocked, and what would open it
   *[other] { $count } that are blocked, and what would open them
}
desk-before = Before { $authority }
desk-opens-if = Would open if:
desk-draft = Draft: { $title }
desk-on-what = On what ground?
desk-article = art. { $article }
desk-binding = { $binding ->
    [yes] binding
    [no] not binding
   *[unknown] unknown
}
desk-confidence = { $confidence ->
    [high] sure: high
    [medium] sure: medium
   *[low] sure: low
}
desk-states = Where something can be done
desk-states-label = Map of states by what can be done there; the table below says the same.
desk-states-table = The states as a table
desk-due-list = Due
desk-due-perishes = Traces may be gone
desk-due-stamp = Time-stamp of the bundle
desk-nothing-due = Nothing is due.
desk-traces = Numbers and accounts
desk-identity-duty = buyer must be identified
desk-perishes = keep before { $day }
desk-leads = Found in the exhibits
desk-leads-more = Leads: a person decides whether they belong to the case.
desk-times = { $count ->
    [one] once
   *[other] { $count } times
}
desk-offences = Offences
desk-most-years = { $years ->
    [one] up to one year
   *[other] up to { $years } years
}
desk-most-months = { $months ->
    [one] up to one month
   *[other] up to { $months } months
}
desk-most-life = up to life
desk-most-death = death penalty possible
desk-most-fine = fine only
desk-unsure = unsure
desk-team = Team
desk-to-case = To the case
desk-received-at = received { $at }
desk-from = from { $who }
desk-stages = How far it is
desk-reading = The exhibit is being read. This page shows the result by itself.
desk-messages = Messages
desk-line = Line
desk-when = When
desk-sender = Sender
desk-text = Text
desk-message-message = message
desk-message-call = call
desk-message-system = notice
desk-message-reaction = reaction
desk-message-deleted = deleted
desk-message-edited = edited
desk-pages = Pages
desk-earlier = Earlier
desk-later = Later
desk-shown = { $first }–{ $last } of { $all }
desk-no-messages = No messages were found in this exhibit. It is kept as it came and can be sealed.
desk-account = Every byte accounted for
desk-recognised = Recognised as
desk-source-whatsapp-android = WhatsApp chat (Android)
desk-source-whatsapp-ios = WhatsApp chat (iPhone)
desk-source-chat-text = chat in a text file
desk-source-messenger-encrypted = Messenger download, encrypted chats
desk-source-mbox = mailbox (mbox)
desk-source-telegram = Telegram export
desk-source-messenger = Messenger or Instagram download
desk-source-eml = e-mail message
desk-source-sms-backup = back-up of text messages
desk-source-text = text
desk-source-archive = archive
desk-source-unread = not recognised
desk-file = File
desk-bytes = Bytes
desk-bytes-messages = in messages
desk-bytes-skipped = not understood
desk-bytes-blank = blank
desk-not-read-yet = Not read yet.
desk-more-files = and { $count } more files
desk-found = Found in it
desk-fingerprints = Fingerprints
desk-draft-lead = Filled in from the case. What the case does not hold stays blank in the paper, or is answered here.
desk-missing-fields = { $count ->
    [0] Nothing mandatory is missing
    [one] One mandatory item is missing
   *[other] { $count } mandatory items are missing
}
desk-missing-fields-more = The paper lists what stays blank on a page of its own.
desk-nothing-missing = The case holds all that this paper must say.
desk-mandatory = mandatory
desk-optional-fields = { $count ->
    [one] One more item that may be given
   *[other] { $count } more items that may be given
}
desk-make = The document
desk-in-language = Language
desk-whose-statement = Whose statement?
desk-nobody-chosen = Nobody: left blank
desk-choose = Choose
desk-draft-statement = Draft: statement
desk-sent-by = Who sends it?
desk-sent-by-organisation = We are an organisation
desk-sent-by-organisation-more = A notice to the own prosecution or police, with the request attached as a draft: only an authority may send it.
desk-sent-by-authority = We are the authority that may send it
desk-sent-by-authority-more = The request alone, without the notice.
desk-download-pdf = Download the PDF
desk-answers-not-kept = Your answers go into the PDF and are stored nowhere.
desk-lawyer-decides = A draft. A lawyer or officer checks and decides.
desk-file-lead = Version { $version }. Saving makes a new version; the older ones stay.
desk-file-text = longarm: case/1
desk-save = Save
desk-record-lead = Who did what, when, to which case. It never shows what a case says.
desk-record-check = Check the whole chain
desk-record-holds = The chain holds: { $count } entries, none changed, none missing.
desk-who = Who
desk-act = Act
desk-which = Case, object
desk-role-complainant = person harmed
desk-role-suspect = suspect
desk-role-instigator = suspected instigator
desk-role-intermediary = suspected intermediary
desk-role-recipient = recipient
desk-role-reporter = reporter
desk-role-guardian = guardian
desk-reason-foreign-number = the number is foreign
desk-reason-complainant-abroad = complainant abroad
desk-reason-sender-abroad = sender abroad
desk-reason-suspect-abroad = suspect abroad
desk-reason-suspect-unknown = suspect unknown
desk-reason-no-law = no law
desk-reason-no-evidence = no evidence
desk-reason-private-matter = private matter
desk-reason-time-limit = out of time
desk-reason-not-competent = not competent
desk-reason-withdrawn = withdrawn
desk-reason-unknown = reason not known
desk-papers = Also needed:
desk-article-unknown = article not known
desk-people = People
desk-people-lead = Who works here. Everybody sees the cases of their own teams only, administrators too.
desk-add-person = Let a colleague in
desk-add-person-do = Create the account
desk-first-passphrase = First passphrase
desk-first-passphrase-help = Tell it in person; at the first sign-in the colleague has to choose another.
desk-role-label = Role
desk-no-role = Choose one of the roles.
desk-reset = Forgot the passphrase
desk-reset-do = Set the new passphrase
desk-recovery-key = Printed recovery key
desk-reset-done = { $count ->
    [0] The new passphrase holds. There were no cases to open again.
    [one] The new passphrase holds, and one case opens again.
   *[other] The new passphrase holds, and { $count } cases open again.
}
desk-change-passphrase = Change my passphrase
desk-change-passphrase-lead = All your visits end, this one too; then you sign in with the new one.
desk-passphrase-old = Passphrase until now
desk-passphrase-new = New passphrase
desk-add-member = Add to the team
desk-add-member-do = Add
desk-remove-member = Remove
desk-more-exhibits = { $count ->
    [one] One more exhibit
   *[other] { $count } more exhibits
}
desk-stamp = Ask for a time-stamp
desk-demo-loading = The demonstration is being loaded. Cases appear here one after the other.
desk-demo-sign-in = A demonstration. Anybody may come in:

desk-second = Second factor
desk-second-code = The six digits, or a spare code
desk-second-help = The digits that the program on your telephone shows now. Each works once.
desk-second-lost = Telephone lost? Use a spare code from your paper. If that is lost too, ask whoever administers your organisation.
desk-second-lead = With a second factor, a passphrase that somebody has seen or guessed does not open the door: a code from your telephone is asked for as well.
desk-second-scan = Scan this picture with a program for one-time codes on your telephone (Aegis, FreeOTP, or another).
desk-second-by-hand = Type it in by hand
desk-second-first = The six digits it shows now
desk-second-spare = Ten spare codes
desk-second-spare-lead = Write them on paper now: they are not shown again. Each opens the door once, when the telephone is lost.
desk-second-kept = They are on paper
desk-second-there = A second factor is set. To take it off, give one of its codes.
desk-second-drop = Take it off
desk-colon = :
