"""docs/permissions.md from what the node answered."""

from __future__ import annotations

from permission_codes import HOLDERS
from permission_rows import PEOPLE, Ask

TOP = """\
# Who may do what

Every address of the node, asked by everybody with GET and with POST. Written by `make permissions` from what the node answers.
`tests/web/test_permissions.py` holds it current, holds that who may not (a number that is not **bold**) is refused, that a
refused request has changed no row of the database, that every look at a case stands in the audit record, and that what is not
theirs sounds, to the letter, like what is not there. A new address without a row fails that test.

Numbers are statuses of HTTP. **200** and **302**: done. A bold 400, 404 or 409: let in, and refused for what the test asked (a
wrong digit, a gate that holds). `door`: led to sign-in; 401 is the same for a form. 403: the role does not do this. 404: not
theirs, or not there. A method without a row is refused to everybody (405; asked too). A code is no sign-in: at the desk its
holder is nobody.
"""
CODES = """\
## With a code

The public pages have one address; what is done there stands in the form, with the token of a visit. A visit ends after thirty
minutes without use, and when its holder leaves. `401` asks for the code again. Nobody reaches another channel's file.
"""


def page(table: list[tuple[str, Ask, dict[str, str]]], codes: dict[str, dict[str, str]]) -> str:
    lines = [TOP, *(f"- {person}: {who}" for person, who in PEOPLE.items()), "", *_head("address | act", list(PEOPLE))]
    for pattern, one, found in (row for row in table if set(row[2].values()) != {"405"}):
        shown = " | ".join(f"**{code}**" if person in one.may else code for person, code in found.items())
        address = "/" + pattern.replace("uuid:", "").replace("<", "{").replace(">", "}")
        lines.append(f"| `{address}` | {' '.join((one.method, one.act)).strip()} | {shown} |")
    lines += ["", CODES, *_head("act", [who.replace("_", " ") for who in HOLDERS])]
    lines += [f"| {act} | {' | '.join(found.values())} |" for act, found in codes.items()]
    return "\n".join(lines) + "\n"


def _head(first: str, people: list[str]) -> list[str]:
    columns = len(first.split("|")) + len(people)
    return [f"| {first} | {' | '.join(people)} |", "|" + " --- |" * columns]
