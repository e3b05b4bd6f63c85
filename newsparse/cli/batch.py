"""``newsparse batch``: folders of articles -> a folder of outputs, or one stream of JSON lines."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from newsparse.batch import Conversion, Outcome, attempt, run
from newsparse.cli import messages, options
from newsparse.cli.codes import EPILOG, MISUSE
from newsparse.cli.inputs import STDIN, check_names, listed_paths
from newsparse.cli.messages import Reports
from newsparse.cli.signals import Patience
from newsparse.cli.streams import write_stdout
from newsparse.cli.tally import Tally
from newsparse.errors import OutputClashError, OutputExistsError
from newsparse.formats import writer
from newsparse.model import Record
from newsparse.plan import BatchOptions, Found, Job, Plan, find_inputs, make_plan

_SHOWN = 20  # messages of one kind before the rest is only counted


@click.command("batch", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("-o", "--output-dir", metavar="DIR", help="The folder for the outputs, made if need be.")
@options.to_option
@click.option("--glob", metavar="PATTERN", help="Only files that fit, as '*.txt' (by name) or 'x/*.txt' (by path).")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Files at a time [1].")
@click.option("--skip-existing", is_flag=True, help="Leave out inputs whose output is there (take up a run again).")
@click.option("--force", is_flag=True, help="Replace outputs that are there.")
@click.option("--keep-suffix", is_flag=True, help="a.txt becomes a.txt.json, so that a.html may lie beside it.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first input that fails.")
@click.option("-n", "--dry-run", is_flag=True, help="Print 'input -> output' for each file and write nothing.")
@click.option("--report", metavar="FILE", help="Write a JSON line about each input here.")
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
    to = options.check_writer(chosen["to"] or "json")
    listed = _paths(paths, nul=chosen["nul"])
    settings = _settings(chosen)
    if output_dir is None:
        if to != "jsonl":
            raise click.UsageError("batch needs --output-dir DIR (or -t jsonl for one stream on the standard output)")
        return _Run(options.reports(chosen), chosen).stream(listed, settings)
    return _Run(options.reports(chosen), chosen).into(Path(output_dir), listed, to=to, settings=settings)


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
        existing="replace" if chosen["force"] else "skip" if chosen["skip_existing"] else "refuse",
    )


class _Run:
    """One run of the command: what was chosen for it and the account of it."""

    def __init__(self, reports: Reports, chosen: dict[str, Any]) -> None:
        self.reports = reports
        self.fail_fast: bool = chosen["fail_fast"]
        self.dry_run: bool = chosen["dry_run"]
        self.report: str | None = chosen["report"]

    def into(self, folder: Path, paths: list[str], *, to: str, settings: BatchOptions) -> int:
        """Every file under ``paths`` into ``folder``."""
        try:
            plan = make_plan(paths, to=to, output_dir=folder, options=settings)
        except (OutputClashError, OutputExistsError) as error:
            return _refused(error, paths, settings)
        if not plan.jobs and not plan.unreadable:
            return _no_input(paths)
        if self.dry_run:
            return self._show(plan)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            messages.failure(error, path=str(folder), debug=self.reports.debug)
            return MISUSE
        outcomes = run(plan.jobs, Conversion(to, folder, settings))
        return self._account(plan.unreadable, outcomes, len(plan.jobs))

    def stream(self, paths: list[str], settings: BatchOptions) -> int:
        """Every record of every file as a line on the standard output."""
        unreadable: list[tuple[str, str]] = []
        found = list(find_inputs(paths, unreadable, glob=settings.glob))
        if not found and not unreadable:
            return _no_input(paths)
        if self.dry_run:
            return self._show(Plan(tuple(Job(item.path, Path(STDIN), item.path) for item in found), tuple(unreadable)))
        return self._account(unreadable, (_streamed(item, settings) for item in found), len(found))

    def _account(self, unreadable: Iterable[tuple[str, str]], outcomes: Iterator[Outcome], total: int) -> int:
        with Patience() as patience, Tally(self.report, total, self.reports) as tally:
            for path, why in unreadable:
                tally.add(Outcome(path, "failed", error=why))
            for outcome in outcomes:
                tally.add(outcome)
                if outcome.hopeless:
                    messages.say("stopped: the output cannot be written")
                if patience.code or outcome.hopeless or (self.fail_fast and tally.failed):
                    break
        return patience.code or self.reports.exit_code

    def _show(self, plan: Plan) -> int:
        for path, why in plan.unreadable:
            self.reports.failed_because(path, why)
        write_stdout(f"{messages.harmless(job.input)} -> {messages.harmless(str(job.output))}\n" for job in plan.jobs)
        return self.reports.exit_code


def _streamed(item: Found, settings: BatchOptions) -> Outcome:
    """A line a record, flushed. What is wrong with the output is no failure of the input: it ends the run."""
    broken: list[BaseException] = []

    def write(records: Iterator[Record]) -> tuple[str, ...]:
        for line in writer("jsonl").write(records, settings.write):
            try:
                write_stdout([line], flush=True)
            except Exception as error:
                broken.append(error)
                raise
        return ()

    outcome = attempt(item.path, settings.reading, write)
    if broken:
        raise broken[0]
    return outcome


def _no_input(paths: list[str]) -> int:
    messages.say("no files found", path=", ".join(paths) or None)
    return MISUSE


def _refused(error: OutputClashError | OutputExistsError, paths: list[str], settings: BatchOptions) -> int:
    """A line for each clash; and which inputs wait because of it, so that no one takes them for done."""
    _say_some(error.lines)
    if isinstance(error, OutputClashError):
        named = {path for clash in error.clashes for path in clash[:2]}
        waiting = [item.path for item in find_inputs(paths, [], glob=settings.glob) if item.path not in named]
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
