"""``newsparse schema``: the JSON Schema of a record, or an example of one."""

import json

import click

from newsparse.cli.codes import EPILOG
from newsparse.cli.options import always_options
from newsparse.cli.streams import write_stdout

EXAMPLE = """\
Harbour bridge to close for repairs

By Ada Quill

June 3, 2024

PORT ELLERY — The old harbour bridge will close for six weeks, the city said.

“We waited for the dry season,” said Mara Lindqvist, the city engineer.

The harbour bridge in Port Ellery. Photographer: Tom Weld/Harbour Pictures
"""


@click.command("schema", epilog=EPILOG)
@click.option("--example", is_flag=True, help="Print the record of a small article instead.")
@always_options
def command(*, example: bool, **_: object) -> int:
    """Print the JSON Schema (2020-12) that every record of -t json fits."""
    if example:
        from newsparse.pipeline import parse

        record = parse(EXAMPLE, "example.txt").to_dict()
        write_stdout([json.dumps(record, ensure_ascii=False, indent=2), "\n"])
    else:
        from newsparse.schema import text

        write_stdout([text().rstrip("\n"), "\n"])
    return 0
