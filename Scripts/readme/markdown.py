"""What a Markdown file links to, and what stands in it as code. As much of Markdown as the project's own files use."""

import re

LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]*)\)")
SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


class Markdown:
    """A file, cut into prose and code.

    `links`: (line, whether a picture, text, target). `spans`: (line, code in a sentence). `lines`: (line, a line of a
    block of code, as it stands there). `blocks`: the blocks of code, each a text. `anchors`: places that links may name.
    """

    def __init__(self, path, name):
        self.name = name
        self.links, self.spans, self.lines, self.blocks, self.anchors = [], [], [], [], set()
        with open(path, encoding="utf-8") as file:
            text = file.read()
        paragraph, block, fence, is_before_code = [], [], None, True
        for number, line in enumerate(text.split("\n"), 1):
            if fence is not None:
                if line.strip() == fence:
                    fence, is_before_code = None, True
                    self._close(block)
                else:
                    self.lines.append((number, line))
                    block.append(line)
            elif line.startswith("```"):
                self._read(paragraph)
                fence = "`" * (len(line) - len(line.lstrip("`")))
            elif line.startswith("    ") and line.strip() and is_before_code:
                self.lines.append((number, line.strip()))
                block.append(line[4:])
            elif not line.strip():
                self._read(paragraph)
                if block:
                    block.append("")
                is_before_code = True
            else:
                self._close(block)
                is_before_code = False
                if line.startswith("#"):
                    self._read(paragraph)
                    self.anchors.add(anchor(line.lstrip("#").strip()))
                paragraph.append((number, line))
        self._read(paragraph)
        self._close(block)

    def _close(self, block):
        if block:
            self.blocks.append("\n".join(block).strip("\n") + "\n")
        block.clear()

    def _read(self, paragraph):
        if not paragraph:
            return
        first = paragraph[0][0]
        text = "\n".join(line for _, line in paragraph)
        for match in SPAN.finditer(text):
            self.spans.append((first + text.count("\n", 0, match.start()), " ".join(match.group(2).split())))
        # What is code links to nothing, and keeps its place.
        bare = SPAN.sub(lambda match: re.sub(r"[^\n]", "x", match.group()), text)
        for match in LINK.finditer(bare):
            line = first + text.count("\n", 0, match.start())
            self.links.append((line, bool(match.group(1)), match.group(2), match.group(3)))
        paragraph.clear()


def anchor(heading):
    """The name that the usual hosts give to a heading."""
    kept = "".join(letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return kept.replace(" ", "-")


def without_comment(line):
    """A line of a shell without what stands behind its `#`."""
    return re.sub(r"\s+# .*$", "", line)
