probe-there = This is planted already. Plant another.
probe-none = There is no such probe.
probe-number = { $given }: this is no telephone number that could be called. Write it with its country code.
probe-words = Agree on words of { $shortest } letters at least.
probe-type-words = The words that were agreed on:
probe-alarm-title = A planted identifier says that something is wrong
probe-alarm = { $finding ->
    [met] { $who } named a telephone number of ours that was given to nobody. Whoever does that tries numbers out, or mistyped one: call them, and look at how much they have registered.
    [met_unnamed] { $who } holds the code of an identifier that we planted and that nobody can name. Somebody copied it: the hub, or the key holders together. Send the hub nothing new before the other members have looked too.
   *[silent] The words that were agreed on have stood at the hub for three days, and no hit came. Ask whether the other organisation planted them as well; if so, the hub holds hits back.
}
probe-alarm-since = Since { $day }.
probe-somebody = Somebody
