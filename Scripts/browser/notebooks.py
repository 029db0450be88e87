"""Validates every notebook of a folder, and converts each to HTML. Called by Scripts/test-notebooks."""

import logging
import pathlib
import sys
import warnings

import nbconvert
import nbformat

folder = pathlib.Path(sys.argv[1])
paths = sorted(folder.glob("*.ipynb"))
failures = 0 if paths else 1
# What the two packages warn of is what they would mend themselves: it counts.
warnings.simplefilter("error")
logging.getLogger("traitlets").setLevel(logging.ERROR)
for path in paths:
    try:
        notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5), "is not nbformat 4.5"
        nbformat.validate(notebook)
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        drawn = [output for output in outputs if "image/png" in output.get("data", {})]
        # nbconvert 7 reads no description of an output; a notebook keeps it all the same, twice.
        for output in drawn:
            assert output.metadata["image/png"]["alt"] == output.data["text/plain"] != "", "has a nameless picture"
        pictures = len(drawn) + sum(len(cell.get("attachments", {})) for cell in notebook.cells)
        page, _ = nbconvert.HTMLExporter(embed_images=True).from_notebook_node(notebook)
        shown = page.count("<img")
        assert shown == pictures, f"has {pictures} pictures, and its HTML shows {shown}"
        nameless = page.count("No description has been provided")
        assert nameless == len(drawn), "has an attached picture without a description"
    except Exception as error:  # noqa: BLE001 - whatever it is, the notebook is named
        failures += 1
        print(f"{path.name}: {error}")
print(f"{len(paths)} notebooks, {failures} to mend", file=sys.stderr)
sys.exit(1 if failures else 0)
