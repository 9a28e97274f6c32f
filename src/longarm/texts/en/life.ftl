life-export-readme = This is a copy of what is kept about you in this matter.

    case.json: the case file: what you told, persons, numbers, events.
    conversation-…/: the letters between you and the team, what you allowed and took back, how you want to be contacted.
    files/: the files as they came, each with its name and hash in about.json.
    who-saw-what.json: who read, was shown or was given something of it, and when. People are named by a number; the organisation can tell you who it is.
    { $notes ->
        [true] notes.json: the notes of the team.
       *[other] The notes of the team are not in it, since they may speak of others. You can ask for them.
    }

    Not in it: what others told about the matter. That is theirs.
    Keep this copy where nobody whom you fear can find it. Whoever has it can read it.
