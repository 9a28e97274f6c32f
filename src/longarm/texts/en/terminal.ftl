# What commands show at a terminal to who reads. Programs take --json, whose keys are English.
terminal-since = since { $day }
terminal-cut = cut off { $moment }
terminal-several-states = no one state
terminal-party = { $fingerprint }  { $role }  { $states }  { $since }  { $organisation }
terminal-member = { $fingerprint }  { $states }  { $since }  { $organisation }
terminal-asker = { $fingerprint }  { $since }  { $spent } of { $budget } today  { $organisation }
terminal-log-head = log of { $size }, head { $root }
terminal-hub-line = { $day }  { $member }  { $what }: { $times }
terminal-holder-line = { $day }  { $member }  { $what }: letters { $letters }, elements { $elements }
terminal-did = { $what ->
    [member-added] member taken in
    [member-cut-off] member cut off
    [expired] tokens ran out
    [hub-added] hub taken in
    [hub-cut-off] hub cut off
    [hub-two-logs] a hub showed two logs
    [evaluate] elements evaluated
    [opened] reports opened
    [left-out] reports that no member known here vouches for
    [escrow-lock] reports with an altered lock
    [escrow-signature] reports with a wrong signature
    [escrow-log] reports not proven to be in the hub’s log
    [escrow-run-out] reports that have run out
    [escrow-other] reports on somebody else
    [escrow-too-few] too few reports to open
    [share-kept] share of a key kept
    [share-renewed] share of a key renewed
    [share-dropped] share of a key destroyed
    [epoch-ends] last day of a key set
    [ceremony-began] ceremony of a key began
    [ceremony-done] ceremony done, to be compared
    [ceremony-confirmed] ceremony confirmed
    [ceremony-two-messages] ceremony failed: one sent two messages
    [ceremony-not-as-committed] ceremony failed: one revealed something else
    [ceremony-bad-commitments] ceremony failed: what one revealed is of no use
    [ceremony-bad-knowledge] ceremony failed: one did not prove to know its part
    [ceremony-other-key] ceremony failed: one dealt shares of another key
    [ceremony-bad-share] ceremony failed: one dealt a wrong value
    [ceremony-false-complaint] ceremony failed: one complained of a right value
    [ceremony-other-transcript] ceremony failed: one heard something else
    [ceremony-silent] ceremony failed: one no longer answers
   *[other] { $what }
}
terminal-turned-away = refused: { $why }
terminal-refused = { $code ->
    [truncated] letter cut short
    [too-large] letter too large
    [wrong-version] a form that is not read here
    [not-for-us] addressed to another
    [unknown-member] sender not on the list
    [cut-off] sender cut off
    [bad-signature] wrong signature
    [clock-off] its time is far from the time here
    [wrong-kind] a kind that is not taken here
    [bad-body] unreadable inside
    [wrong-epoch] not the key of now
    [budget] the day’s budget is used up
    [not-allowed] not allowed to the sender
    [unknown] refers to something unknown here
    [busy] could not be answered then
    [no-escrow] no reports in escrow here
    [not-opened] what was shown opens nothing
   *[other] { $code }
}
terminal-key = { $epoch }  { $threshold } of { $holders }  renewal { $renewal }
terminal-key-until = { $epoch }  { $threshold } of { $holders }  renewal { $renewal }  until { $day }
terminal-hit = { $day }  { $kind } { $value }  { $organisation }
terminal-hit-many = many organisations
terminal-token = { $token }  { $kind } { $value }
terminal-kept = { $case }  waits for { $others }  reports { $reports }  at the hub { $lodged }
terminal-kept-back = { $case }  taken back  reports { $reports }  at the hub { $lodged }
terminal-kept-opened = opened: { $value }  { $organisation }  ask for { $desk }
terminal-kept-opened-bare = opened: { $value }  { $organisation }  what it put inside cannot be read
terminal-kept-more = more on { $value } at { $organisation }: { $number }
terminal-heard = heard: { $quarter }  { $organisation }  { $numbers } numbers
terminal-leaves = { $quarter }  asking { $asking }  smallest number { $least }  numbers { $numbers }
terminal-leaf = { $state }  { $measure }  { $what }  { $count }
terminal-told = told just now to { $number }
terminal-answers = { $state }  { $measure }  { $requests } requests (off by up to { $off })  { $results }
terminal-half = half answered within: { $days }
terminal-why = refused because: { $reasons }
terminal-operation = { $id }  { $stands }  { $day }  { $name }  { $lead }
terminal-no-day = no day set
terminal-day-in = { $moment } ({ $days })
terminal-day-past = { $moment } (past)
terminal-board-member = { $standing }  { $fingerprint }  { $name }
terminal-piece = { $kind }  { $by }: { $title }
terminal-task = task ({ $outcome }, due { $due })  { $of }: { $what }
terminal-said = { $by } wrote:
terminal-result = { $state }  { $by }  { $counts }
terminal-request = { $reference }  { $state }  { $day }  { $road }  { $measure }  { $whom }
terminal-request-due = due: { $due }
terminal-none = nothing
terminal-posted = { $what ->
    [made] made: { $number }
    [registered] registered: { $number }
    [withdrawn] withdrawn: { $number }
    [waiting] waiting for tomorrow: { $number }
    [hits] new hits: { $number }
    [lodged] closed reports lodged: { $number }
    [taken_back] closed reports taken back: { $number }
   *[opened] reports of others opened: { $number }
}
terminal-carried = { $what ->
    [letters] letters: { $number }
    [pieces] pieces of files: { $number }
    [receipts] receipts: { $number }
    [taken] taken: { $number }
    [for_others] for others, left alone: { $number }
   *[waiting] waiting: { $number }
}
terminal-carried-refused = refused: { $number } ({ $why })
terminal-probe = { $id }  { $told }
terminal-probe-why = { $why ->
    [nobody] known to nobody
    [own_line] our line, given to nobody
   *[agreed] words agreed on
}
terminal-probe-finding = { $finding ->
    [quiet] quiet
    [met] named by another
    [met_unnamed] held by who does not name it
    [heard] heard of
   *[silent] not heard of
}
terminal-found = { $kind }  { $normal }  { $known }  { $place }  { $value }
terminal-sure = { $sure ->
    [high] certain
    [medium] likely
   *[low] uncertain
}
terminal-looks = { $looks ->
    [image] a picture
    [audio] a recording
    [video] a film
    [pdf] a PDF
    [sqlite] an SQLite database
    [office] an office document
    [rar] a RAR archive
    [gzip] a gzip archive
    [tar] a tar archive
    [zip] a ZIP archive
    [encrypted] something encrypted
    [encrypted_or_compressed] something encrypted or compressed
    [text_utf16] text in UTF-16
    [web_archive] an archive of web pages
    [html] an HTML page
    [xml] XML
    [markup] marked-up text
    [json] JSON
    [program] a program
    [empty] an empty file
    [blank] nothing but blanks
   *[other] { $looks }
}
terminal-megabytes = { $size } MB
terminal-hub-away = hub: the database is away; nothing was paired or swept.
terminal-holder-away = key holder: the database is away; nothing was swept.
terminal-undelivered = Letters could not be delivered ({ $why }). The next round is in a minute.
terminal-broke-off = What is done beside answering broke off ({ $why }), times { $times }. It is begun again.
terminal-database = The database cannot be used ({ $why }). Check the disk and the folder, or the address in DATABASE_URL.
