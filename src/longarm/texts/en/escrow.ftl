escrow-lock = The lock of a report was made for another report, or was changed. No holder opens it; the member that registered it can be asked.
escrow-signature = A report is not vouched for by a member that is known here, or was changed after it was signed. Leave it out.
escrow-log = A report is not shown to stand in the hub’s log. Ask the hub for the proof again; if it cannot give it, the hub hides or makes up reports.
escrow-run-out = A report has run out, or was locked to another key. Leave it out.
escrow-other = The reports are not all of the same offender. Show only those that are.
escrow-too-few = Not enough people have named the same offender yet. The reports stay closed.
