"""``newsparse batch``: folders of articles -> a folder of outputs, or one stream of JSON lines."""

import os
from collections.abc import Generator
from contextlib import AbstractContextManager, closing, nullcontext
from typing import TYPE_CHECKING, Any

import click

from newsparse import remote
from newsparse.batch import Sink, choose_hands, make_output_dir, outcomes, plan_table, skipped
from newsparse.cli import messages, options
from newsparse.cli.codes import EPILOG, MISUSE
from newsparse.cli.inputs import STDIN, check_names, listed_paths
from newsparse.cli.signals import Patience
from newsparse.cli.streams import StandardOutput, write_stdout
from newsparse.cli.summary import table
from newsparse.cli.tally import Tally
from newsparse.errors import OutputClashError, OutputExistsError
from newsparse.hands import Hands, Work
from newsparse.outcome import Outcome
from newsparse.parquet import ParquetFile, is_there
from newsparse.plan import BatchOptions, Plan, make_plan, plan_stream
from newsparse.work import Conversion, Looking, Streaming, Tabulating

if TYPE_CHECKING:
    from newsparse.crew import Death

_SHOWN = 20  # messages of one kind before the rest is only counted


@click.command("batch", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("-o", "--output-dir", metavar="DIR", help="The folder for the outputs, made if need be.")
@options.to_many_option
@click.option(
    "--glob",
    metavar="PATTERN",
    multiple=True,
    help="Only files that fit, as '*.txt' (by name) or 'x/*.txt' (by path); may be given again.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes, above some 200 files [one a core].")
@click.option("--dask", metavar="ADDRESS", help="Work on the Dask cluster whose scheduler is there (tcp://...:8786).")
@click.option("--skip-existing", is_flag=True, help="Leave out inputs whose output is there (take up a run again).")
@click.option("--force", is_flag=True, help="Replace outputs that are there.")
@click.option("--keep-suffix", is_flag=True, help="a.txt becomes a.txt.json, so that a.html may lie beside it.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first input that fails.")
@click.option("-n", "--dry-run", is_flag=True, help="Print 'input -> output' for each file and write nothing.")
@click.option("--report", metavar="FILE", help="Write a JSON line about each input here.")
@click.option(
    "--summary", is_flag=True, help="A table of forms, languages, fields and notes; without -o and -t only that."
)
@click.option("-0", "--null", "nul", is_flag=True, help="With PATH '-': the list is parted by NUL, not by lines.")
@options.reading_options
@options.writing_options
@options.reporting_options
def command(paths: tuple[str, ...], output_dir: str | None, **chosen: Any) -> int:
    """Convert every article under PATH... into a folder, one output each.

    PATH is a folder, a file, or - for a list of paths on the standard input. articles/x/a.txt under articles/ becomes
    DIR/x/a.json. Hidden files and links to folders are passed over. With -t jsonl and no -o all records go to the
    standard output.
    """
    run = _Run(chosen)
    listed = _paths(paths, nul=chosen["nul"])
    if chosen["to"] == "parquet":
        return run.tabulate(output_dir, listed)
    to = options.check_writer(chosen, "json")
    assert to is not None
    if output_dir is not None:
        return run.into(output_dir, listed, to=to)
    if chosen["summary"] and chosen["to"] is None and chosen["template"] is None:
        return run.look(listed)
    if to == "jsonl":
        return run.stream(listed)
    raise click.UsageError("batch needs --output-dir DIR (or -t jsonl for one stream on the standard output)")


def _paths(paths: tuple[str, ...], *, nul: bool) -> list[str]:
    if not paths:
        raise click.UsageError("no input: batch takes folders, files, or - for a list of paths")
    if check_names(paths) != (STDIN,):
        return list(paths)
    return listed_paths(nul=nul)


def _settings(chosen: dict[str, Any]) -> BatchOptions:
    if chosen["force"] and chosen["skip_existing"]:
        raise click.UsageError("--force and --skip-existing exclude each other")
    return BatchOptions(
        reading=options.reading(chosen),
        write=options.writing(chosen),
        glob=chosen["glob"],
        keep_suffix=chosen["keep_suffix"],
        summary=chosen["summary"],
        table="quotes" if chosen["table"] == "quotes" else "records",
        existing="replace" if chosen["force"] else "skip" if chosen["skip_existing"] else "refuse",
    )


class _Run:
    """One run of the command: what was chosen for it and the account of it."""

    def __init__(self, chosen: dict[str, Any]) -> None:
        self.reports = options.reports(chosen)
        self.settings = _settings(chosen)
        self.fail_fast: bool = chosen["fail_fast"]
        self.dry_run: bool = chosen["dry_run"]
        self.summary: bool = chosen["summary"]
        self.report: str | None = chosen["report"]
        self.jobs: int = chosen["jobs"] or _cores()
        self.dask: str | None = chosen["dask"]

    def into(self, folder: str, paths: list[str], *, to: str) -> int:
        """Every file under ``paths`` into ``folder``."""
        if self.dask is not None and not remote.is_url(folder):
            folder = os.path.abspath(remote.local(folder))  # noqa: PTH100  the workers have another working directory
        try:
            plan = make_plan(paths, to=to, output_dir=folder, options=self.settings)
        except (OutputClashError, OutputExistsError) as error:
            return _refused(error, paths, self.settings)
        assert plan.naming is not None
        return self._do(plan, Conversion(to, plan.naming.output_dir, self.settings), folder=plan.naming.output_dir)

    def tabulate(self, output: str | None, paths: list[str]) -> int:
        """One Parquet file of all records, or of all quotations."""
        if output is None:
            raise click.UsageError("Parquet needs --output-dir: a folder, or a file whose name ends in .parquet")
        try:
            plan, table, target = plan_table(paths, output, self.settings)
        except OutputExistsError as error:
            return _refused(error, paths, self.settings)
        if self.settings.existing == "skip" and is_there(target):
            return self._account(len(plan), skipped(plan, target))
        return self._do(plan, Tabulating(self.settings, table), ParquetFile(target, table), shown=target)

    def stream(self, paths: list[str]) -> int:
        """Every record of every file as a line on the standard output."""
        return self._do(plan_stream(paths, self.settings), Streaming(self.settings), StandardOutput())

    def look(self, paths: list[str]) -> int:
        """Nothing but the summary."""
        return self._do(plan_stream(paths, self.settings), Looking(self.settings))

    def _do(  # noqa: PLR0913  what to do, and where it goes
        self, plan: Plan, work: Work, sink: Sink | None = None, *, folder: str | None = None, shown: str = STDIN
    ) -> int:
        if not plan and not plan.unreadable:
            messages.say("no files found")
            return MISUSE
        if self.dry_run:
            return self._show(plan, shown)
        if folder is not None:
            try:
                make_output_dir(folder)
            except OSError as error:
                messages.failure(error, path=folder, debug=self.reports.debug)
                return MISUSE
        streaming = isinstance(sink, StandardOutput)
        with self._hands(plan, work) as hands:
            return self._account(len(plan), outcomes(plan, hands, sink), hands, streaming=streaming)

    def _hands(self, plan: Plan, work: Work) -> AbstractContextManager[Hands]:
        if self.dask is not None:
            from newsparse.cluster import cluster

            return cluster(self.dask, work)
        return nullcontext(choose_hands(work, plan, self.jobs, on_death=_told))

    def _account(
        self, total: int, results: Generator[Outcome], hands: Hands | None = None, *, streaming: bool = False
    ) -> int:
        with Patience() as patience, Tally(self.report, total, self.reports) as tally, closing(results):
            if hands is not None:
                patience.then(hands.stop)
            for outcome in results:
                tally.add(outcome)
                if outcome.hopeless:
                    messages.say("stopped: the output cannot be written")
                if outcome.hopeless or (self.fail_fast and tally.failed):
                    break
        if self.summary and streaming:
            messages.tell("".join(table(tally.found)))
        elif self.summary:
            write_stdout(table(tally.found))
        return patience.code or self.reports.exit_code

    def _show(self, plan: Plan, shown: str) -> int:
        for path, why in plan.unreadable:
            self.reports.failed_because(path, why)
        write_stdout(
            f"{messages.harmless(job.input)} -> {messages.harmless(job.output or shown)}\n"
            for job in plan.without_content()
        )
        return self.reports.exit_code


def _told(death: "Death") -> None:
    files = "1 file" if death.jobs == 1 else f"{death.jobs} files"
    messages.say(f"worker {death.pid} died ({death.how}) with {files} in hand; they are tried again one by one")


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _refused(error: OutputClashError | OutputExistsError, paths: list[str], settings: BatchOptions) -> int:
    """A line for each clash; and which inputs wait because of it, so that no one takes them for done."""
    _say_some(error.lines)
    if isinstance(error, OutputClashError):
        named = {path for clash in error.clashes for path in clash[:2]}
        waiting = [job.input for job in plan_stream(paths, settings).without_content() if job.input not in named]
        more = f" and {len(waiting) - _SHOWN} more" if len(waiting) > _SHOWN else ""
        messages.say(
            "nothing was written" + (f"; also waiting: {', '.join(waiting[:_SHOWN])}{more}" if waiting else "")
        )
    return MISUSE


def _say_some(lines: tuple[str, ...]) -> None:
    for line in lines[:_SHOWN]:
        messages.say(line)
    if len(lines) > _SHOWN:
        messages.say(f"... and {len(lines) - _SHOWN} more")
