advisory-title = Advisories
advisory-lead = How somebody works and what he uses, told so that others recognise him. No case and no person harmed stands in one.
advisory-ours = Ours
advisory-theirs = Of others
advisory-theirs-lead = What others told is met with your cases by itself. It is a hint to look, never a proof. Who told it is what the file says; nobody has checked that.
advisory-none-yet = Nothing has been told yet. An advisory is written from a case, under “Further steps”.
advisory-nothing-heard = Nothing of others has been read yet.
advisory-state = { $state ->
    [draft] waits for a second person
    [told] told
   *[revoked] revoked
}
advisory-signs = What he uses
advisory-signs-count = { $count ->
    [one] one sign
   *[other] { $count } signs
}
advisory-signs-lead = Only what the other side alone used is offered. Official numbers and everything of the person harmed are left out.
advisory-how = How he works
advisory-how-help = No name and no number stands here: not the person harmed, not the suspect. Both are refused when they are found.
advisory-headline = In a few words
advisory-language = Language it is written in
advisory-states = States
advisory-states-help = Where he works or whom he looks for: two letters each (ISO 3166-1).
advisory-kind = Kind
advisory-value = As it is compared
advisory-kind-phone = Telephone
advisory-kind-account = Account
advisory-kind-email = E-mail
advisory-kind-wallet = Wallet
advisory-kind-iban = IBAN
advisory-kind-url = Link
advisory-kind-ip = Network address
advisory-kind-picture = Picture (hash)
advisory-reach = How far it may go
advisory-reach-clear = Everybody (TLP:CLEAR)
advisory-reach-green = The community (TLP:GREEN)
advisory-reach-amber = Who needs it (TLP:AMBER)
advisory-write = Write an advisory
advisory-write-lead = Others will read this. A second person of the team agrees before it is told, and what was told cannot be taken back from those who read it.
advisory-ask = Write it, and ask for agreement
advisory-nothing-to-tell = This case names nothing that the other side alone used and that can be compared.
advisory-tell = Tell it
advisory-tell-means = From then on it can be handed on. Marked for everybody, it is also read by machines, where this node serves them.
advisory-drop = Delete the draft
advisory-second = Another colleague of the team agrees first, on the case page:
advisory-hand-on = Hand it on
advisory-hand-on-lead = Files that the tools of others read. Give them only to whom the mark lets it go.
advisory-revoke = Revoke
advisory-revoke-means = It no longer stands: hand the file on once more, so that others take it back too.
advisory-no-victim = Nothing here says from which case it comes.
advisory-file = File of others
advisory-file-help = A STIX 2.1 bundle or a MISP event, in JSON, or a list of picture hashes (lines “pdq …”), 16 MB at most. What is not a sign we can compare is counted and passed over.
advisory-form = Form
advisory-read = Read it
advisory-taken = Read: { $new } new, { $renewed } renewed, { $gone } revoked.
advisory-passed-over = { $count ->
    [one] One thing in it was nothing we can compare.
   *[other] { $count } things in it were nothing we can compare.
}
advisory-forget = Take away
advisory-met = Others have told of this
advisory-met-lead = Advisories of other organisations that name the same. Not checked by us.
advisory-taxii = longarm: advisories for everybody
advisory-none = There is no such advisory among those you may see.
advisory-no-sign = Choose at least one of the signs that are offered.
advisory-no-words = An advisory has a headline (up to 200 letters) and says how he works (up to 8,000).
advisory-names = “{ $name }” stands in the case and in your words. An advisory names nobody; write it without.
advisory-told-already = This was told already.
advisory-revoked-already = This was revoked already.
advisory-no-file = No file arrived. Choose the file of the advisory.
advisory-nothing-read = Nothing in the file is a sign we can compare ({ $count } things were passed over). Nothing was kept.
advisory-too-many = More than { $limit } advisories of others are not kept. Take old ones away first.
advisory-form-hashes = List of hashes
advisory-source = Whose list it is
advisory-source-help = For a list of hashes only: it says nothing itself. A newer list of the same source takes the place of the one before.
advisory-same-way = It came the way the earlier ones of this teller came: what it renews or revokes takes their place
advisory-takes-place = The file renews { $renewed } and revokes { $gone } advisories that stand here, in the name of { $by }. Anybody can write that name into a file. If it came the same way as those before, tick the box and choose the file again; if not, take nothing of it. Nothing was kept.
advisory-no-source = Say whose list of hashes it is: the file does not.
advisory-met-picture = { $place }: { $bits ->
    [0] the same picture hash
   *[other] a near picture ({ $bits } of 256 bits differ)
}
advisory-met-picture-care = Before you open the exhibit, find out what the list is of. If it is of pictures of children, do not open it: withhold it, and go the way for children.
