# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

"""A shared library shows what its public headers declare: all of it, and nothing else.

usage: symbols.py NM LIBRARY OBJECTS HEADERS [NAME…]

OBJECTS and HEADERS are files with a path in each line: what the library is made of, and its public headers. NAMEs are
functions that it may show besides.
"""

import re
import subprocess
import sys
from pathlib import Path

MADE_BY_THE_LINKER = {"__bss_start", "_edata", "_end", "_init", "_fini"}
ABOUT = re.compile(r"^(vtable for|typeinfo for|typeinfo name for|(?:non-virtual|virtual|covariant return) thunk to) ")
TYPE = re.compile(r"^(?:class|struct) (?:HOLDFAST_\w+ )?(\w+)[^;]*$", re.MULTILINE)
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)
FUNCTION = re.compile(r"^(?:\[\[nodiscard\]\] )?(?:HOLDFAST_\w+ )?(?!inline|constexpr|using|friend|return)[\w:<>&* ]+[ &*](\w+)\(",
                      re.MULTILINE)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def symbols(nm, *arguments):
    """Kind and demangled name of all that is defined."""
    lines = run(nm, "--defined-only", "--demangle", *arguments).splitlines()
    return [(m[1], m[2]) for m in (re.match(r"[0-9a-f]+ (\w) (.+)", line) for line in lines) if m]


def scopes(name):
    """`Holdfast::A::b(C) const` is of Holdfast, A, b; templates and arguments do not count."""
    name = ABOUT.sub("", name)
    return re.sub(r"<.*>", "", name.split("(")[0]).split("::")


class Public:
    """The words of the public headers."""

    def __init__(self, headers):
        text = "\n".join(Path(header).read_text() for header in headers)
        self.types = set(TYPE.findall(text))
        self.namespaces = {name for names in NAMESPACE.findall(text) for name in names.split("::")}
        self.functions = set(FUNCTION.findall(text))

    def has(self, name):
        *around, last = scopes(name)
        # A class inside a public one, such as X::Private, is no word of ours.
        if around[:1] != ["Holdfast"] or not set(around) <= self.types | self.namespaces:
            return False
        if ABOUT.match(name):
            return last in self.types
        if around[-1] in self.types:
            return True
        return last in self.functions or last == "staticMetaObject" # that of Q_NAMESPACE


def main():
    nm, library, objects, headers, *besides = sys.argv[1:]
    public = Public(Path(headers).read_text().split())
    shown = {name for _, name in symbols(nm, "--dynamic", library)}
    made = symbols(nm, *Path(objects).read_text().split())

    complaints = [f"Exported, and not public: {name}" for name in sorted(shown)
                  if not public.has(name) and name not in MADE_BY_THE_LINKER and name.split("(")[0] not in besides]
    # Weak ones are inline functions, which every user has of his own; of a vtable there must be one for all.
    # What moc writes for itself is hidden by Qt.
    wanted = {name for kind, name in made if kind in "TDBR" or name.startswith("vtable for ")}
    wanted = {name for name in wanted if "::qt_static_metacall(" not in name}
    complaints += [f"Public, and not exported: {name}" for name in sorted(wanted - shown) if public.has(name)]
    if not shown:
        complaints.append("Nothing to link with")
    if complaints:
        sys.exit("\n".join(complaints))
    print(f"{len(shown)} symbols, {len(public.types)} public types")


if __name__ == "__main__":
    main()
