seal-nothing = There is nothing to seal: the paths hold no file. Give at least one file.
seal-link = { $file }: a symbolic link. Links are not followed; give the file it points to.
seal-not-a-file = { $file }: not a plain file (a pipe, socket or device). Only files are sealed.
seal-unreadable = { $file }: cannot be read ({ $why }). Nothing was sealed. Check the path and that you may read it.
seal-changed = { $file }: changed while it was being read. Nothing was sealed. Close the program that writes it, then seal again.
seal-other-than-in-case = { $file }: the case names this file as { $exhibit } with another SHA-256 ({ $sha256 }). Nothing was sealed. Find the file that was received first, or correct the case.
seal-out-exists = { $file }: exists already. A bundle is never opened again or written over; choose another name.
seal-cannot-write = { $file }: cannot be written ({ $why }). Check that the folder exists and that you may write there.
seal-broken-off = Sealing broke off ({ $why }). Nothing was left at the place you named. Make room or choose another disk, then seal again.
seal-leftover = Removed { $file }, left behind by a run that was stopped.
seal-key-missing = { $file }: there is no key file.
seal-key-unreadable = { $file }: the key cannot be read ({ $why }). Check the path and that you may read it.
seal-key-unwritable = { $file }: the new key cannot be written ({ $why }). Check that the folder exists and that you may write there.
seal-key-not-a-key = { $file }: not an Ed25519 private key in PEM (PKCS #8, without a passphrase). Give another file, or a name that does not exist yet: a key is then made.
seal-key-open-to-others = { $file }: other users of this machine may read this key. Run: chmod 600, then compare its fingerprint with your organisation.
seal-key-made = A new signing key was made and kept in { $file }. Keep that file; tell its fingerprint to those who will verify.
seal-key-ephemeral = The bundle was signed with a key made for it alone and then forgotten. It shows that one hand wrote the record, not whose. Use --key FILE to sign as your organisation.
seal-done = Sealed { $count ->
    [one] one exhibit
   *[other] { $count } exhibits
} into { $bundle }.
seal-key-is = Key fingerprint (SHA-256): { $fingerprint }
seal-custody-is = Custody record: { $length } lines, head { $head }. Write both on the receipt: a shorter record shows.
seal-zip-is = SHA-256 of the ZIP, for the receipt: { $sha256 }
seal-exhibit = { $id }  { $name }  { $size } bytes  SHA-256 { $sha256 }
seal-not-stamped = Not time-stamped yet: the time { $at } is only this machine’s. When there is a network, run: longarm stamp { $bundle } --tsa URL
seal-stamped = Time-stamped by { $tsa }: { $at }
seal-stamp-failed = No time-stamp from { $tsa }: { $why }
seal-reader-broke = { $exhibit }: sealed, but its messages could not be read to the end; derived/report.txt says why.
seal-left-out-link = Not sealed: { $file } is a symbolic link; links are not followed.
seal-left-out-not-a-file = Not sealed: { $file } is not a plain file.
seal-index-number = Exhibit
seal-index-name = Name as received, and file in this bundle
seal-index-size = Bytes
seal-index-hash = SHA-256
seal-index-sealed = Sealed { $at }.
seal-index-verify = HOW-TO-VERIFY.txt tells how to check that nothing has changed.
seal-report-head = Read with { $tool }, command: { $command }. Input: { $digest }.
seal-report-unread = { $file }: { $bytes } bytes, a format without messages that longarm reads. The original is sealed as it came.
seal-report-account = { $file }: read as { $source }. Of { $bytes } bytes, { $messages } are messages, { $skipped } were not understood, { $blank } are blank.
seal-report-variant = Recognised: { $name } = { $value }
seal-report-finding = Finding: { $what }
seal-report-missing = The export itself leaves out: { $what }
seal-report-question = Not decided by the file: { $what }. Answer with { $flag }.
seal-report-count = Messages: { $count }
seal-report-skipped = Not understood: line { $line }, { $bytes } bytes ({ $why })
seal-report-more-skipped = Not understood as well: { $count } more places; messages.jsonl names each.
seal-report-failed = The reader stopped before the end: { $why }. What it had read until then is kept; the original is whole.
