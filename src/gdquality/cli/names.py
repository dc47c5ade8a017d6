"""Agency names on the command line: one body, or an error that says why there is none."""

from gdquality.cli.output import say
from gdquality.dataset import Dataset
from gdquality.errors import AmbiguousError, NotFoundError
from gdquality.formats.controls import shortened
from gdquality.resolve import CERTAIN, Ambiguous, Resolved, Resolver


def resolve_one(name: str, data: Dataset) -> Resolved:
    """Return the agency that `name` means; an answer that is not certain is said on stderr.

    Raises AmbiguousError with the candidates, or NotFoundError with names that look alike.
    """
    resolver = Resolver(data.registry, data.readings)
    answer = resolver.resolve(name)
    if isinstance(answer, Ambiguous):
        candidates = "、".join(agency.name for agency in answer.candidates)
        message = f"{shortened(name)}可指 {len(answer.candidates)} 个单位：{candidates}"
        raise AmbiguousError(message, hint="请写明是哪一个")
    if not isinstance(answer, Resolved):
        nearest = "、".join(resolver.nearest(name))
        hint = f"名称相近的有：{nearest}" if nearest else ""
        raise NotFoundError(f"名录中没有{shortened(name)}", hint=hint)
    if answer.method not in CERTAIN:
        from gdquality.formats.resolutions import METHODS

        say(f"{shortened(name)}按{METHODS[answer.method]}理解为“{answer.agency.name}”")
    return answer
