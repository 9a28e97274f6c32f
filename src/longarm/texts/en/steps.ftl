steps-tab = Checklists
steps-section = Before it vanishes
steps-lead = Evidence first, then the block, then the takedown. Each step is noted once, with what was written down and by whom.
steps-required = required
steps-taken = done
steps-complete = all required steps done
steps-words = What was written down (a number, an address, a time)
steps-take = Step done
steps-none = No checklist for this case yet
steps-none-more = A list appears for each account, page, number, payment or wallet of the case that is not the complainant’s own.
steps-first = Before asking for removal: required steps are still missing. Evidence first, then the block, then the takedown; what is gone can hardly be proven.
steps-at-once = This case holds a danger to life or to a child: report now and wait for nothing. Take what can be taken of these steps meanwhile.
steps-missing = { $count ->
    [one] { $count } required step missing
   *[other] { $count } required steps missing
}
steps-later = { $count ->
    [one] This comes last: one required step is still missing.
   *[other] This comes last: { $count } required steps are still missing.
}
