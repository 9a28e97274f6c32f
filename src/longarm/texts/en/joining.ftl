joining-section = Further steps
joining-merge = Merge another case into this one
joining-merge-lead = For two cases that are one matter. What was sealed stays as it is; the other case stays to be read only and links here.
joining-split = Give one of the persons harmed a case of their own
joining-split-lead = What was done to this person alone goes to a new case; suspects and their numbers stand in both.
joining-move = Move the conversation to another case
joining-move-lead = Its letters, consents and files not yet taken in go along; the holder of the code notices nothing. What is an exhibit already stays.
joining-other = The other case (from the inbox)
joining-address = Or the address of its page
joining-look = Show both
joining-next = Next: look once more
joining-back = Back
joining-persons = Persons
joining-same = The same person in the case that stays
joining-own = Somebody else
joining-holds = What it holds
joining-exhibits = Exhibits
joining-conversations = Conversations
joining-goes = Goes into the other, then stays to be read only.
joining-takes = Stays and takes everything.
joining-merge-sure = { $other } is merged into { $side }. No button undoes it; only a split takes it apart again.
joining-is = { $one } is { $two }
joining-stays = { $one } stays a person of their own
joining-team-joins = Both teams work on it from then on, and each reads all of it.
joining-merge-do = Merge now
joining-one-harmed = Only one person is harmed in this case: there is nothing to part.
joining-who = Whose case it becomes
joining-reference = Reference of the new case
joining-their-exhibits = Exhibits that go along
joining-talk-stays = The conversation does not move by itself: move it from its page once you know whose it is.
joining-sealed-stays = A bundle that was sealed is never altered: those of before stay in this case and hold the exhibits that go along too. Seal both cases anew afterwards, and hand out the new bundles.
joining-bundle-holds = { $count ->
    [one] The last bundle was sealed before a case was parted: it also holds one exhibit that belongs to another case now. Seal anew before you hand anything out.
   *[other] The last bundle was sealed before a case was parted: it also holds { $count } exhibits that belong to another case now. Seal anew before you hand anything out.
}
joining-split-sure = A new case { $reference } is opened for { $name }. Along go:
joining-no-exhibit-moves = No exhibit
joining-you-alone = You alone are its team at first; colleagues are added on its page.
joining-split-do = Split now
joining-move-sure = The conversation moves to { $other } ({ $reference }).
joining-new-readers = From then on it is read by:
joining-move-do = Move now
joining-merged = merged
joining-merged-lead = This case was merged into another. Here is what it said then, to be read only.
joining-merged-to = To the case it went to
joining-no-case = This is no address of a case of yours. Paste the address of its page as it stands.
joining-bad-reference = A reference is Latin letters, digits, dots and dashes, 64 at most, such as EG-2026-0007.
joining-exhibits-move = { $count ->
    [one] One exhibit goes along and gets a new number
   *[other] { $count } exhibits go along and get new numbers
}
joining-which-exhibits = { $count ->
    [one] One exhibit
   *[other] { $count } exhibits
}
joining-letters = { $count ->
    [one] one letter
   *[other] { $count } letters
}
