draft-no-such-document = There is no document “{ $document }”. Did you mean “{ $near }”?
draft-not-drafted-here = “{ $document }” is known but not drafted here yet. Drafted here: { $drafted }.
draft-not-in-language = “{ $document }” is not drafted in “{ $language }”. Choose one of: { $languages }.
draft-no-such-field = “{ $document }” has no field “{ $field }”. Did you mean “{ $near }”? `longarm draft --ask` lists them.
draft-cannot-typeset = The page could not be made from { $template }: { $why }. This is a fault of longarm; please report it.
draft-answers-not-fields = { $file }, line { $line }: answers are one text for each field, such as “addressee: …”. Mend that line.
draft-out-suffix = { $file }: documents are written as PDF. Give a name that ends in .pdf.
draft-out-exists = { $file } exists already. Choose another name, or remove it first.
draft-out-unwritable = { $file }: cannot be written ({ $why }). Choose a folder you may write to.
draft-needs-out = Say where the document goes: --out FILE.pdf, or --ask to see what would be asked.
draft-written = { $title } written to { $file }.
draft-complete = Nothing mandatory is missing. A lawyer or officer checks it before it is filed.
draft-missing = { $count ->
    [one] One mandatory item is left blank:
   *[other] { $count } mandatory items are left blank:
}
draft-ask-mandatory = To be given:
draft-ask-optional = May be given:
draft-no-such-state = “{ $state }” is no state. Use the two capital letters of ISO 3166-1, such as EG.
draft-no-such-path = “{ $document }” serves no path “{ $path }”. Paths that name it: { $paths }.
draft-forbidden = “{ $document }” is not drafted for this case: a danger to the person forbids that path ({ $hazards }). Deal with the danger first; `longarm paths` shows what remains open.
draft-takes-no-recipient = “{ $document }” is the statement of nobody in particular: leave out --recipient { $recipient }.
draft-no-such-recipient = No recipient of this case is called “{ $recipient }”. Choose one of: { $recipients }.
draft-recipient-not-chosen = Several persons got messages ({ $recipients }) and none was chosen: what reached them and the name are left blank. Choose one to have them filled in.
draft-recipient-unnamed = The case holds no legal name of { $recipient }: it is written in by hand at signing, or given as an answer.
draft-through-its-gate = { $document } is not drafted here: it goes through the gate of the desk, where identity, sealed evidence, preservation and a plan against retaliation are looked at and a second person agrees.
