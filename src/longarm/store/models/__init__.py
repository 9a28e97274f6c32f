"""The tables of a node. What a column holds, how it is protected and from whom: docs/security.md.

A column whose name ends in `_sealed` holds ciphertext (`longarm.keys.content`), under the case's key or, where it says so,
under a channel's (channel) or a key made from the node's secret (node). In the clear stand only ids drawn at random, states,
counts, sizes and times. Nothing that holds content is updated in place: a new version is a new row or a new `_version`.
"""

from longarm.store.models.advisory import Advisory, Heard, HeardTag
from longarm.store.models.case import Case, CaseContent, CaseKey
from longarm.store.models.channel import Channel, Consent, Letter, Return, Upload
from longarm.store.models.desk import Approval, Closing, Note, Notice, Step, Task
from longarm.store.models.enclosed import Enclosed
from longarm.store.models.escrow import Escrowed, EscrowLeaving, EscrowOpened
from longarm.store.models.evidence import Bundle, CustodyLine, Exhibit, Withheld
from longarm.store.models.exchange import Choice, Epoch, Hit, Leaving, Member, Registered, SeenHead
from longarm.store.models.figures import FiguresHeard, FiguresTold
from longarm.store.models.job import Job
from longarm.store.models.life import Deletion
from longarm.store.models.named import Named
from longarm.store.models.operation import BoardEntry, Given, Operation, OperationKey
from longarm.store.models.packed import Packed
from longarm.store.models.people import Organisation, SecondFactor, Session, Tries, User
from longarm.store.models.record import Record, RecordHead
from longarm.store.models.request import Attachment, Dispatch, Outgoing, Request, RequestFigure, TakenLetter
from longarm.store.models.same import Judgement, Question, Seen, SeenSounds, SeenTag

__all__ = [
    "Advisory",
    "Approval",
    "Attachment",
    "BoardEntry",
    "Bundle",
    "Case",
    "CaseContent",
    "CaseKey",
    "Channel",
    "Choice",
    "Closing",
    "Consent",
    "CustodyLine",
    "Deletion",
    "Dispatch",
    "Enclosed",
    "Epoch",
    "EscrowLeaving",
    "EscrowOpened",
    "Escrowed",
    "Exhibit",
    "FiguresHeard",
    "FiguresTold",
    "Given",
    "Heard",
    "HeardTag",
    "Hit",
    "Job",
    "Judgement",
    "Leaving",
    "Letter",
    "Member",
    "Named",
    "Note",
    "Notice",
    "Operation",
    "OperationKey",
    "Organisation",
    "Outgoing",
    "Packed",
    "Question",
    "Record",
    "RecordHead",
    "Registered",
    "Request",
    "RequestFigure",
    "Return",
    "SecondFactor",
    "Seen",
    "SeenHead",
    "SeenSounds",
    "SeenTag",
    "Session",
    "Step",
    "TakenLetter",
    "Task",
    "Tries",
    "Upload",
    "User",
    "Withheld",
]
