"""Every address of the node with who may ask it what: the table behind docs/permissions.md.

Who adds an address adds its rows here, or `test_permissions.py` fails and says which is missing. A method without a row is
one that the address does not take: everybody gets 405.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

# The people, in the order of the table's columns.
PEOPLE: Final = {
    "nobody": "nobody signed in",
    "complainant": "the person harmed, with a code",
    "recipient": "a recipient, with a code",
    "supporter": "a supporter, with a code",
    "caseworker": "caseworker of the case",
    "coordinator": "coordinator of the case, who administers",
    "counsel": "counsel of the case",
    "colleague": "caseworker of another team",
    "elsewhere": "coordinator of another organisation",
    "admin": "pure administrator",
    "auditor": "auditor",
    "consular": "consular officer",
}
STAFF: Final = frozenset(list(PEOPLE)[4:])
EVERYBODY: Final = frozenset(PEOPLE)
WORKERS: Final = frozenset({"caseworker", "coordinator"})  # of the case
READERS: Final = WORKERS | {"counsel"}
COORDINATOR: Final = frozenset({"coordinator"})
COORDINATORS: Final = COORDINATOR | {"elsewhere"}  # of whatever organisation: the node tells figures as one
WORK_CASES: Final = WORKERS | {"colleague", "elsewhere"}  # of whatever team
GOVERN: Final = frozenset({"coordinator", "elsewhere", "admin"})  # of the own organisation
OFFICER: Final = frozenset({"consular"})  # who was asked to take a statement
NOBODY: Final[frozenset[str]] = frozenset()


class Ask(NamedTuple):
    """One act: `may` get `answers`, everybody else is refused. `{case}` and the like in `form` are filled in."""

    method: str
    may: frozenset[str]
    form: dict[str, Any] = {}
    act: str = ""
    answers: tuple[int, ...] = (200, 302)
    refused: tuple[int, ...] = ()  # beside 401, 403, 404 and the way to the door
    noted: bool = True  # stands in the audit record, where it concerns a case


def get(may: frozenset[str], act: str = "", **named: Any) -> Ask:
    return Ask("GET", may, named.pop("form", {}), act, **named)


def post(may: frozenset[str], act: str = "", **named: Any) -> Ask:
    return Ask("POST", may, named.pop("form", {}), act, **named)


TWICE: Final = "قمر ليمون شباك رصيف"
FILE: Final = "file of the test"  # replaced by a file
_CASE, _EXHIBIT = "desk/cases/<uuid:case_id>/", "desk/exhibits/<uuid:exhibit_id>/"

ROWS: Final[dict[str, tuple[Ask, ...]]] = {
    # public
    "": (get(EVERYBODY), post(EVERYBODY)),
    "health/": (get(EVERYBODY, answers=(200, 503)),),
    "between/": (get(EVERYBODY), post(EVERYBODY, form={"from": "EG", "to": "LY"})),
    "law/": (get(EVERYBODY),),
    "law/<state_code:code>/": (get(EVERYBODY),),
    "law/treaty/<instrument_id:name>/": (get(EVERYBODY),),
    "static/<str:digest>/<path:path>": (get(EVERYBODY),),
    # the door
    "desk/": (get(EVERYBODY),),
    "desk/language/": (post(EVERYBODY, form={"speak": "fr"}),),
    "desk/set-up/": (get(EVERYBODY), post(EVERYBODY)),  # leads away once there is an organisation
    "desk/demo/": (post(NOBODY, refused=(409,)),),  # on an empty node alone
    "desk/sign-in/": (get(EVERYBODY), post(EVERYBODY, form={"name": "Basma", "passphrase": TWICE})),
    "desk/sign-in/second/": (get(EVERYBODY), post(NOBODY, form={"code": "000000"})),
    "desk/sign-out/": (post(EVERYBODY),),
    # one's own
    "desk/passphrase/": (
        get(STAFF),
        post(STAFF, form={"old": TWICE, "passphrase": TWICE + " سماء", "again": TWICE + " سماء"}),
    ),
    "desk/visits/": (get(STAFF), post(STAFF, form={"end": "others"})),
    "desk/second-factor/": (get(STAFF), post(STAFF, form={"code": "000000"}, answers=(400,))),
    "desk/second-factor/drop/": (post(STAFF, form={"code": "000000"}, answers=(400,)),),
    # the desk
    "desk/cases/": (get(STAFF, form={"show": "waiting"}),),
    "desk/cases/new/": (
        get(WORK_CASES),
        post(WORK_CASES, form={"alias": "Noor", "lives": "EG", "kind": "threat_to_publish"}),
    ),
    "desk/next/": (get(STAFF),),
    "desk/search/": (get(STAFF), post(STAFF, form={"words": "احمد"})),
    "desk/today/": (get(STAFF, form={"whose": "team"}),),
    "desk/shortcuts/": (post(STAFF, form={"keys": "off"}),),
    "desk/restored/": (post(COORDINATORS, form={"looked": "yes"}),),  # each for the own organisation
    "desk/refusals/": (get(STAFF),),  # of the cases whose keys one holds
    "desk/exchange/": (get(WORK_CASES | GOVERN | {"auditor"}),),
    "desk/exchange/figures/": (
        get(WORK_CASES | {"auditor"}),
        post(COORDINATORS, "count", form={"do": "draw", "quarter": "{quarter}"}),
        post(COORDINATORS, "tell", form={"do": "tell", "quarter": "{quarter}"}, answers=(200, 302, 409)),
        post(WORK_CASES, "take in", form={"do": "hear", "file": FILE}, answers=(400,)),  # it is a photograph
    ),
    "desk/exchange/figures/table.csv": (get(WORK_CASES | {"auditor"}),),
    "desk/exchange/figures/table.json": (get(WORK_CASES | {"auditor"}),),
    "desk/exchange/figures/signed/": (get(WORK_CASES | {"auditor"}, form={"quarter": "{quarter}"}),),
    "desk/exchange/requests/": (get(STAFF, form={"show": "due"}),),  # of the cases whose keys one holds
    "desk/exchange/requests/<uuid:request_id>/": (
        get(READERS),
        post(WORKERS, "withdraw", form={"do": "withdraw"}),
    ),
    "desk/exchange/requests/<uuid:request_id>/graph/": (post(WORKERS),),
    "desk/exchange/requests/<uuid:request_id>/paper/": (
        post(WORKERS, form={"do": "arrive"}, answers=(409,)),  # it was not sent
    ),
    "desk/exchange/requests/<uuid:request_id>/withhold/": (
        post(WORKERS, form={"where": "a bundle", "how": "they said so"}, answers=(409,)),  # nothing came along
    ),
    "desk/exchange/operations/": (get(STAFF),),  # of the operations whose keys one holds
    "desk/exchange/operations/new/": (
        get(WORK_CASES),
        post(WORK_CASES, form={"name": "Jasmine", "about": "One number", "invited": "{member}"}),
    ),
    "desk/exchange/operations/<uuid:operation_id>/": (
        get(WORKERS),
        post(WORKERS, "put in", form={"do": "put", "title": "An office", "words": "by the station", "who": "all", "sure": "1"}),
        post(WORKERS, "let in", form={"do": "let_in", "user": "{coordinator}"}),
        post(COORDINATOR, "delete", form={"do": "forget"}, answers=(409,)),  # it is not over
    ),
    "desk/exchange/members/": (post(GOVERN, form={"card": "no card", "fingerprint": "0" * 64}, answers=(400,)),),
    "desk/exchange/members/cut-off/": (post(GOVERN, form={"fingerprint": "0" * 64}, answers=(400,)),),  # nobody's
    "desk/exchange/members/use-again/": (post(GOVERN, form={"fingerprint": "0" * 64, "reason": "asked"}, answers=(400,)),),
    "desk/rules/": (
        get(GOVERN),
        post(GOVERN, form={"first": "30", "second": "45", "answer": "90", "zone": "Africa/Cairo", "kind": "police"}),
    ),
    "desk/people/": (
        get(GOVERN),
        post(GOVERN, form={"name": "Nour", "role": "caseworker", "passphrase": TWICE}),
    ),
    "desk/people/recovery/": (post(frozenset({"coordinator", "admin"}), form={"recovery": "{recovery}"}, refused=(400,)),),
    "desk/people/<uuid:user_id>/reset/": (
        post(frozenset({"coordinator", "admin"}), form={"recovery": "{recovery}", "passphrase": TWICE}, refused=(400,)),
    ),
    "desk/people/<uuid:user_id>/": (
        get(frozenset({"coordinator", "admin"})),
        post(frozenset({"coordinator", "admin"}), form={"role": "caseworker"}),
    ),
    "desk/people/<uuid:user_id>/close/": (post(frozenset({"coordinator", "admin"})),),
    "desk/people/<uuid:user_id>/factor/": (post(frozenset({"coordinator", "admin"}), answers=(404,)),),  # there is none
    "desk/people/<uuid:user_id>/visits/": (post(frozenset({"coordinator", "admin"})),),
    "desk/record/": (get(GOVERN | {"auditor"}), post(GOVERN | {"auditor"}, "check")),
    "desk/health/": (get(GOVERN),),
    "desk/deletions/": (get(GOVERN | {"auditor"}),),
    "desk/deletions/<uuid:case_id>/": (get(frozenset({"coordinator", "admin", "auditor"}), noted=False),),
    # a case
    _CASE: (get(READERS),),
    f"{_CASE}file/": (get(READERS), post(WORKERS, form={"text": "{file}", "version": "{version}"})),
    f"{_CASE}exhibits/": (post(WORKERS, form={"files": FILE, "received_from": "complainant"}),),
    f"{_CASE}seal/": (post(WORKERS),),
    f"{_CASE}stamp/": (post(WORKERS, answers=(400,), refused=(400,)),),  # no authority is set up
    f"{_CASE}team/": (
        post(WORKERS, "let in", form={"add": "{colleague}"}),
        post(WORKERS, "let go", form={"remove": "{counsel}"}),
    ),
    f"{_CASE}draft/<slug:document>/": (
        get(WORKERS, form={"forum": "EG"}),
        post(WORKERS, form={"in": "en", "forum": "EG"}),
    ),
    f"{_CASE}claim/": (
        post(WORKERS, "take", form={"do": "claim"}),
        post(WORKERS, "give back", form={"do": "back"}),
        post(WORKERS, "hand over", form={"do": "hand", "to": "{caseworker}", "words": "late shift"}),
        post(WORKERS, "danger", form={"do": "danger"}),
        post(WORKERS, "danger is over", form={"do": "no-danger"}),
    ),
    f"{_CASE}settle/": (post(WORKERS),),
    f"{_CASE}take-in/": (post(WORKERS),),
    f"{_CASE}talk/": (get(READERS),),
    f"{_CASE}invite/": (
        post(WORKERS, "invite", form={"about": "the school", "do": "invite"}),
        post(WORKERS, "end", form={"channel": "{supporting}", "do": "end"}),
    ),
    f"{_CASE}notes/": (post(READERS, form={"text": "seen"}),),
    f"{_CASE}tasks/": (post(WORKERS, form={"text": "Call again", "due_on": "2027-01-01"}),),
    f"{_CASE}close/": (
        post(WORKERS, "close", form={"do": "close", "outcome": "advised"}),
        post(WORKERS, "open again", form={"do": "reopen"}, answers=(409,)),  # it is open
    ),
    f"{_CASE}steps/": (
        get(READERS),
        post(WORKERS, form={"list": "account", "subject": "his", "step": "stable-id", "words": "100000000000017"}),
    ),
    f"{_CASE}refusals/": (
        post(WORKERS, form={"by": "A police station", "on": "2026-01", "reason": "foreign_number", "version": "{version}"}),
    ),
    f"{_CASE}exchange/requests/new/": (
        get(WORKERS, form={"path": "file_complaint:EG"}),
        post(
            WORKERS,
            form={
                "path": "file_complaint:EG",
                "measure": "support",
                "to": "paper",
                "authority": "Ministry",
                "words": "please stand by her",
                "agreed": "she agreed on the telephone today",
            },
        ),
    ),
    f"{_CASE}exchange/": (post(WORKERS, form={"allowed": "yes", "reason": "the law"}),),
    f"{_CASE}approvals/": (post(WORKERS, form={"act": "export", "object": "{bundle}", "reason": "court"}),),
    f"{_CASE}merge/": (get(WORKERS), post(WORKERS, form={"other": "{other}", "do": "merge"}, answers=(302, 404))),
    f"{_CASE}split/": (get(WORKERS), post(WORKERS, form={"do": "look", "person": "complainant"})),
    f"{_CASE}keeping/": (get(READERS),),
    f"{_CASE}hold/": (post(COORDINATOR, form={"do": "set", "reason": "court"}),),
    f"{_CASE}subject-copy/": (post(WORKERS),),
    f"{_CASE}delete/": (
        get(WORKERS, form={"why": "asked"}),
        post(WORKERS, form={"why": "asked", "reference": "{reference}"}, answers=(409,)),  # an exhibit waits for the authority
    ),
    f"{_CASE}notice/": (get(WORKERS), post(WORKERS, form={"suspect": "suspect-1"}, answers=(400, 409))),  # the gate holds
    f"{_CASE}same/<uuid:other_id>/": (  # the coordinator alone holds the key of both
        get(COORDINATOR),
        post(COORDINATOR, form={"verdict": "same", "why": "one number"}),
    ),
    f"{_CASE}same/ask/": (post(WORKERS),),
    "desk/advisories/": (get(WORK_CASES), post(WORK_CASES, form={"file": FILE, "form": "stix"}, answers=(400,))),  # a photograph
    "desk/advisories/heard/<uuid:heard_id>/": (post(WORKERS | {"colleague"}),),  # of the organisation
    "desk/advisories/<uuid:advisory_id>/": (
        get(WORKERS),
        post(COORDINATOR, "tell", form={"do": "tell"}),  # who wrote it; another has agreed
        post(WORKERS, "drop", form={"do": "revoke"}),
    ),
    "desk/advisories/<uuid:advisory_id>/<str:form>/": (get(NOBODY),),  # of a draft: nobody
    f"{_CASE}advisory/": (
        get(WORKERS),
        post(WORKERS, form={"sign": "phone-1", "title": "An office", "words": "Says he is an office", "reason": "many"}),
    ),
    "desk/questions/<uuid:question_id>/": (post(WORKERS),),
    "desk/series/<uuid:case_id>/": (get(COORDINATOR),),
    "desk/series/<uuid:case_id>/export/": (post(COORDINATOR, answers=(400,)),),  # a photograph is withheld: fewer than two may go
    f"{_CASE}statements/": (get(READERS), post(WORKERS, form={"to": "{consular}", "in": "ar", "text": "Ask Hana"})),
    f"{_CASE}child/": (get(READERS), post(WORKERS, form={"do": "set", "reason": "she is fifteen"})),
    # what belongs to a case
    "desk/channels/<uuid:channel_id>/answer/": (post(WORKERS, form={"text": "نعم", "send": "yes"}),),
    "desk/channels/<uuid:channel_id>/status/": (post(WORKERS, form={"standing": "working"}),),
    "desk/channels/<uuid:channel_id>/consents/": (post(WORKERS, form={"use": "statistics"}),),
    "desk/channels/<uuid:channel_id>/move/": (get(WORKERS), post(WORKERS, form={"do": "look"})),
    "desk/tasks/<uuid:task_id>/": (
        post(WORKERS, "done", form={"do": "done"}),
        post(WORKERS, "give", form={"do": "give", "to": "{coordinator}"}),
    ),
    "desk/approvals/<uuid:approval_id>/": (
        post(COORDINATOR, "agree", form={"agreed": "yes"}),  # the caseworker asked
        post(COORDINATOR, "refuse", form={"agreed": "no"}),
    ),
    _EXHIBIT: (get(READERS),),
    f"{_EXHIBIT}progress/": (get(READERS, noted=False),),  # bytes read of bytes, asked every few seconds
    f"{_EXHIBIT}preview/": (get(READERS),),
    f"{_EXHIBIT}preview/clear/": (get(STAFF), post(READERS)),  # GET leads to the blurred one
    f"{_EXHIBIT}media/": (get(READERS),),
    f"{_EXHIBIT}copy/": (post(READERS, form={"purpose": "court"}),),
    f"{_EXHIBIT}withhold/": (post(WORKERS, form={"where": "his page", "how": "she said so"}),),
    f"{_EXHIBIT}withheld/": (get(READERS),),
    "desk/uploads/<uuid:upload_id>/withhold/": (
        post(WORKERS, form={"where": "his page", "how": "she said so"}, answers=(409,)),
    ),  # not whole
    f"{_EXHIBIT}instruction/": (post(WORKERS, form={"authority": "Police", "reference": "1", "words": "destroy"}),),
    f"{_EXHIBIT}destroy/": (post(WORKERS, form={"code": "E0002"}, answers=(409,)),),  # not before the authority has spoken
    "desk/notices/<uuid:notice_id>/": (
        post(WORKERS, "make", form={"do": "make"}, answers=(409,)),  # it was made
        post(WORKERS, "again", form={"do": "again"}),
    ),
    "desk/channels/<uuid:channel_id>/statement/": (
        post(WORKERS, "ask more", form={"do": "more", "text": "Which day?"}),
        post(WORKERS, "seal again", form={"do": "reseal"}),
        post(WORKERS, "end", form={"do": "close"}),
    ),
    "desk/statements/": (get(OFFICER),),
    "desk/statements/<uuid:channel_id>/": (get(OFFICER), post(OFFICER, form={"text": "She got a letter."})),
    "desk/statements/<uuid:channel_id>/files/": (post(OFFICER, form={"files": FILE}),),
    "desk/bundles/<uuid:bundle_id>/": (post(READERS, form={"purpose": "court"}),),
}
