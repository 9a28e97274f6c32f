# The people of an organisation: roles, switches, second factor, closing an account.
people-roles = What each role does
people-role-does = { $role ->
    [caseworker] works on the cases of the own teams: opens, writes, seals, answers.
    [coordinator] the same, and hands over cases, sets holds, sees certificates of deletion.
    [counsel] reads the cases to which a team added them, notes and drafts; changes nothing else.
    [consular] takes the statement of a national abroad, and sees only that.
    [auditor] reads the record of who did what, never what a case says.
   *[admin] looks after people and rules, opens no case.
}
people-role-and = Role and switches
people-administers = administers
people-administers-help = Looks after people, rules, the record and the node, beside the role. Not for auditors and consular officers.
people-on-intake = on intake
people-on-intake-help = New reports are sealed to this person too. Only for who works cases; reports of before stay as they are.
people-nobody-on-intake = Nobody is on intake: the public page takes no report. Put somebody who works cases on it.
people-has-factor = second factor
people-no-factor = no second factor
people-no-factor-yet = None is set. Each person sets their own.
people-factor-lost = For somebody whose telephone and paper are lost. Visits end; at the next sign-in the passphrase is enough until a new one is set.
people-factor-off = Take it off
people-factor-rule = Who signs in needs a second factor
people-factor-rule-help = Who has none sets one before anything else.
people-factor-first = Your organisation asks for a second factor. Set it now; then the desk opens.
people-reset-lead = A new passphrase, with the recovery key in hand. The person has their cases again; a second factor goes.
people-open-again = Open the account again
people-open-again-lead = With the recovery key in hand. The person has those of the old cases whose key has not changed since.
people-closed = closed
people-close = Close the account
people-close-lead = For somebody who left. Visits end, nobody signs in with it any more; cases and tasks that this person had are nobody’s and show in the inbox.
people-close-keys = The keys of the cases are taken away from the account now. Each case also gets a new key: at once where you are of its team, otherwise when a member of the team next opens it. What was read cannot be unread.
people-with-paper = With the recovery key
people-with-paper-close = With the key from the paper, every case gets its new key now.
people-with-paper-role = Who becomes auditor, consular officer or administrator leaves all teams, and the cases get new keys now. For cases of which you are not of the team, the key from the paper is needed.
people-heir = Who gets these cases
people-close-do = Close it
people-closed-now = { $renewed ->
    [0] The account is closed.
    [one] The account is closed; one case has a new key.
   *[other] The account is closed; { $renewed } cases have new keys.
}
people-key-waits = { $count ->
    [one] One case gets its new key when a member of its team next opens it.
   *[other] { $count } cases get their new key when a member of their team next opens them.
}
people-last-of = { $count ->
    [one] Nobody else can open one of this person’s cases. Name who gets it and type the recovery key, or let its team grow first.
   *[other] Nobody else can open { $count } of this person’s cases. Name who gets them and type the recovery key, or let their teams grow first.
}
people-in-teams = { $count ->
    [one] This person is in the team of a case that you cannot open. Type the recovery key, so that it gets a new key.
   *[other] This person is in the teams of { $count } cases that you cannot open. Type the recovery key, so that they get new keys.
}
people-last-administrator = Nobody else administers this organisation. First let somebody else administer.
people-not-oneself = Nobody closes their own account. Ask another administrator.
# Own visits; the passphrase once more; a first passphrase.
people-visits = My open visits
people-visits-lead = A visit is a browser in which you are signed in. It ends 12 hours after signing in, or after two hours without use. Which browser it is, and where, is not kept.
people-visit-this = This browser
people-visit-other = Another browser
people-visit-since = Signed in: { $at }
people-visit-used = Last used: { $at }
people-visit-end = End it
people-visits-end-others = End all others
people-visits-none = You are signed in nowhere else.
people-no-such-visit = This visit has ended already.
people-visits-of = Open visits
people-visits-count = { $count ->
    [0] Not signed in anywhere.
    [one] Signed in in one browser.
   *[other] Signed in in { $count } browsers.
}
people-visits-of-lead = For a telephone that was lost or taken, a computer that was left open. The person signs in again.
people-visits-of-own = All but this one end.
people-visits-end-all = End them
people-prove-again = This needs your passphrase once more. Type it and send the form again.
people-again-help = So that nobody does this in a visit that was left open. Good for five minutes.
people-again = Your own passphrase, once more
people-again-do = Go on
people-own-passphrase-wrong = Your passphrase is wrong. Check the keyboard’s language and try again.
people-passphrase-same = This is the passphrase of before. Choose another.
people-passphrase-first = Somebody else chose your passphrase and knows it. Choose one of your own now; then the desk opens.
people-paper = Recovery paper
people-paper-lead = It opens all cases of the organisation when passphrases are lost. Replace it when somebody saw it, when it is lost, or when its keeper leaves.
people-paper-do = Make a new paper
people-paper-old = The key on the old paper
people-paper-lost = The old paper is lost or not in our hands. From today it opens nothing, and the new one opens each case once a member of its team has looked in.
people-paper-or-lost = Type the key on the old paper, or tick that it is lost: one of the two, not both.
people-paper-destroy = The old paper opens nothing any more: destroy it.
people-paper-waits = { $count ->
    [one] One case is not opened by this paper before a member of its team has looked in.
   *[other] { $count } cases are not opened by this paper before a member of their team has looked in.
}
people-paper-opens-not = The recovery paper does not open one of these cases: nobody of its team has looked in since the paper was made. Let a member of the team open it first, then try again.
people-paper-witness = If the paper is lost: a second person
people-paper-witness-why = No new paper is made on one person’s word that the old one is lost. A colleague who works cases is named here and types their own passphrase.
people-paper-witness-who = Colleague
people-paper-witness-passphrase = Their passphrase, typed by themselves
people-paper-witness-none = That the old paper is lost is said by two: choose a colleague who works cases, who types their own passphrase.
people-paper-witness-wrong = The second person’s passphrase is wrong. Nothing was changed.
