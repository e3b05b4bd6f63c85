"""Record -> a URI that names it wherever it lies: the hash of its file's bytes (RFC 6920), and which document of it."""

from base64 import urlsafe_b64encode

from newsparse.model import Record


def uri(record: Record, part: str = "") -> str:
    """The URI of the record, or of a ``part`` of it, which becomes the fragment."""
    source = record.source
    digest = urlsafe_b64encode(bytes.fromhex(source.sha256)).rstrip(b"=").decode("ascii")
    query = f"?document={source.document}" if source.document != 1 else ""
    return f"ni:///sha-256;{digest}{query}" + (f"#{part}" if part else "")
