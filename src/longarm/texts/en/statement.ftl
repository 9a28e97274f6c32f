statement-section = Statements taken abroad
statement-section-lead = A consular officer takes the statement of a national abroad. The officer sees the request and what they wrote, and nothing else of the case: no names, no proof, no notes, no reference.
statement-ask = Ask for a statement
statement-ask-do = Send the request
statement-ask-help = Who is asked, about what, and what is not to be asked. Write only what the officer needs. No request where the own embassy is a danger to the person.
statement-officer = Consular officer
statement-language = Language of the statement
statement-question = What is to be asked
statement-more = A further question
statement-close = End the request
statement-reseal = Give the officer the key again
statement-reseal-why = The officer has a new passphrase, so the request no longer opens. Make sure by a call that it is the same person, then give the key again.
statement-taken = among the exhibits
statement-no-officers = No consular officer in the organisation
statement-no-officers-more = Who administers adds one under People, with the role of consular officer.
statement-mine = Statements
statement-mine-lead = What you are asked to take down. Only the requests are shown, nothing of their cases.
statement-asked-by = Asked by { $name }
statement-state = { $state ->
    [asked] to be taken
    [given] taken
    [locked] does not open
   *[other] ended
}
statement-locked = This request is sealed to your earlier key. The team hands it over again; nothing is lost.
statement-none = No requests now
statement-title = Statement of a national abroad
statement-lead = In the words of who makes it, without questions that were not asked for, without private pictures. It is not changed once saved; a mistake is corrected by a further part.
statement-said = The request and what was taken
statement-write = Write the statement
statement-write-help = It may be written in parts.
statement-text = Text of the statement
statement-give = Save and hand to the team
statement-files = Files
statement-add-files = Add files
statement-files-help = Encrypted as they arrive and not shown here afterwards. Not for private pictures.
statement-no-files = No files are taken for this request: a child may be concerned. Write what is known in words.
statement-file-came = A file came.
statement-no-such = There is no such request for a statement.
statement-no-officer = A statement is asked of a consular officer who works in the organisation.
statement-forbidden = A danger written in the case forbids this road: the own embassy may be the danger. No consular statement is asked for until that is met.
