lab-starts = The lab is being built in { $folder }: a hub, three key holders, and nodes in Tripoli, Cairo and Baghdad. Everybody in it is fictional.
lab-members = Everybody has taken everybody else in. Outside a lab people read fingerprints to each other by voice first; here nobody did.
lab-key = The key { $epoch } was made by { $holders } holders; { $threshold } of them are needed, and none of them has ever had it.
lab-tripoli = Tripoli registered the tokens of its cases, that of { $number } among them. It has been told of nothing.
lab-hub-sees = The hub holds { $tokens } tokens and knows of { $hits ->
    [0] no hit
    [one] { $hits } hit
   *[other] { $hits } hits
}: 32 bytes each, random to it; no number, no name, no case.
lab-hit = Cairo opened a case that names { $number } too. Both desks were told: Tripoli sees Cairo, Cairo sees Tripoli, and neither sees the other's case.
lab-holders-saw = The key holders multiplied { $elements } points in all, each random to them.
lab-baghdad = Baghdad was told of nothing.
lab-asked = Cairo asked Tripoli to preserve data, on the path { $path }: sealed to Tripoli; neither hub nor holders carried it.
lab-verified = Tripoli received the request and verified it before reading. Answer by { $due }.
lab-answered = Tripoli accepted and answered; Cairo has read the answer.
lab-closed = In Tripoli and in Cairo somebody named { $number }, each only if two others do. Two closed reports lie at the hub; nobody can open them, nobody was told.
lab-opened = Somebody in Baghdad named { $number } too. Now they are three: the key holders opened the three reports for the three desks that have one, and for nobody else.
lab-operation = Cairo began the joint operation “{ $name }” and leads it; Tripoli and Baghdad joined. No server holds its board: each of the three does.
lab-board = Cairo put in what it found, for Tripoli alone. Tripoli reads it; Baghdad sees that there is something, and no word.
lab-day = Baghdad did what Cairo had asked of it, and all three agreed to one day.
lab-over = The operation is closed. All three read the same results by state: { $arrested } arrested in all.
lab-figures = Cairo counts a quarter with noise and tells it: { $number } requests to Libya without an answer. Tripoli and Baghdad read the same table; of no case can anybody say that it is among them.
lab-story-breaks = The story of the lab does not end as it should ({ $what ->
    [hits] the hits
    [request] the request
    [closed] the closed reports
    [operation] the operation
   *[figures] the figures
}). The logs stand in the lab's folder, if --data named one.
lab-no-key = The key holders came to no common key in time.
lab-party-says = { $party } in the lab: { $why }
lab-party-ended = { $party } in the lab has ended or does not answer. What it said stands in { $log }.
lab-folder-not-empty = { $folder } is not empty. A lab begins in a new folder.
lab-desk = Desk in { $node ->
    [tripoli] Tripoli
    [cairo] Cairo
   *[baghdad] Baghdad
}: { $address }
lab-sign-in = Sign in as “{ $name }” with the passphrase “{ $passphrase }”. The same at all three; one browser can be signed in at all of them.
lab-click-hit = 1. In Tripoli and in Cairo open “Other organisations”: both have a hit on the same number; Baghdad has none.
lab-click-ask = 2. In Cairo open case EG-2022-0104, the path on preserving data in Libya, and ask Tripoli.
lab-click-answer = 3. In Tripoli open “Requests”, then this one: verify, accept, answer. Within seconds the answer is in Cairo.
lab-click-report = 4. In Baghdad open a “New case” with +218910000017 as the suspect's number, and allow the comparison on its page. Seconds later all three desks have a hit.
lab-click-operation = 5. In Cairo open “Joint operations” and begin one with Tripoli and Baghdad; join at both desks. Put something in for Tripoli alone, set a day, close it, and report results.
lab-click-closed = 6. Tripoli and Cairo each keep a report on { $number } closed until two others named it. Go to { $address } as the third, who reported in Baghdad: her code is { $code }. Under “What may we do?” read “Only when others named the same too”, and choose two. Seconds later “My day” at all three desks says that closed reports opened.
lab-stop = To stop: Ctrl-C. The desks hold nothing real, and nothing real belongs in them.
