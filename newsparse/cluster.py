"""A Dask cluster, met at its scheduler's address -> hands for a batch. Dask deals, retries and restarts; we do not.

The workers must have newsparse, and see inputs and outputs under the same paths or URLs as we do.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from newsparse import remote
from newsparse.errors import ClusterError, MissingExtraError
from newsparse.hands import Item, Lent, Work
from newsparse.outcome import Outcome
from newsparse.plan import Job

_PATIENCE = "10s"  # for the scheduler to answer
_AHEAD = 4  # chunks in flight for each thread of the cluster, so that none is idle


@contextmanager
def cluster(address: str, work: Work) -> Iterator[Lent]:
    """The hands of the cluster at ``address`` ("tcp://10.0.0.1:8786"). Raises MissingExtraError and ClusterError."""
    try:
        from distributed import Client
    except ImportError:
        raise MissingExtraError("--dask", "dask") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(address, str(error)) from error
    with client:
        threads = sum(client.nthreads().values())
        yield Lent(Elsewhere(work, os.getcwd()), client.get_executor(), in_flight=_AHEAD * max(threads, 1))  # noqa: PTH109


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Work that is done by a process with another working directory; what it tells names the inputs as we do."""

    work: Work
    here: str

    def __call__(self, job: Job) -> Iterator[Item]:
        """What the work yields of the job."""
        if remote.is_url(job.input):
            yield from self.work(job)
            return
        for item in self.work(replace(job, input=os.path.join(self.here, job.input))):  # noqa: PTH118
            yield replace(item, input=job.input) if isinstance(item, Outcome) else item
