demo-case = { $case } ({ $done } étapes sur { $total })
demo-done = La démonstration est chargée. Lancez longarm serve avec le même répertoire et connectez-vous sous « { $name } » avec la phrase secrète « { $passphrase } ». Les deux sont publics : n’y mettez rien de réel.
