letter-told = The first account
letter-gave = A file has come
letter-withdrew = Everything was withdrawn: from now on nothing of it is used, and nobody makes contact
letter-took-back = A consent was taken back: { $use }
letter-allowed = A consent was given: { $use }
letter-wishes = The choice of how to make contact was changed
letter-asks-invitation = A code for another person was asked for; it begins to work when the team confirms it
letter-passed-on = As you agreed, something of this matter was passed on to another organisation that can help.
