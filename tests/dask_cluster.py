"""A Dask scheduler and two worker processes on loopback; prints the scheduler's address and the workers' pids.

Runs until its standard input is closed. A process of its own, so that its threads are not those of the tests.
"""

import os
import sys

from distributed import Client, LocalCluster


def main() -> None:
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        pids = client.run(os.getpid).values()
        sys.stdout.write(f"{cluster.scheduler_address} {' '.join(map(str, pids))}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
