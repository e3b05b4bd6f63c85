"""The schema and an example of it."""

import json

import jsonschema

from tests.cli.conftest import Here


def test_the_example_fits_the_schema(here: Here) -> None:
    schema = json.loads(here("schema").out)
    example = json.loads(here("schema", "--example").out)
    jsonschema.validate(example, schema, cls=jsonschema.Draft202012Validator)
    assert example["quotes"][0]["speaker"]["name"] == "Mara Lindqvist"
    assert example["captions"][0]["photographer"] == "Tom Weld"
