figure-not-one = This is no file of figures (longarm-figures-file/1). Ask the organisation for the file it published.
figure-too-large = A file of figures has at most { $most } MiB. It was not read; ask the organisation for the file it published.
figure-other-version = This file of figures is of another version than this program reads (longarm-figures-file/1). One of the two needs an upgrade.
figure-changed = The figures were changed after they were signed. Do not use them; ask the organisation for the file again, another way.
figure-absurd = The signature holds, but no node can have counted these figures: a wrong quarter, state, word or number, or a cell that stands twice. They were not taken; call the organisation.
figure-own = These are this node’s own figures. Nothing needs to be taken in.
figure-of-no-member = The figures are signed with the key { $fingerprint }…, and no organisation on the list has it. Compare the fingerprint by voice and take the organisation in first.
figure-other-states = { $organisation } tells figures of a state that is not on its card. They were not taken; call it.
figure-not-over = { $organisation } tells figures of { $period }, which is not over yet. They were not taken; call it.
figure-too-old = { $organisation } tells figures of { $period }, more than five years ago. They were not taken; call it.
figure-told-otherwise = { $organisation } told other figures of { $period } before. The first ones stay; ask it why it counted again.
figure-no-quarter = A quarter can be counted ninety days after its end, and for a year. This one cannot.
figure-not-drawn = There are no such figures of this node yet.
figure-nobody-to-tell = No other organisation is on the list, so there is nobody to tell.
figure-no-file = Choose the file of figures first.
figure-file-unwritable = { $file } cannot be written: { $why }
figure-file-unreadable = { $file } cannot be read: { $why }
figure-title = Figures
figure-lead = How states answer requests, how long it takes and why they refuse, as the organisations that ask tell it.
figure-quarter = { $quarter ->
    [1] 1st quarter { $year }
    [2] 2nd quarter { $year }
    [3] 3rd quarter { $year }
   *[4] 4th quarter { $year }
}
figure-all = All quarters
figure-quarters = Quarters
figure-table = How states answer
figure-none-yet = No figures yet
figure-none-yet-more = A quarter can be told ninety days after its end. What other organisations tell comes by letter, or as a file.
figure-noise = Every organisation adds chance to its counts before it tells them: nobody can tell from a number whether a certain case is in it. A number of one organisation is off by { $off } at most, nineteen times in twenty.
figure-hidden = What does not reach the smallest number that is told is not nought; it says “fewer than”, or how many there may be.
figure-privacy = What it gives away of one case: ε = { $epsilon } at most for each quarter (differential privacy). Of each case one request counts, drawn by lot; a quarter is told once.
figure-state = State asked
figure-measure = Measure
figure-asked = Requests told
figure-requests = Requests
figure-half = Half answered in
figure-half-days = { $days ->
    [one] a day
   *[other] { $days } days
}
figure-half-none = not told
figure-of = Told by
figure-off-by = ± { $number }
figure-fewer = fewer than { $number }
figure-range = { $least } to { $most }
figure-result = { $result ->
    [answered] Answered
    [partly] In part
    [refused] Refused
    [silent] No answer in time
   *[open] Open
}
figure-more = Days and reasons
figure-took = How long answers took
figure-span = { $days ->
    [2] up to 2 days
    [7] 3 to 7 days
    [14] 8 to 14 days
    [30] 15 to 30 days
    [90] 31 to 90 days
    [180] 91 to 180 days
    [365] 181 days to a year
   *[longer] more than a year
}
figure-why = Why it was refused
figure-no-reason = No reason is told.
figure-sources = Who told
figure-this-node = This node
figure-source = numbers from { $least } up, { $lines ->
    [0] none reached it
    [one] one told
   *[other] { $lines } told
}
figure-export = Take the table along
figure-ours = Figures of this node to tell
figure-ours-lead = A coordinator counts a closed quarter, sees exactly what would leave, and tells it. It is counted once: counting again with other chance would give the cases away.
figure-stands = { $state ->
    [not-drawn] not counted yet
    [drawn] counted, told to nobody
   *[told] told
}
figure-told-on = told on { $day }
figure-untold = A quarter that is closed and was told to nobody: look at what would leave, and tell it.
figure-restored = This node was restored from a backup of { $day }. If this quarter was counted after that, what was counted is lost here, and counting it again would show more of each case than it may.
figure-never = I have asked everybody who coordinates: since that backup nobody counted this quarter.
figure-maybe-drawn = The quarter { $period } may have been counted after the backup that this node was restored from. Ask everybody who coordinates, and say on the page of figures that nobody did (at the terminal: --never-counted).
figure-clock = The clock of this machine has jumped and is not believed for a day. A quarter that is counted too early stays as it was counted: set the clock right and count it later.
figure-draw = Count and look
figure-leaves = This leaves, and nothing else
figure-leaves-nothing = No count reaches { $least }. The table that leaves is empty, and says only that.
figure-count = Number
figure-what = What is counted
figure-tell = { $count ->
    [one] Tell one organisation
   *[other] Tell { $count } organisations
}
figure-tell-again = Send to whoever does not have it
figure-signed-file = Signed file
figure-hear = Figures of another organisation, as a file
figure-hear-help = Its name ends in .json; it is signed with the key on the organisation’s card.
figure-hear-do = Take in
figure-heard = Taken in: { $quarter }, { $organisation }.
figure-house = Our own requests, as they are
figure-house-lead = Every request of this organisation to others, without chance and without a smallest number. This part stays in the house.
figure-house-none = No request went out in this time.
