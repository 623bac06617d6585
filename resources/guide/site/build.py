# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

"""build.py FOLDER: makes the site of the guide and the reference in FOLDER/html.

The pages are Markdown as GitHub shows it; here they get ids and links as Doxygen wants them. Every warning of Doxygen
and every link that leads nowhere is an error.
"""

import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
GUIDE = ROOT / "resources/guide"
# Path → id and the words of the menu, in this order.
PAGES = {
    "resources/guide/README.md": ("index", "Guide"),
    "resources/guide/start-cpp.md": ("start-cpp", "Getting started in C++"),
    "resources/guide/start-qml.md": ("start-qml", "Getting started in QML"),
    "resources/guide/start-widgets.md": ("start-widgets", "Getting started with Qt Widgets"),
    "resources/guide/porting.md": ("porting", "Porting from QWebSocket"),
    "resources/guide/delivery.md": ("delivery", "What a message may rely on"),
    "resources/guide/tokens-and-tls.md": ("tokens-and-tls", "Tokens and TLS"),
    "resources/guide/qml-types.md": ("qml-types", "The QML types"),
    "resources/guide/extending.md": ("extending", "Writing a Protocol and a MessageStore"),
    "resources/guide/server.md": ("server", "The server's side"),
    "lib/hub/PROTOCOL.md": ("protocol", "holdfast.v1.json"),
    "resources/guide/nginx.md": ("nginx", "Behind nginx"),
    "resources/guide/troubleshooting.md": ("troubleshooting", "Troubleshooting by symptom"),
    "README.md": ("overview", "Overview, promises and figures"),
    "qml/README.md": ("qml-module", "The QML module"),
    "lib/README.md": ("inside", "The library, inside"),
}
LANGUAGES = {"cpp": "{.cpp}", "qml": "{.js}"}


def slug(heading):
    heading = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
    return re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")


def dot(mermaid):
    """A state diagram, for Doxygen."""
    lines = ['digraph { bgcolor="transparent" node [shape=box style="rounded" fontname="sans-serif" fontsize=11]'
             ' edge [fontname="sans-serif" fontsize=9]']
    for start, end, why in re.findall(r"^\s*(\S+) --> (\S+)(?: : (.*))?$", mermaid, re.M):
        if start != "[*]":
            lines.append(f'{start} -> {end} [label="{why.replace(", ", chr(92) + "n")}"]')
    return "@dot\n" + "\n".join(lines) + "\n}\n@enddot\n"


class Page:
    def __init__(self, path):
        self.path = ROOT / path
        self.id, self.title = PAGES[path]
        self.images = set()

    def target(self, link):
        """Where a link of the page leads in the site: an id, or nothing."""
        path, _, anchor = link.partition("#")
        file = (self.path.parent / path).resolve() if path else self.path
        name = str(file.relative_to(ROOT))
        if name in PAGES:
            id = PAGES[name][0]
            return f"{id}-{anchor}" if anchor else id
        if name.startswith("app/examples/"):
            return "example-" + name.split("/")[2]
        return "inside" if name == "lib" else None

    def link(self, match):
        words, link = match["words"], match["link"]
        if re.match(r"\w+:", link):
            return match[0]
        id = self.target(link)
        if id == "index":
            return f"[{words}](index.html)"
        return f"[{words.replace('`', '')}](@ref {id})" if id else words

    def image(self, match):
        path = (self.path.parent / match["link"]).resolve()
        self.images.add(path)
        return f'<img src="{path.name}" alt="{match["words"]}"/>'

    def prose(self, text):
        text = re.sub(r"<!--.*?-->\n?", "", text, flags=re.S)
        # The library's name, and not its namespace.
        text = "".join(part if part.startswith("`") else re.sub(r"(?<![\w/%-])Holdfast\b(?!/)", "%Holdfast", part)
                       for part in re.split(r"(`[^`\n]*`)", text))
        text = re.sub(r"!\[(?P<words>[^]]*)\]\((?P<link>[^)\s]+)\)", self.image, text)
        text = re.sub(r"\[(?P<words>[^]]*)\]\((?P<link>[^)\s]+)\)", self.link, text)
        # In a table Doxygen takes the stroke in code for the end of the cell.
        text = re.sub(r"`[^`\n]*\\\|[^`\n]*`", lambda m: m[0].replace("\\|", "¦"), text)
        if self.id == "index":
            text = re.sub(r"\A# .*\n", "# The %Holdfast guide {#mainpage}\n", text)
        else:
            text = re.sub(r"\A# .*\n", f"# {self.title} {{#{self.id}}}\n", text)
        return re.sub(r"^(##+) (.*)$", lambda m: f"{m[1]} {m[2]} {{#{self.id}-{slug(m[2])}}}", text, flags=re.M)

    def write(self, folder):
        parts = re.split(r"^```(\w*)\n(.*?)^```\n", self.path.read_text(), flags=re.M | re.S)
        result = self.prose(parts[0])
        for language, code, prose in zip(parts[1::3], parts[2::3], parts[3::3]):
            if language == "mermaid":
                result += dot(code)
            else:
                result += f"```{LANGUAGES.get(language, '{.unparsed}')}\n{code}```\n"
            result += self.prose(prose) if not prose.startswith("# ") else prose
        (folder / f"{self.id}.md").write_text(result)


def write_example(folder, stage):
    text = f"# The example {folder.name} {{#example-{folder.name}}}\n\nIn the sources: `app/examples/{folder.name}`.\n"
    order = {".qml": 0, ".h": 1, ".cpp": 2}
    files = [file for file in folder.iterdir() if file.suffix in order]
    for file in sorted(files, key=lambda f: (f.name == "main.cpp", f.stem, order[f.suffix])):
        code = re.sub(r"\A(// SPDX-.*\n)+\n*", "", file.read_text())
        code = re.sub(r"^ *//! \[\w+\]\n", "", code, flags=re.M)
        kind = "{.js}" if file.suffix == ".qml" else "{.cpp}"
        text += f"\n**{file.name}**\n\n```{kind}\n{code}```\n"
    (stage / f"example-{folder.name}.md").write_text(text)


def public_headers():
    text = (ROOT / "lib/cmake/headers.cmake").read_text()
    lists = re.findall(r"HOLDFAST_PUBLIC_CLASSES\n(.*?)\)", text, re.S)
    return [ROOT / "lib" / (name.lower() + ".h") for part in lists for name in part.split()]


def version():
    return re.search(r"VERSION ([\d.]+)\n", (ROOT / "CMakeLists.txt").read_text())[1]


def configure(folder, stage, images):
    entries = "\n".join(f'      <tab type="user" url="@ref {id}" title="{title}"/>'
                        for id, title in PAGES.values() if id != "index")
    examples = sorted(path.stem for path in stage.glob("example-*.md"))
    listed = "\n".join(f'      <tab type="user" url="@ref {id}" title="{id.removeprefix("example-")}"/>' for id in examples)
    layout = (HERE / "layout.xml.in").read_text().replace("@PAGES@", entries).replace("@EXAMPLES@", listed)
    (folder / "layout.xml").write_text(layout)
    inputs = [stage / f"{id}.md" for id, _ in PAGES.values()] + [stage / f"{id}.md" for id in examples]
    inputs += [HERE / "namespaces.dox"] + public_headers()
    settings = {
        "PROJECT_NUMBER": version(),
        "OUTPUT_DIRECTORY": folder,
        "INPUT": " ".join(map(str, inputs)),
        "USE_MDFILE_AS_MAINPAGE": stage / "index.md",
        "LAYOUT_FILE": folder / "layout.xml",
        "HTML_EXTRA_STYLESHEET": HERE / "style.css",
        "HTML_EXTRA_FILES": " ".join(map(str, sorted(images))),
        "FILTER_PATTERNS": f'*.h="{sys.executable} {HERE}/headers.py"',
        "STRIP_FROM_PATH": ROOT,
    }
    text = (HERE / "Doxyfile").read_text()
    text += "".join(f"{key} = {value}\n" for key, value in settings.items())
    (folder / "Doxyfile").write_text(text)


class Links(html.parser.HTMLParser):
    """The links and the anchors of one file."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = set(), set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        for key, value in attributes:
            if key in ("href", "src", "data") and value:
                self.links.add(value)
            elif key in ("id", "name") and value:
                self.anchors.add(value)


def broken(folder):
    files = {path.name: Links(path) for path in folder.glob("*.html")}
    wrong = []
    for name, file in sorted(files.items()):
        for link in sorted(file.links):
            url = urllib.parse.urlsplit(link)
            if url.scheme or url.netloc or link == "#":
                continue
            target = urllib.parse.unquote(url.path) or name
            if not (folder / target).exists():
                wrong.append(f"{name}: {link} leads nowhere")
            elif url.fragment and target in files and url.fragment not in files[target].anchors:
                wrong.append(f"{name}: {link}: no such place")
    return wrong


def mend(folder):
    """A class with a private struct has a link to a chapter that Doxygen does not write."""
    for path in folder.glob("class*.html"):
        text = path.read_text()
        if 'href="#nested-classes"' in text and 'name="nested-classes"' not in text:
            path.write_text(re.sub(r'<a href="#nested-classes">.*?</a>( &#124;)?\s*', "", text))


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    stage = folder / "pages"
    for old in (folder / "html", stage):
        shutil.rmtree(old, ignore_errors=True)
    stage.mkdir(parents=True)
    missing = {str(path.relative_to(ROOT)) for path in GUIDE.glob("*.md")} - PAGES.keys()
    if missing:
        sys.exit(f"build.py does not know {missing}")
    images = set()
    for path in PAGES:
        page = Page(path)
        page.write(stage)
        images |= page.images
    for example in sorted(path for path in (ROOT / "app/examples").iterdir() if path.is_dir()):
        write_example(example, stage)
    configure(folder, stage, images)
    run = subprocess.run(["doxygen", folder / "Doxyfile"], capture_output=True, text=True)
    if run.returncode or run.stderr.strip():
        sys.exit(run.stderr or "doxygen has failed")
    mend(folder / "html")
    wrong = broken(folder / "html")
    if wrong:
        sys.exit("\n".join(wrong))
    print(folder / "html/index.html")


main()
