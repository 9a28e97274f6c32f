life-export-readme = This is a copy of what is kept about you in this matter.

    case.json: the case file: what you told, persons, numbers, events.
    conversation-…/: the letters between you and the team, what you allowed and took back, how you want to be contacted.
    files/: the files as they came, each with its name and hash in about.json.
    who-saw-what.json: who read, was shown or was given something of it, and when. People are named by a number; the organisation can tell you who it is.
    { $notes ->
        [true] notes.json: the notes of the team.
       *[other] The notes of the team are not in it, since they may speak of others. You can ask for them.
    }

    Not in it: what others told about the matter. That is theirs.
    Keep this copy where nobody whom you fear can find it. Whoever has it can read it.
life-certificate-readme = A certificate that a case was deleted. It names ids, counts and times, and nothing of the case.

    certificate.json: the certificate, byte for byte as it was signed.
    certificate.sig: its Ed25519 signature (RFC 8032).
    node.pem: the public key of the node that signed.

    Whose key is it? Compare this fingerprint with the one that the organisation tells you: { $fingerprint }
    openssl pkey -pubin -in node.pem -outform DER | sha256sum

    Is it unchanged? (openssl 3.0 or later; the answer is "Signature Verified Successfully")
    openssl pkeyutl -verify -pubin -inkey node.pem -rawin -in certificate.json -sigfile certificate.sig

    What it shows: at that time this node destroyed the keys and the files of this case. What it cannot show: that nobody had made a copy before.
life-keeping = Keeping and deleting
life-keeping-link = Hold, copy for the person, deletion
life-how-long = How long it is kept
life-held = hold
life-held-means = Nothing deletes this case until the hold is lifted.
life-ends = It is deleted by itself on { $day }, with everything in it.
life-ends-by-two = Its time is over on { $day }. Two persons then decide on deleting it; nothing happens by itself.
life-ends-after = It is not closed. It is kept, and for { $days ->
    [one] one day
   *[other] { $days } days
} after it is closed.
life-no-rule = Your organisation has no rule: it is kept until somebody deletes it.
life-hold = Legal hold
life-hold-lead = When an authority, a court or counsel asks that nothing goes. It stops every deletion, also the one by time.
life-hold-reason = Who asked, and why
life-hold-reason-help = Stands in the case as a note, with your name and the day.
life-hold-set = Set the hold
life-hold-lift = Lift the hold
life-hold-who = A coordinator of the team sets and lifts it.
life-copy = Copy for the person harmed
life-copy-lead = What is kept about the person harmed, as one ZIP: the case file, the letters, what was allowed, the files as they came, and who saw what. What others told is not in it.
life-copy-safety = Whoever finds this copy can read it. First ask the person harmed where it can be kept safely, and whether somebody else looks at the phone.
life-copy-notes = With the team’s notes
life-copy-notes-help = Read them first: they may speak of others.
life-copy-do = Download the copy
life-delete = Delete the case
life-delete-lead = Deleting destroys the keys, then the files. Nobody can bring it back, we neither. A withdrawal by code deletes nothing by itself; this does.
life-delete-held = A hold stands: nothing is deleted.
life-delete-withheld = An exhibit is withheld, and what the authority wants done with it is not recorded. Until then nothing of the case is destroyed.
life-why = Why
life-why-asked = the person harmed asked for it
life-why-mistake = entered by mistake
life-why-order = a court or an authority ordered it
life-why-retention = the time of keeping is over
life-delete-next = Go on to deletion
life-delete-sure = Delete this case?
life-delete-waited-for = Somebody waits for an answer in this case. After deletion nobody can answer, and the code leads nowhere.
life-goes = What goes
life-goes-lead = The keys, the case file with all its versions, and:
life-goes-exhibits = Exhibits
life-goes-bundles = Sealed bundles
life-goes-letters = Letters
life-goes-notes = Notes
life-goes-merged = Cases that were merged into it
life-goes-codes = The codes of those who wrote or gave something open nothing any more.
life-stays = What stays
life-stays-certificate = A signed certificate: ids, counts, times, and who deleted. Nothing of the case.
life-stays-record = The lines of the audit record: who did what and when, without a word of the case.
life-beyond = What this does not reach
life-beyond-out = { $count ->
    [0] No bundle, exhibit, paper or copy of it was handed out from here.
    [one] A bundle, exhibit, paper or copy was handed out once. What is outside is not deleted; tell those who have it.
   *[other] Bundles, exhibits, papers or copies were handed out { $count } times. What is outside is not deleted; tell those who have them.
}
life-beyond-backups = Backups that were made before hold its ciphertext until they are pruned. A restore deletes it again.
life-beyond-screens = What was printed, photographed or written down elsewhere.
life-type-reference = To go on, type the reference of the case: { $reference }
life-delete-do = Delete for good
life-delete-not = Keep it
life-deleted = The case is deleted
life-deleted-means = Its keys and files are destroyed, and a signed certificate says so.
life-deletions = Certificates of deletion
life-deletions-lead = What your organisation deleted. Each can be taken away and checked with openssl, without longarm.
life-by-itself = by the rule of keeping
life-by-somebody = by somebody who is no longer listed
life-certificate-counts = { $rows } rows and { $files } files destroyed
life-number = number
life-certificate = Certificate
life-none-deleted = Nothing was deleted yet.
life-ending = Time of keeping ends within 30 days
life-ending-lead = Closed cases of your teams. Set a hold where one must stay.
life-ending-held = held: stays
life-ending-by-itself = deleted by itself on that day
life-ending-by-two = two persons decide
life-instruction-first = An exhibit of this case is withheld, and what the authority wants done with it is not recorded. Record its instruction first; nothing of the case is destroyed before.
life-other-reference = This is not the reference of the case. Nothing was deleted. Compare it with the top of the page and type it again.
life-ending-waited-for = somebody waits for an answer: stays until then
