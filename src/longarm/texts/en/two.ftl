two-section = What takes two
two-waiting = Waits for your agreement
two-act = { $act ->
    [export] Handing out a bundle
    [deletion] Deleting the case
    [advisory] Telling an advisory
    [notice] Lawful notice to the suspect
   *[other] { $act }
}
two-state = { $state ->
    [waiting] waiting
    [agreed] agreed
    [refused] refused
    [used] done
   *[other] expired
}
two-agreed-by = agreed by { $name }
two-refused-by = refused by { $name }
two-was-refused = The last question was refused ({ $name }). It can be asked again with a clearer reason.
two-other = Another colleague of the team answers.
two-read-notice = Read the notice and what it rests on
two-read-request = Read the request and what goes along
two-agree = Agree
two-refuse = Refuse
two-asked = A second person was asked. The answer appears here; colleagues see the question under “My day”.
two-needed = This takes two. The agreement of a colleague of the team holds once, for a day.
two-why = Reason (who agrees reads it)
two-exhibits = Exhibits that would leave:
two-ask = Ask for agreement
two-no-such-act = It is not clear for what agreement is asked. Ask again from the case page.
two-no-answer = The answer is to agree or to refuse. Choose one.
two-inbox = { $count ->
    [one] A question of a colleague waits for your agreement
   *[other] { $count } questions of colleagues wait for your agreement
}
