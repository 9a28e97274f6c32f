hub-newer-folder = A newer longarm made the folder { $folder }. Use that version.
hub-no-hub = There is no hub in { $folder }. “longarm hub serve” makes one.
hub-not-a-node = The card of { $organisation } is no card of a node. A hub serves nodes.
hub-fingerprint-differs = This is not the fingerprint on the card of { $organisation }. Do not add it; call the organisation and compare again.
hub-no-such-member = There is no member with the fingerprint { $fingerprint }. “longarm hub member list” shows them.
