# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

"""Doxygen's filter for our headers: says aloud what they leave unsaid by convention.

- A comment counts for all declarations that follow it without an empty line.
- A property and its getter share one comment.
- xChanged(), setX() and bindableX() go with x; operator== compares all members.
- The members of ConnectionSnapshot are those of ReconnectingWebSocket.
"""

import re
import sys

FREE = re.compile(r"^(\[\[nodiscard\]\]|inline constexpr|using \w+\s*=)")
DECLARATION = re.compile(r"^    (?! )(?!//|#|[A-Z_]+\(|\}|friend |template|struct \w+;|class \w+;|using (?!\w+\s*=))\S")
SKIPPED = re.compile(r"^\s*(public|private|protected|Q_SIGNALS|public Q_SLOTS)( Q_SLOTS)?:|Q_OBJECT$|Q_GADGET$")


class Declaration:
    def __init__(self, lines, first, last, doc, follows, owner):
        self.text = " ".join(line.strip() for line in lines[first:last + 1])
        self.first = first
        self.doc = doc  # its own lines, or none
        self.trailing = "//!<" in self.text
        self.follows = follows  # the declaration right before it, if no empty line is between
        self.owner = owner
        self.property = re.match(r"Q_PROPERTY\(.*?(\w+)\s+(?:READ|MEMBER)\s+(\w+)", self.text)
        code = re.sub(r"//.*", "", self.text)
        if self.property:
            self.name, self.getter = self.property[1], self.property[2]
        else:
            call = re.search(r"(~?\w+|operator\s*[^\s\w(]+)\s*\(", re.sub(r"\[\[\w+\]\]|std::function<.*?>>?", "", code))
            value = re.search(r"(\w+)\s*(?:=|\{|;)", code)
            self.name = call[1] if call else value[1] if value else ""
            self.getter = ""

    def documented(self):
        return bool(self.doc) or self.trailing


def end_of(lines, first):
    """The last line of the declaration that begins in `first`."""
    depth = 0
    for at in range(first, len(lines)):
        code = re.sub(r"//.*|\"(\\.|[^\"])*\"|'(\\.|[^'])'", "", lines[at])
        depth += sum(code.count(c) for c in "({[") - sum(code.count(c) for c in ")}]")
        if depth <= 0 and re.search(r"[;})]\s*$", code):
            return at
    return len(lines) - 1


def declarations(lines):
    found = []
    owner = ""
    doc = []
    before = None
    at = 0
    while at < len(lines):
        line = lines[at]
        head = re.match(r"^(?:class|struct)(?: HOLDFAST\w*)? (\w+)[^;]*$", line)
        if head:
            owner, doc, before = head[1], [], None
        elif line == "};":
            owner, doc, before = "", [], None
        elif re.match(r"^\s*//!(?!<)", line):
            doc.append(line)
        elif FREE.match(line) if not owner else not SKIPPED.search(line) and (
                DECLARATION.match(line) or line.startswith("    Q_PROPERTY(")):
            last = end_of(lines, at)
            now = Declaration(lines, at, last, doc, before, owner)
            # A comment behind a value may go on below.
            found.append(now)
            before, doc, at = now, [], last
        else:
            if not line.strip() or not line.strip().startswith("//"):
                doc = []
            if not line.strip():
                before = None
        at += 1
    return found


def spoken(declaration, known, names):
    """What is to be said of one that says nothing."""
    owner, name, text = declaration.owner, declaration.name, declaration.text
    if owner == "ConnectionSnapshot":
        return [f"//! As in ReconnectingWebSocket: `{name}`."]
    if declaration.property:
        getter = names.get((owner, declaration.getter))
        return getter and (getter.doc or spoken(getter, known, names))
    if name.endswith("Changed"):
        return [f"//! Notifies of a change of `{name[:-7]}`."]
    if name.startswith("bindable"):
        return [f"//! For bindings in C++: `{name[8:9].lower() + name[9:]}`."]
    if name == "operator==":
        return ["//! Compares all members."]
    if name == owner:
        return [f"//! Makes a {owner}."] if "QObject *parent" not in text else [f"//! Makes a {owner} that \\a parent owns."]
    if name == "~" + owner:
        return ["//! Ends it."]
    if re.match(r"set[A-Z]", name):
        value = name[3:4].lower() + name[4:]
        if (owner, value) in names or (owner, "is" + name[3:]) in names:
            return [f"//! Sets what {value}() returns; see there."]
    for other, doc in known.items():
        if other == (owner, "property " + name):
            return doc
    before = declaration.follows
    while before:
        if before.doc and not before.property:
            return before.doc
        before = before.follows
    return None


def main():
    lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
    found = declarations(lines)
    known = {}
    names = {(declaration.owner, declaration.name): declaration for declaration in found if not declaration.property}
    for declaration in found:
        if declaration.doc:
            known[(declaration.owner, declaration.name if not declaration.property else "")] = declaration.doc
            if declaration.property:
                known[(declaration.owner, "property " + declaration.getter)] = declaration.doc
    for declaration in reversed(found):
        if not declaration.documented():
            said = spoken(declaration, known, names)
            if said:
                indent = re.match(r" *", lines[declaration.first])[0]
                lines[declaration.first:declaration.first] = [indent + line.strip() for line in said]
    sys.stdout.write("\n".join(lines))


main()
