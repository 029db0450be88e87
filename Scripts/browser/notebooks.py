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
        # Not every viewer shows attachments.
        assert not any(cell.get("attachments") for cell in notebook.cells), "has an attachment"
        pictures = sum(cell.source.count("<img ") for cell in notebook.cells if cell.cell_type == "markdown")
        page, _ = nbconvert.HTMLExporter(embed_images=True).from_notebook_node(notebook)
        shown = page.count("<img")
        assert shown == pictures, f"has {pictures} pictures, and its HTML shows {shown}"
        nameless = page.count("No description has been provided")
        assert nameless == 0 and 'alt=""' not in page, "has a picture without a description"
    except Exception as error:  # noqa: BLE001 - whatever it is, the notebook is named
        failures += 1
        print(f"{path.name}: {error}")
print(f"{len(paths)} notebooks, {failures} to mend", file=sys.stderr)
sys.exit(1 if failures else 0)
