intake-title = Recipes of the day
intake-exit-address = https://www.google.com/search?q=recipes
intake-exit = Leave quickly
intake-exit-help = or press Esc three times
intake-languages = Language
intake-demonstration = A demonstration: nothing here is kept, and nobody reads it yet.
intake-way = Step { $step } of { $all }
intake-next = Next
intake-back = Back
intake-send = End the demonstration
intake-again = Start again
intake-pick-many = You can choose more than one
intake-too-old = A long time has passed, so we are back at the start. Nothing that was written has been kept.

intake-not-fault = What happened is his crime; you are not to blame.
intake-control = You decide each step and can stop at any time.
intake-skip = You need not answer any question.
intake-limits = We keep it secret, unless a life or a child is in danger; we tell you first where we can.
intake-no-pay = Before you pay anything, let us talk: paying seldom ends it.
intake-keep = Do not delete yet; if keeping is dangerous we seal it with you, then you delete.
intake-no-image = Do not send us the picture; we do not need it.
intake-honest = I do not know yet whether he will be punished; this is what can be done today.

intake-welcome = Somebody stands with you, and it is not your fault. We begin with your safety.
intake-no-name = We ask for no name and keep nothing on this phone.
intake-history = The address of this page stays in the browser’s history. “Leave quickly” opens another page; it does not erase the history.

intake-safety = Are you in danger now?
intake-safety-family = Somebody in my family or near me may hurt me if they learn of it
    .more = We contact you only in the way and at the hour that suit you
intake-safety-home = I live with somebody I am afraid of
    .more = We look with you for an hour and a phone out of their reach
intake-safety-self-harm = I am thinking of hurting myself
    .more = We begin with this, before anything else
intake-safety-safe = No, I am safe now
    .more = { "" }

intake-life = Your life matters more than anything in these messages
intake-life-heard = Thank you for saying so. Many people have this thought at a time like this, and it passes.
intake-life-near = If the danger is near: the emergency number of the country you are in.
intake-life-person = Is there one person you trust? Having them beside you now helps, even without a word.
intake-life-lines = This demonstration shows no help lines: a person calls each number first, before we show it.
intake-life-later = The other questions can wait.

intake-phone = Does anyone open or watch your phone?
intake-phone-yes = Yes, or I do not know
    .more = Another phone or device is safer, if there is one
intake-phone-no = No
    .more = { "" }
intake-phone-watched = If the phone is watched, whoever watches may notice any change on it. Another device is better from here on.

intake-child = Is anyone under { $age } in the pictures, or in what is demanded?
intake-child-yes = Yes
    .more = { "" }
intake-child-unsure = I do not know
    .more = { "" }
intake-child-no = No
    .more = { "" }

intake-child-road = The child’s safety first
intake-child-road-no-file = We take no picture and no file here. We go on in words only.
intake-child-road-no-copy = Keep no copy of the pictures and send them to nobody, not even to those who help you. It is enough to know where they are: the account or address, and the time.
intake-child-road-not-guilty = The child is not to blame, and neither is whoever asks for help.
intake-child-road-once = It is enough that the child tells it once, to somebody who knows how to listen to children.
intake-child-road-takedown = For pictures made before the age of { $age }: { $service } asks for their removal and does not see them. Its address: { $address }

intake-who = For whom do we ask for help?
intake-who-me = For me
    .more = { "" }
intake-who-other = For somebody I know
    .more = Best with that person’s agreement
intake-who-recipient = I received messages about somebody else
    .more = There is no need to forward them

intake-what = What happened?
intake-what-threat = A threat to publish something about me
    .more = { "" }
intake-what-money = A demand for money
    .more = { "" }
intake-what-demand = A demand for pictures, acts or a meeting
    .more = { "" }
intake-what-fake = A page or account in my name or with my pictures
    .more = { "" }
intake-what-published = Something about me was sent to others or published
    .more = { "" }
intake-what-official = Somebody who says he is from the police or an authority
    .more = { "" }
intake-what-other = Something else
    .more = { "" }

intake-words = What happened, in your words
intake-words-label = In any dialect and any order. When did it begin? From which number or account? What was demanded?
intake-words-enough = One sentence is enough. No private details are needed.
intake-files = The chat file, if you have one
intake-files-help = The export of a WhatsApp, Messenger or Telegram chat. In this demonstration the file is not kept.
intake-no-files = In words only: while somebody in this may be under { $age }, we take no files.

intake-end = The demonstration is over; nothing was kept
intake-end-not-sent = What you wrote has reached nobody. This page shows what a request will be like; it does not take one yet.
intake-end-code = Receipt code
intake-end-code-later = In the service itself a code stands here. It alone leads back to your request. Best kept where nobody sees it.
intake-end-code-sample = An example only; it opens nothing.
intake-end-answers = Your answers on this screen
intake-end-none = no answer
intake-end-words = { $count ->
    [0] nothing written
    [one] one word
   *[other] { $count } words
}
intake-end-file = A file of { $size } bytes, read and not kept. Its fingerprint:
intake-end-leave = When you close this page, nothing that you wrote remains.
