serve-address = longarm runs at { $address }
serve-intake-address = The intake alone answers at { $address }
serve-empty = The node is empty: open the address to set up your organisation, or to look around with the demonstration.
serve-keys-beside = Take care: the node’s keys lie on the same machine as its data, in { $keys }. Whoever takes both can try sign-in names and phone numbers. Put them on another disk (--keys) before real cases come.
serve-open-to-others = Take care: { $host } can be reached from other machines, without encryption on the way. Put a server that speaks https in front, and tell longarm with LONGARM_HTTPS=1.
serve-as-root = Take care: longarm runs as root, so whoever breaks into it has the whole machine. Run it as a user who owns the data and the keys folder and nothing else.
serve-stop = Stop it with Ctrl-C.
serve-port-taken = Port { $port } is taken by another program. Stop that one, or choose another: --port { $other }
serve-no-such-port = { $port } is no port. Choose one between 1 and 65535.
serve-cannot-listen = Cannot listen on { $host }, port { $port } ({ $why }). Give an address of this machine, or a port above 1023.
