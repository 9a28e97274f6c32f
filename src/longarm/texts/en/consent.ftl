consent-contact = You may contact me, only in the way and at the time I choose.
consent-counsel = A lawyer who works with you may read what I gave.
consent-authorities = What is needed of what I gave may go to the authorities. Before each step you tell me to whom, and what.
consent-platforms = You may ask apps and sites to keep accounts on record or to remove what was published.
consent-matching = The numbers and accounts I named may be compared with other cases, without showing who I am.
consent-exchange = The numbers and accounts I named may be compared with cases of other organisations, in other states too. They are turned into codes first that show neither them nor me. Where they meet, each of the two learns that the other has such a case, and nothing more.
consent-statistics = My case may be counted in figures that say nothing about me.
consent-escrow = { $others ->
    [one] My case stays closed to other organisations until one other person has named the same number or account elsewhere.
   *[other] My case stays closed to other organisations until { $others } other people have named the same number or account elsewhere.
 } Then the organisations that hold these cases learn of each other, and what each is about in a word.
consent-again = Our records were set up again from a copy. What was changed here lately may be lost. Please look once more at each of these.
consent-asked-again = Still so?
consent-still = Yes, still
consent-restored = Our records were set up again from a copy. What you changed here lately may be lost: what we may do, and how we may reach you. Please look at both once more.
