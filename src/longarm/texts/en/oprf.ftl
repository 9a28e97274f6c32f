oprf-element = A value that was sent is no element of the group, or the one that is forbidden. Nothing was computed with it; the sender’s program is broken or hostile.
oprf-scalar = A value that was sent is no number below the order of the group. Nothing was computed with it; the sender’s program is broken or hostile.
oprf-proof = Key holder { $holder } answered with a wrong proof: it did not use its share of this key. Its answer was thrown away; tell that organisation, and ask other holders.
oprf-lengths = The key holders answered for different numbers of values. Ask them again.
oprf-too-few = Fewer key holders answered than this key needs ({ $needed }). Ask further holders.
