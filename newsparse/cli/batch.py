"""``newsparse batch``: folders of articles -> a folder of outputs, or one stream of JSON lines."""

import os
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from newsparse.batch import choose_hands, make_output_dir, run, unreadable
from newsparse.cli import messages, options
from newsparse.cli.codes import EPILOG, MISUSE
from newsparse.cli.inputs import STDIN, check_names, listed_paths
from newsparse.cli.messages import Reports
from newsparse.cli.signals import Patience
from newsparse.cli.streams import write_stdout, write_stdout_bytes
from newsparse.cli.summary import table
from newsparse.cli.tally import Tally
from newsparse.errors import OutputClashError, OutputExistsError
from newsparse.hands import Work
from newsparse.outcome import Outcome
from newsparse.plan import BatchOptions, Plan, make_plan, plan_stream
from newsparse.work import Conversion, Looking, Streaming

if TYPE_CHECKING:
    from newsparse.crew import Death

_SHOWN = 20  # messages of one kind before the rest is only counted


@click.command("batch", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("-o", "--output-dir", metavar="DIR", help="The folder for the outputs, made if need be.")
@options.to_option
@click.option(
    "--glob",
    metavar="PATTERN",
    multiple=True,
    help="Only files that fit, as '*.txt' (by name) or 'x/*.txt' (by path); may be given again.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes, above some 200 files [one a core].")
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
    to = options.check_writer(chosen["to"] or "json")
    listed = _paths(paths, nul=chosen["nul"])
    settings = _settings(chosen)
    if output_dir is None:
        if chosen["summary"] and chosen["to"] is None:
            return _Run(options.reports(chosen), chosen).look(listed, settings)
        if to != "jsonl":
            raise click.UsageError("batch needs --output-dir DIR (or -t jsonl for one stream on the standard output)")
        return _Run(options.reports(chosen), chosen).stream(listed, settings)
    return _Run(options.reports(chosen), chosen).into(output_dir, listed, to=to, settings=settings)


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
        existing="replace" if chosen["force"] else "skip" if chosen["skip_existing"] else "refuse",
    )


class _Run:
    """One run of the command: what was chosen for it and the account of it."""

    def __init__(self, reports: Reports, chosen: dict[str, Any]) -> None:
        self.reports = reports
        self.fail_fast: bool = chosen["fail_fast"]
        self.dry_run: bool = chosen["dry_run"]
        self.summary: bool = chosen["summary"]
        self.report: str | None = chosen["report"]
        self.jobs: int = chosen["jobs"] or _cores()

    def into(self, folder: str, paths: list[str], *, to: str, settings: BatchOptions) -> int:
        """Every file under ``paths`` into ``folder``."""
        try:
            plan = make_plan(paths, to=to, output_dir=folder, options=settings)
        except (OutputClashError, OutputExistsError) as error:
            return _refused(error, paths, settings)
        if not plan and not plan.unreadable:
            return _no_input(paths)
        if self.dry_run:
            return self._show(plan)
        assert plan.naming is not None
        try:
            make_output_dir(plan.naming.output_dir)
        except OSError as error:
            messages.failure(error, path=folder, debug=self.reports.debug)
            return MISUSE
        return self._account(plan, Conversion(to, plan.naming.output_dir, settings))

    def stream(self, paths: list[str], settings: BatchOptions) -> int:
        """Every record of every file as a line on the standard output."""
        plan = plan_stream(paths, settings)
        if not plan and not plan.unreadable:
            return _no_input(paths)
        if self.dry_run:
            return self._show(plan)
        return self._account(plan, Streaming(settings), data_on_stdout=True)

    def look(self, paths: list[str], settings: BatchOptions) -> int:
        """Nothing but the summary."""
        plan = plan_stream(paths, settings)
        if not plan and not plan.unreadable:
            return _no_input(paths)
        return self._account(plan, Looking(settings))

    def _account(self, plan: Plan, work: Work, *, data_on_stdout: bool = False) -> int:
        hands = choose_hands(work, plan, self.jobs, on_death=_told)
        with Patience() as patience, Tally(self.report, len(plan), self.reports) as tally:
            for outcome in unreadable(plan):
                tally.add(outcome)
            patience.then(hands.stop)
            with closing(run(plan, hands)) as items:
                for item in items:
                    if not isinstance(item, Outcome):
                        write_stdout_bytes(item)
                        continue
                    tally.add(item)
                    if item.hopeless:
                        messages.say("stopped: the output cannot be written")
                    if item.hopeless or (self.fail_fast and tally.failed):
                        break
        if self.summary and not data_on_stdout:
            write_stdout(table(tally.found))
        elif self.summary:
            messages.tell("".join(table(tally.found)))
        return patience.code or self.reports.exit_code

    def _show(self, plan: Plan) -> int:
        for path, why in plan.unreadable:
            self.reports.failed_because(path, why)
        write_stdout(
            f"{messages.harmless(job.input)} -> {messages.harmless(job.output or STDIN)}\n"
            for job in plan.without_content()
        )
        return self.reports.exit_code


def _told(death: "Death") -> None:
    files = "1 file" if death.jobs == 1 else f"{death.jobs} files"
    messages.say(f"worker {death.pid} died ({death.how}) with {files} in hand; they are tried again one by one")


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _no_input(paths: list[str]) -> int:
    messages.say("no files found", path=", ".join(paths) or None)
    return MISUSE


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
