"""`twotrack check`: prove the rules."""

import click

from twotrack.cli.opening import opened_record
from twotrack.cli.progress import shown


@click.command("check")
@click.option("--finish", is_flag=True, help="Finish releases, withdrawals and merges that were cut off half way.")
@click.pass_context
def command(context: click.Context, finish: bool) -> None:
    """Prove the rules of the record: bytes match hashes, quotes match texts, chains are whole, no entry lacks its ground.

    Exit status 1 where a rule does not hold; what is wrong is named by kind and id, without words of the record.
    """
    from twotrack.record import merging, releases, withdrawals
    from twotrack.record.check import check, counted, extent
    from twotrack.record.proved import note

    with opened_record(context) as (opened, keeper):
        if finish:
            for half in releases.halves():
                releases.finish(half, by=keeper)
            for act in withdrawals.halves():
                withdrawals.finish(act, by=keeper)
            merging.follow(by=keeper)
        with shown("Proving", total=extent()) as told:
            faults = list(check(opened.folder, told))
        counts = counted()
        note(faults, counts, by=keeper.name)
    for fault in faults:
        click.echo(f"Does not hold: {fault.rule}. {fault.where}")
    proved = ", ".join(f"{counts[word]} {word}" for word in ("sources", "passages", "entries", "changes"))
    click.echo(
        f"{'Faults' if faults else 'All rules hold'}: {len(faults)} faults in {proved}; {counts['erased']} erased."
    )
    if faults:
        context.exit(1)
