casework-not-signed-in = Your visit has ended. Sign in again.
casework-not-allowed = Your role does not do this. Ask an administrator of your organisation.
casework-no-such-case = There is no such case among yours. Check the address, or ask its team to add you.
casework-no-such-version = This case has no such version. Open the newest one.
casework-no-such-exhibit = There is no such exhibit among your cases. Check the address.
casework-no-such-bundle = There is no such bundle among your cases. Check the address.
casework-no-such-user = There is no such user in your organisation. Choose one from the list.
casework-already-set-up = This node already has an organisation. Sign in, or ask its administrator for an account.
casework-bad-name = A name has 1 to { $longest } characters. Give another.
casework-name-taken = Somebody here already signs in with this name. Choose another.
casework-case-changed = Somebody else changed this case in the meantime. Open it again, look at the change, and save yours on top of it.
casework-file-too-large = This file is larger than { $limit }, the most this node takes. Nothing of it was kept. Split the export, or bring the device.
casework-nothing-to-seal = This case has no exhibit yet. Add one, then seal.
casework-still-reading = An exhibit of this case is still being read. Wait until it is done, then seal.
casework-reading-failed = This exhibit could not be read through ({ $why }). It is kept as it came and can be sealed; the export may be damaged.
casework-custody-altered = The custody record of this case does not hold at line { $line }. Keep a copy of the data folder and compare it with a backup.
casework-last-member = The last member of a team cannot leave it: nobody could open the case any more. Add somebody first.
casework-not-empty = This node already holds an organisation. The demonstration needs an empty one: name another data folder with --data.
casework-no-authority = This node asks no time-stamp authority. Name one in LONGARM_TSA and start it again; until then the stamp stays pending.
casework-no-root = { $file } holds no certificate that can be read. Correct LONGARM_TSA_ROOT and start again.
casework-no-such-channel = There is no such conversation in this case.
casework-paths-failed = What can be done could not be worked out for this case; the law part of longarm stopped with an error, which its administrator finds in the log without a word of the case.
casework-second-factor-wrong = This is not the code of now, or it was used already. Wait for the next one and type it again.
casework-second-factor-there = A second factor is set already. Take it off first.
casework-wait = { $minutes ->
    [one] Too many wrong keys today. Try again in a minute.
   *[other] Too many wrong keys today. Try again in { $minutes } minutes.
}
casework-no-reason = Say in a few words why ({ $longest } characters at most): the second person decides by it.
casework-second-person = The second person must be another one: a colleague of the team agrees or refuses.
casework-needs-two = Your organisation asks for a second person here. Ask for agreement; a colleague of the team gives it.
casework-approval-over = This was answered already, or is older than a day. Ask again.
casework-no-such-approval = There is no such question.
casework-held = This case is not deleted: a hold stands, or it is not closed, or it was deleted already.
casework-certificate-altered = A certificate of deletion does not carry this node's signature. Somebody changed the database, or the signing key was replaced.
