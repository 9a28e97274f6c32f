request-kind = { $kind ->
    [judicial] A judicial body
    [police] A police body
    [central_authority] A central authority
    [consular] A consular post
   *[helpline] A helpline
}
request-kind-why = { $kind ->
    [judicial] It may ask for every measure that its ground carries.
    [police] Police ask neither for surrender nor for stored content: that is for courts and prosecutors.
    [central_authority] It may ask for every measure that its ground carries.
    [consular] A consular post asks for statements, contact and support, nothing else.
   *[helpline] A helpline is no authority: it may ask for no measure against anybody, and what is collected at its request is no evidence.
}
request-measure = { $measure ->
    [preserve] preserve data
    [identify] identify a user
    [take_statement] take a statement
    [stored_data] stored data
    [arrest] provisional arrest
    [surrender] surrender
    [prosecute] prosecute there
    [information] spontaneous information
    [contact] contact the person
    [support] support
   *[other] another measure
}
request-state = { $state ->
    [drafted] draft
    [sent] sent
    [received] arrived
    [verified] verified
    [accepted] accepted
    [partly] partly answered
    [answered] answered
    [refused] refused
    [withdrawn] withdrawn
    [expired] expired
   *[closed] closed
}
request-reason-said = { $reason ->
    [not_competent] not for this organisation
    [no_legal_basis] no legal basis here
    [dual_criminality] the act is no offence here
    [own_national] the state does not surrender its nationals
    [essential_interests] sovereignty, security or public order
    [political] a political offence
    [identity_unclear] unclear who the person is
    [not_enough] not enough information
    [time_limit] the time limit has passed
    [data_gone] the data is gone
    [already_pending] a case is already open here
    [language] the language or its translation
    [danger] it could endanger somebody
    [unsound] what came along was not sound
   *[other] another reason
}
request-left-out = { $kind ->
    [legal_names] legal names: { $number }
    [other_persons] other persons: { $number }
    [safe_contacts] ways of safe contact: { $number }
    [hazards] dangers to the person harmed: { $number }
    [notes] remarks: { $number }
    [identifiers] identifiers of others than the suspect: { $number }
    [events] events that this request does not need: { $number }
    [exposing] what could turn against the person harmed there: { $number }
    [exhibits] exhibits that were not chosen: { $number }
    [custody] the custody record of before
   *[child] withheld exhibits: { $number }
}
request-act = { $act ->
    [send] the request was sent
    [arrive] the request arrived
    [verify] the request and what came along were verified
    [accept] the request was accepted
    [ask_back] a question
    [reply] an answer to the question
    [answer_part] a part of the answer
    [answer] the whole answer
    [refuse] refused
    [withdraw] the request was withdrawn
    [remind] a reminder
    [expire] the request expired
   *[close] the request was closed
}
request-do = { $act ->
    [send] Send
    [arrive] Note that it arrived
    [verify] Verify what came along
    [accept] Accept
    [ask_back] Ask back
    [reply] Reply
    [answer_part] Answer in part
    [answer] Answer
    [refuse] Refuse, with a reason
    [withdraw] Withdraw
    [remind] Remind
   *[close] Close
}
request-due = { $due ->
    [news] news
    [answer_late] the answer is late
    [answer_soon] the answer is due
    [unread] not taken in yet
    [remind] time to remind
    [contact_247] up to the 24/7 contact
    [superior] up to the superior
    [central_authority] up to the central authority
   *[keep_ends] what was preserved will soon be let go
}
request-file-state = { $state ->
    [arriving] on its way
    [whole] here, not opened yet
    [sound] sound
    [unsound] not sound; it will not be opened
    [taken] among the exhibits
   *[destroyed] destroyed
}
request-no-such-path = There is no path { $path } in this case today. Choose one on the page of the case.
request-may-not = { request-kind } does not ask another node for this: { request-measure }. { request-kind-why }
request-path-blocked = The path { $path } is blocked today. The page of the case says what stands in the way.
request-path-carries-not = The path { $path } does not carry this: { request-measure }.
request-not-our-path = The path { $path } is for authorities of { $state } to ask, and this node is not theirs.
request-path-rests-on-nothing = The path { $path } rests on no provision known here, or serves no offence. No request goes without ground and purpose.
request-none = There is no such request.
request-no-such-node = That organisation is not on the list of members, or was cut off.
request-node-elsewhere = That organisation does not work in { $state }.
request-not-allowed-by-her = The person harmed did not allow that authorities learn of it. Nothing is sent. Ask first.
request-how-she-agreed = Nothing in the file says that the person harmed agreed. Write how and when ({ $letters } letters at least).
request-child-nothing-goes = No exhibit leaves a case where a child may be concerned, and no withheld one leaves any. Ask in words alone.
request-bundle-too-large = The bundle is too large to be sent (2 GB). Choose fewer exhibits.
request-not-now = Not possible now ({ request-do }): the request is “{ request-state }”.
request-words = Say in words what is meant: { $shortest } to { $longest } letters.
request-paper-to-whom = Name the authority that the request on paper goes to.
request-still-arriving = What came along is still on its way. Nothing is opened before it is whole and verified.
request-files-with-answers-only = Exhibits go along with an answer or a reply only.
request-reason = A refusal has a reason from the list, and nothing else has one.
request-not-on-paper = This request goes by letter; the other side says itself where it stands.
request-folder-too-full = { $folder } holds more than { $most } letters. Carry them in parts.
request-folder-unreadable = { $folder } cannot be read: { $why }
request-folder-unwritable = { $folder } cannot be written: { $why }
request-serves = Letters of other nodes are taken at { $address }. Stop with Ctrl-C.
request-title = Requests
request-lead = What your organisation asks of others and others of it, on a ground and with a day.
request-show = { $which ->
    [open] Open
    [ours] Ours
    [theirs] Theirs
    [due] Due
   *[ended] Ended
}
request-urgent = urgent
request-we-ask = to { $organisation }
request-they-ask = from { $organisation }
request-answer-by = Answer expected by
request-none-yet = No requests here
request-none-yet-more = A request is drafted from the card of a path on the page of a case, where a node of that state is known.
request-new = Request to another organisation
request-ask-node = Ask this state’s node
request-no-measure = This organisation asks for nothing on this path
request-to = To
request-on-paper = on paper, by post
request-authority = Authority that gets the paper
request-authority-help = Only for a request on paper.
request-what = What is asked
request-in-words = In words
request-in-words-help = These words go as they are. Write nothing that could turn against the person harmed there.
request-agreed = How and when the person harmed agreed
request-agreed-help = Not needed where the conversation or the file says it.
request-exhibits = Exhibits
request-exhibits-help = Only what is chosen goes, sealed, without the names of the files.
request-answer-by-help = Left empty: the time of the instrument, or the usage of this house.
request-urgent-tick = Somebody is in danger, or a trace is about to perish
request-name-her = The legal name of the person harmed goes along, because the measure needs it
request-tell-her = The person harmed is told on their page that something was passed on
request-draft-do = Write the draft
request-waits = waits to be delivered
request-undelivered = The other organisation does not take this letter. Call it.
request-before = before
request-ground = Ground
request-may-refuse = may be refused for:
request-unsure = not sure to bind
request-purpose = Purpose
request-rule = { $whence ->
    [instrument] The time comes from the instrument:
    [asker] Set by who asks.
   *[usage] No instrument known here names a time; this is the usage of the house.
}
request-left-out-title = What stays here
request-files = What goes along
request-timeline = What happened
request-papers = On paper
request-next = Next step
request-look-first = Nothing has gone out yet. This is what goes, as it stands: look at it before you send it.
request-two = Sending exhibits needs the agreement of a second person of the team.
request-step = Step
request-reason-label = Reason of a refusal
request-do-it = Do it
request-on-paper-came = What came on paper
request-refused-on-paper = A refusal came on paper
request-note-it = Note it
request-graph-title = For other tools
request-graph-get = Download as CASE/UCO
request-graph-help = It holds what the letters of this request tell the other side, and nothing that stays here. Whoever gets the file can read it: keep it as the papers of the case are kept.
request-kind-label = What this organisation is
request-kind-help = It is what the organisation tells others of itself, and decides what it may ask of them. Whether it is true, others find out by themselves.
request-two-answer = Exhibits go along with an answer once a second person of the team has agreed to these. Choose them above and ask.
request-two-agreed = Exhibits agreed to:
request-day-too-far = An answer is expected within { $years } years at most. Choose an earlier day.
request-two-which = Tick the exhibits that are to go along: who agrees, agrees to these and no others.
request-from-hit = Request to { $name }
request-roads = On which path
request-no-road = No path of this case carries a request to this organisation today
request-meets = They mean a case of yours that names the same.
request-nothing-unopened = Nothing that came with this request lies here whole and unopened.
request-scan = The paper, scanned
request-scan-help = It becomes an exhibit of the case, encrypted as any other.
request-ground-more = Conditions, grounds of refusal, and what is not sure to bind
request-file-ours = { $there ->
    [yes] the other side has it
   *[no] not there yet
}
