demo-case = { $case } ({ $done } of { $total } steps)
demo-done = The demonstration is loaded. Run longarm serve with the same folder and sign in as “{ $name }” with the passphrase “{ $passphrase }”. Both are public: put nothing real in it.
