"""With whom an agency works."""

from collections import Counter

from gdquality.names.registry import Registry
from gdquality.queries.answers import Partner
from gdquality.queries.facts import asked_about
from gdquality.records import Agency, Notice


def partners(body: Agency, notice: Notice, registry: Registry) -> tuple[Partner, ...]:
    """Return everybody who has a part in a task of `body`, the most frequent first."""
    own = asked_about(body.name, notice, registry)
    led: Counter[str] = Counter()
    under: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for task in notice.tasks:
        lead = {mention.agency for mention in task.lead}
        rest = {mention.agency for mention in (*task.responsible, *task.support)}
        if not own & (lead | rest):
            continue
        together.update((lead | rest) - own)
        # Of several bodies, of which one leads and another does not, the part is to lead.
        if own & lead:
            led.update(rest - lead - own)
            beside.update(lead - own)
        else:
            under.update(lead)
            beside.update(rest - lead - own)
    # The order of a set changes from run to run; the registry's does not.
    found = (
        Partner(name, together[name], led[name], under[name], beside[name], agency.is_derived)
        for name, agency in registry.agencies.items()
        if together[name]
    )
    return tuple(sorted(found, key=lambda one: -one.together))
