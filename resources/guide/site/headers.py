# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

"""Doxygen's filter for our headers: says aloud what they leave unsaid by convention.

- A comment counts for all declarations that follow it without an empty line.
- A property and its getter share one comment.
- setX() goes with x, and operator== compares all members.
- xChanged() and bindableX() go with x, and stand behind the others, in a group.
- A class is included by its name.
- An enum's own namespace is there for QML: its users call it Holdfast::ConnectionState.
- The members of ConnectionSnapshot are those of ReconnectingWebSocket.
"""

import pathlib
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


def is_routine(declaration):
    return not declaration.documented() and not declaration.property and re.search(r"^void \w+Changed\(\);|\bbindable[A-Z]", declaration.text)


def groups(lines, found):
    """Line → what goes before it, to make a group of each run of routine declarations."""
    runs = [[]]
    for declaration in found:
        if is_routine(declaration) and runs[-1] and declaration.follows is runs[-1][-1]:
            runs[-1].append(declaration)
        elif is_routine(declaration):
            runs.append([declaration])
    for run in filter(None, runs):
        name = "Bindings" if "bindable" in run[0].text else "Notifications"
        yield run[0].first, [f"    //! \\name {name}", "    //! @{", ""]
        yield end_of(lines, run[-1].first) + 1, ["", "    //! @}", ""]


def name_of(path):
    """ConnectionStatus for …/connectionstatus.h."""
    listed = pathlib.Path(__file__).resolve().parents[3] / "lib/cmake/headers.cmake"
    names = {name.lower(): name for name in re.findall(r"(\w+)\n", re.sub(r"\w+/", "", listed.read_text()))}
    return names.get(path.stem, path.name)


def unwrapped(text):
    """Without the namespaces that enums have of their own."""
    for namespace, enum in re.findall(r"^using (\w+)::(\w+);$", text, re.M):
        for line in (f"namespace {namespace} {{", f"}} // namespace {namespace}", f"using {namespace}::{enum};"):
            text = re.sub(rf"^{re.escape(line)}$", "", text, flags=re.M)
    text = re.sub(r"^Q_(NAMESPACE_EXPORT|ENUM_NS)\(.*\);?$", "", text, flags=re.M)
    return re.sub(r"\bHoldfast::(\w+s|TransportMedia|Reachabilities)::(\w+)", r"\2", text)


def main():
    path = pathlib.Path(sys.argv[1])
    lines = unwrapped(path.read_text(encoding="utf-8")).split("\n")
    found = declarations(lines)
    known = {}
    names = {(declaration.owner, declaration.name): declaration for declaration in found if not declaration.property}
    for declaration in found:
        if declaration.doc:
            known[(declaration.owner, declaration.name if not declaration.property else "")] = declaration.doc
            if declaration.property:
                known[(declaration.owner, "property " + declaration.getter)] = declaration.doc
    insertions = list(groups(lines, found))
    for declaration in found:
        if not declaration.documented():
            indent = re.match(r" *", lines[declaration.first])[0]
            said = spoken(declaration, known, names) or []
            insertions.append((declaration.first, [indent + line.strip() for line in said]))
    # From the end, so that line numbers stay true; of one line the beginning of a group comes first.
    for at, said in reversed(sorted(insertions, key=lambda insertion: (insertion[0], "@{" not in str(insertion[1])))):
        lines[at:at] = said
    text = "\n".join(lines)
    include = f"//! \\headerfile {path.name} <Holdfast/{name_of(path)}>\n"
    text = re.sub(r"^((?:class|struct)(?: HOLDFAST\w*)? \w+(?: : [^{;]*)?\n\{)", lambda m: include + m[1], text, flags=re.M)
    sys.stdout.write(text)


main()
