matching-phone-together = { $days ->
    [0] Both cases name one telephone number of the suspect, in use at the same time.
    [1] Both cases name one telephone number of the suspect; its uses lie one day apart.
   *[other] Both cases name one telephone number of the suspect; its uses lie { $days } days apart.
 }
matching-phone-undated = Both cases name one telephone number of the suspect; when it was in use is not known in one of them.
matching-phone-apart = Both cases name one telephone number, but { $days } days lie between the two uses: it may have been given to somebody else.
matching-phone-unsure = Both cases may name one telephone number; one of the readings is uncertain.
matching-phone-rented = Both cases name one rented number (+888), behind which no person has to stand.
matching-phone-alias = The numbers differ only in +970 and +972: as a rule one Palestinian line answers to both.
matching-account-id = Both cases name one account by the platform’s own number, which stays when the name is changed.
matching-handle-together = { $days ->
    [0] Both cases name one account name on one platform, in use at the same time.
    [1] Both cases name one account name on one platform; its uses lie one day apart.
   *[other] Both cases name one account name on one platform; its uses lie { $days } days apart.
 }
matching-handle-undated = Both cases name one account name on one platform; when it was in use is not known in one of them.
matching-handle-apart = Both cases name one account name, but { $days } days lie between the two uses: names are given up and taken by others.
matching-alike = Two names in the cases look the same to the eye and are not the same.
matching-email = Both cases name one mailbox of the suspect.
matching-payment-together = { $days ->
    [0] Money was asked to one payment account in both cases, at the same time.
    [1] Money was asked to one payment account in both cases, one day apart.
   *[other] Money was asked to one payment account in both cases, { $days } days apart.
 }
matching-payment-undated = Money was asked to one payment account in both cases; when is not known in one of them.
matching-payment-apart = Money was asked to one payment account, but { $days } days lie between the two: it may belong to somebody else now.
matching-wallet = Both cases name one wallet of crypto money.
matching-wallet-address = Both cases name one address of an exchange, which many customers share; no common memo tells them apart.
matching-iban = Both cases name one bank account.
matching-card = Both cases name a card with the same first six and last four digits; other cards have them too.
matching-url = Both cases name one page.
matching-url-site = Both cases name pages of one internet domain.
matching-ip = Both cases name one internet address on the same day; thousands may use it.
matching-imei = Both cases name one telephone by its serial number.
matching-name = The suspects’ names are alike when the spellings of Arabic and Latin letters are set aside.
matching-voice = Both cases hold the same recording, byte for byte.
matching-voice-near = What is heard in both cases seems, by its acoustic fingerprint, to be one recording that was encoded or cut anew ({ $bits } of 100 bits differ). Voices are not compared, and it does not say who speaks: listen to both.
matching-image-same = { $bits ->
    [0] Both cases hold the same picture.
   *[other] Both cases hold the same picture, in copies that differ a little (the fingerprints in { $bits } of 256 places).
 }
matching-image-near = Both cases hold nearly the same picture (the fingerprints differ in { $bits } of 256 places).
matching-image-far = The cases hold pictures that may be one (the fingerprints differ in { $bits } of 256 places): both must be looked at.
matching-text-same = { $share ->
    [100] The threats are in the same words, names and amounts left out.
   *[other] The threats are in almost the same words: { $share } of 100 parts in common, names and amounts left out.
 }
matching-text-near = The threats are nearly the same: { $share } of 100 parts in common, names and amounts left out.
matching-text-far = The threats resemble each other: { $share } of 100 parts in common, names and amounts left out.
matching-aside-listed = “{ $identifier }” is the number of an authority or help line, or on the list of this node: it joins no cases.
matching-aside-harmed-side = “{ $identifier }” belongs to somebody who was harmed or helps, by at least one case: it joins no cases until a person has looked.
matching-aside-groups-at-one-time = “{ $identifier }” is used at one time by several groups of cases that otherwise differ: it is shared and joins no cases.
matching-aside-degree = “{ $identifier }” stands in { $number } cases: alone it joins none of them until a person has looked.
matching-prior = Before anything is known: how rarely two cases have one offender
matching-common = taken off because many cases have it
matching-part-links = Links
matching-part-series = Series
matching-part-aside = Set aside
matching-none = none
matching-link = { $one } and { $other }: { $strength } ({ $score })
matching-strength-strong = strong
matching-strength-medium = medium
matching-strength-weak = weak
matching-series = Series { $id }, { $strength }: { $cases }
matching-weakest = Weakest link: { $one } and { $other }
matching-bridge = Without { $one } and { $other } it would be two series.
matching-judgement = These are leads. A person compares both sides and decides.
matching-one-case = A match needs at least two cases; only { $reference } was given. Name another case file or bundle.
matching-same-reference = { $file }: the case { $reference } was given twice, with different content. Give each case once, or correct its reference.
matching-no-case = { $file }: the bundle holds no case.json. Seal it with “longarm seal --case FILE”, or name the case file.
matching-exhibit-missing = { $file }: named as an exhibit, but not found as a file below the case file, or too large; it was not compared.
matching-exhibit-large = { $file }: a picture larger than what is opened here was left out of the comparison.
matching-exhibit-damaged = { $file }: a picture that is damaged or not what it seems was left out of the comparison.
matching-recordings-exact = Recordings were compared byte for byte only: this machine lacks libchromaprint (Debian: libchromaprint1), or what confines the process that would decode them (libseccomp2).
matching-no-case-given = No case was given. Name at least one case file or bundle, or --forget a case of an index.
matching-forget-without-index = --forget needs to know from where: add --index with the folder.
matching-index-made = An index was begun in { $folder }. Identifiers stand in it as keyed hashes, threats and picture hashes sealed; the key lies beside them, and whoever has the folder with its key can read them. Keep it where the case files may lie, and not in a synchronised folder.
matching-index-cut = So many pictures or recordings in the index are alike that the last of them were not compared: a link may be missing. Take the cases that hold the copies out with --forget.
matching-index-replaced = The index held { $reference } already; this file takes its place.
matching-index-no-such-case = { $folder }: the index holds no case { $reference }. Look at the reference again; it is written as in the case file.
matching-index-foreign = { $folder } is no index of longarm match: other things lie there. Name an empty or a new folder.
matching-index-no-key = { $folder }: the index is there and its key is not. Put the file “key” back, or begin a new index in another folder.
matching-index-damaged = { $folder }: the index was changed, is not whole, or belongs to another key. Bring it back from a copy, or begin a new one in another folder with the case files.
matching-index-version = { $folder }: the index was written by another version of longarm. Use that version, or begin a new index in another folder with the case files.
matching-index-busy = { $folder }: another longarm match is at work on this index. Try again when it has ended.
matching-index-unreadable = { $folder }: the index cannot be opened ({ $why }). Look at the folder and its permissions.
matching-index-unwritten = { $folder }: the index could not be written ({ $why }); it is as it was before. Make room or mend the permissions, and run the command again.
