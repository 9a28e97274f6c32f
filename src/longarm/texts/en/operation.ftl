operation-none = There is no such joint operation.
operation-nobody-invited = Invite at least one other organisation, and at most { $most }.
operation-not-sure = Confirm first that what you put in names and describes nobody who was harmed.
operation-day-past = The common day lies in the past. Choose one that is still to come.
operation-to-whom = Choose among the organisations that are in and that this node speaks with.
operation-words = Something is missing or too long: a name has 1 to 200 letters, a text up to 4,000, a count up to 100,000.
operation-not-over = The operation is not over for your organisation. It can be deleted here once you have left it or it is closed.
operation-last-reader = { $count ->
    [one] Nobody else here can open one of this person’s joint operations. Let a colleague in first.
   *[other] Nobody else here can open { $count } of this person’s joint operations. Let a colleague in first.
}
operation-not-now = { operation-why } The board may have changed meanwhile: look at it again.
operation-why = { $why ->
    [not-a-member] Your organisation is not in this operation.
    [not-the-lead] Only the leading organisation does this.
    [not-invited] Your organisation was not invited, or is in already.
    [not-yours] That belongs to another organisation.
    [unknown] What this is about is not on the board.
    [twice] That is on the board already.
    [closed] The operation is closed: only results come in now.
    [not-open] The operation has not been opened.
    [for-all] This concerns all members and cannot be kept from some.
    [lead-stays] The leading organisation hands over the lead before it goes.
   *[not-its-opener] Another organisation began this operation.
}
