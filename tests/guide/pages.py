# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

"""Keeps the pages of resources/guide true.

A block of code follows a comment that says where it is from:

    <!-- app/examples/quick/Main.qml -->               the whole file, without its SPDX lines
    <!-- app/examples/token/main.cpp: provider -->     what is between two lines "//! [provider]"
    <!-- file: main.cpp -->                            nowhere else; tests/package follows the page
    <!-- instead of find_package(Holdfast -->          the same, for a build that includes Holdfast
    <!-- lines of tests/faults/nginx.cpp -->           each line is there, but for addresses

    pages.py check                  all of that, and the links; --update writes the blocks
    pages.py follow PAGE FOLDER     writes the page's files into a folder; --guest SOURCE for the "instead"
    pages.py members HEADER         porting.md has a word for each public member of QWebSocket
    pages.py types QMLTYPES         qml-types.md names what QML sees, and nothing else
"""

import argparse
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = ROOT / "resources/guide"
LINKED = ["README.md", "lib/README.md", "qml/README.md", "lib/hub/PROTOCOL.md"]
QUOTED = {"cpp", "qml", "cmake", "nginx"}
BLOCK = re.compile(r"(?:<!-- (?P<source>[^>]*?) -->\n)?```(?P<language>\w*)\n(?P<code>.*?)```\n", re.S)

INTERNAL = {"Announcer"}

complaints = []


def complain(where, what):
    complaints.append(f"{where}: {what}")


def quoted(source):
    """What the page should show for `source`; None if that says nothing about another file."""
    path, _, name = source.partition(": ")
    text = (ROOT / path).read_text()
    if name:
        parts = re.split(rf"^ *//! \[{re.escape(name)}\]\n", text, flags=re.M)
        if len(parts) < 3:
            raise KeyError(f"no [{name}] in {path}")
        text = "\n".join(textwrap.dedent(part).rstrip("\n") + "\n" for part in parts[1::2])
    else:
        text = re.sub(r"\A(//|#) SPDX-[^\n]*\n(//|#) SPDX-[^\n]*\n\n", "", text)
    return re.sub(r"^ *//! \[\w+\]\n", "", text, flags=re.M)


def check_lines(page, source, code):
    there = re.sub(r"[^\S\n]+", " ", (ROOT / source.removeprefix("lines of ")).read_text())
    for line in filter(None, map(str.strip, code.splitlines())):
        pattern = re.escape(line)
        pattern = re.sub(r"http://127\\.0\\.0\\.1:\d+", r"http://127\\.0\\.0\\.1:(%\\d|\\d+)", pattern)
        if not re.search(pattern, there):
            complain(page.name, f"“{line}” is not in {source}")


def check_blocks(page, update):
    text = page.read_text()

    def checked(match):
        source, language, code = match["source"], match["language"], match["code"]
        if language not in QUOTED:
            return match[0]
        if not source:
            if language != "cmake":
                complain(page.name, f"a block of {language} from nowhere: {code[:60]!r}")
        elif source.startswith("lines of "):
            check_lines(page, source, code)
        elif not source.startswith(("file: ", "instead of ")):
            try:
                wanted = quoted(source)
            except (KeyError, OSError) as error:
                complain(page.name, error)
                return match[0]
            if code != wanted and not update:
                complain(page.name, f"not what is in {source} (tests/guide/pages.py check --update)")
            return f"<!-- {source} -->\n```{language}\n{wanted}```\n"
        return match[0]

    new = BLOCK.sub(checked, text)
    if update and new != text:
        page.write_text(new)


def anchors(path):
    """Those that GitHub and Doxygen make of the headings."""
    text = re.sub(r"```.*?```", "", path.read_text(), flags=re.S)
    found = set()
    for heading in re.findall(r"^#+ +(.*?)$", text, re.M):
        heading = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
        found.add(re.sub(r"[^\w\- ]", "", heading).replace(" ", "-"))
    return found


def check_links(page):
    text = re.sub(r"```.*?```", "", page.read_text(), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"\w+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        name = page.relative_to(ROOT)
        if not file.exists():
            complain(name, f"{target} leads nowhere")
        elif anchor and file.suffix == ".md" and anchor not in anchors(file):
            complain(name, f"{target}: there is no such heading")


def follow(page, folder, guest):
    folder.mkdir(parents=True, exist_ok=True)
    text = page.read_text()
    files = {}
    instead = None
    for match in BLOCK.finditer(text):
        source = match["source"] or ""
        if source.startswith("file: "):
            files[source.removeprefix("file: ")] = match["code"]
        elif source.startswith("instead of "):
            instead = (source.removeprefix("instead of "), match["code"])
        elif source.startswith("app/examples/") and ": " not in source:
            files[pathlib.PurePath(source).name] = match["code"]
    if guest:
        prefix, lines = instead
        lines = lines.replace("/path/to/holdfast", guest)
        cmake = files["CMakeLists.txt"]
        new = re.sub(rf"^{re.escape(prefix)}.*\n", lambda _: lines, cmake, flags=re.M)
        if new == cmake:
            sys.exit(f"{page.name}: there is no line {prefix}")
        files["CMakeLists.txt"] = re.sub(r"\n *IMPORT_PATH [^)]*\)", ")", new)
    for name, content in files.items():
        (folder / name).write_text(content)


def members(header):
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", pathlib.Path(header).read_text(), flags=re.S)
    start = re.search(r"class Q_WEBSOCKETS_EXPORT QWebSocket : public QObject\s*\{", text).end()
    body = text[start:text.index("private:", text.index("Q_SIGNALS:", start))]
    names = set(re.findall(r"(\w+)\([^;{}]*\)\s*(?:const)?\s*(?:override)?;", body))
    names -= {"Q_DISABLE_COPY", "Q_DECLARE_PRIVATE", "QWebSocket", "QT_DEPRECATED_VERSION_X_6_5", "QT_DEPRECATED_SINCE"}
    rows = re.findall(r"^\| (`.*?) \|", (GUIDE / "porting.md").read_text(), re.M)
    said = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    for name in sorted(names - said):
        complain("porting.md", f"has no row for QWebSocket::{name}()")
    if len(names) < 60:
        complain("porting.md", f"only {len(names)} members were found in {header}")


def components(text):
    """The properties, signals and functions of a QML file's root."""
    names = re.findall(r"^    (?:required |readonly |default )*property (?:alias|[\w.<>]+) (\w+)", text, re.M)
    names += re.findall(r"^    signal (\w+)", text, re.M)
    names += re.findall(r"^    function (\w+)", text, re.M)
    return set(names)


def exported(path):
    """What `path` describes, by the name of its C++ class."""
    blocks = re.split(r"^    Component \{", pathlib.Path(path).read_text(), flags=re.M)[1:]
    found = {}
    for block in blocks:
        own = re.search(r'^        name: "([^"]+)"', block, re.M)[1]
        base = re.search(r'^        prototype: "([^"]+)"', block, re.M)
        export = re.search(r'exports: \[\s*"Holdfast/(\w+) ', block)
        properties = set(re.findall(r'Property \{\s*name: "(\w+)"', block))
        calls = set(re.findall(r'(?:Method|Signal) \{\s*name: "(\w+)"', block))
        found[own] = {"base": base and base[1], "export": export and export[1], "enum": 'accessSemantics: "none"' in block,
                      "members": properties | calls}
    return found


def is_notification(name, properties):
    return name.endswith("Changed") and name[:-len("Changed")] in properties


def types(path):
    known = exported(path)
    enums = {type["export"] for type in known.values() if type["enum"] and type["export"]}
    wanted = {}
    for own, type in known.items():
        name = "policy" if own.endswith("DeclarativePolicy") else type["export"]
        if not name or name in enums | INTERNAL:
            continue
        members = set(type["members"])
        while (base := type["base"]) and not base.startswith("QAbstract") and (type := known.get(base)):  # 6.11 tells those
            members |= type["members"]
        wanted[name] = {member for member in members if not is_notification(member, members)}
    public = re.search(r"set\(qml_files\n(.*?)\)", (ROOT / "qml/CMakeLists.txt").read_text(), re.S)[1].split()
    for file in public:
        wanted[file.removesuffix(".qml")] = components((ROOT / "qml" / file).read_text())
    page = (GUIDE / "qml-types.md").read_text()
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    wanted["Enums"] = enums
    for name, members in sorted(wanted.items()):
        rows = re.findall(r"^\| (`.*?) \|", sections.get(name, ""), re.M)
        said = {word for row in rows for word in re.findall(r"`(\w+)", row)}
        for member in sorted(members - said):
            complain("qml-types.md", f"{name}: {member} is missing")
        for member in sorted(said - members):
            complain("qml-types.md", f"{name}: there is no {member}")
    for name in sorted(sections.keys() - wanted.keys()):
        complain("qml-types.md", f"there is no {name}")


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check")
    check.add_argument("--update", action="store_true")
    following = commands.add_parser("follow")
    following.add_argument("page", type=pathlib.Path)
    following.add_argument("folder", type=pathlib.Path)
    following.add_argument("--guest", default="")
    commands.add_parser("members").add_argument("header")
    commands.add_parser("types").add_argument("qmltypes")
    arguments = parser.parse_args()
    if arguments.command == "check":
        pages = sorted(GUIDE.glob("*.md"))
        for page in pages:
            check_blocks(page, arguments.update)
        for page in pages + [ROOT / name for name in LINKED]:
            check_links(page)
    elif arguments.command == "follow":
        follow(arguments.page, arguments.folder, arguments.guest)
    elif arguments.command == "members":
        members(arguments.header)
    else:
        types(arguments.qmltypes)
    if complaints:
        sys.exit("\n".join(complaints))


main()
