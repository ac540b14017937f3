"""Writes the generated part of docs/source-code.md: what was measured, and what
the models were trained on.

  card.py report.md
"""
import pathlib
import sys

from corpora import HERE, read_corpora

CARD = HERE.parent.parent / "docs" / "source-code.md"
MARK = "<!-- Below this line: written by npm run train:code. -->\n"


def corpora():
    yield "| package | version | licence | used for |"
    yield "|---|---|---|---|"
    kinds = {"source": "Debian source", "binary": "Debian", "npm": "npm"}
    for entry in sorted(read_corpora(), key=lambda e: (e["kind"], e["name"])):
        use = "measuring" if entry["held"] else "training"
        yield f"| {kinds[entry['kind']]} `{entry['name']}` | {entry['version']} | {entry['licence']} | {use} |"


def main():
    own = CARD.read_text().split(MARK)[0]
    report = pathlib.Path(sys.argv[1]).read_text()
    CARD.write_text(own + MARK + "\n## Measured\n\nOn packages that were not trained on.\n\n" + report
                    + "\n## Trained on\n\nOnly weights are in this repository, no text of these packages, and "
                    "the texts in `scripts/train-code/texts`, which are ours.\n\n"
                    + "\n".join(corpora()) + "\n")


if __name__ == "__main__":
    main()
