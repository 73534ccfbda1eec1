"""What can go wrong, as exceptions. An agent that is wrong is none of them: it gets a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar


class SvGymError(Exception):
    """Any failure of a call.

    Attributes:
        retryable: whether the same call may be served later, nothing being wrong with it
        retry_after: seconds that the server asked to wait; None where it did not say
    """

    retryable: bool = False
    retry_after: float | None = None


class UnreachableError(SvGymError):
    """No whole reply came: the server was not there, went away, or took too long."""

    retryable = True


class UnreadableReplyError(SvGymError):
    """A reply that is not what an SV-Gym server sends; the address may be another server's."""


class NoRewardError(SvGymError):
    """A reward was asked of a verdict that has none. It is not 0: leave the rollout out."""


@dataclass(frozen=True)
class Problem:
    """A problem document (RFC 9457).

    Attributes:
        type: ``/problems/<slug>``; ``about:blank`` where a reply carried no document
        code: finer than the type, such as ``NON_BINARY_REWARD``
        errors: ``pointer`` and ``message`` of each field that is to blame
    """

    type: str
    title: str
    status: int
    detail: str
    instance: str | None = None
    code: str | None = None
    errors: tuple[Mapping[str, str], ...] = ()

    @staticmethod
    def of(document: Mapping[str, Any], status: int = 0) -> Problem:
        """Reads a document; what it leaves out stays empty, as the RFC allows."""
        return Problem(
            type=str(document.get("type", "about:blank")),
            title=str(document.get("title", "")),
            status=int(document.get("status", status)),
            detail=str(document.get("detail", "")),
            instance=document.get("instance"),
            code=document.get("code"),
            errors=tuple(document.get("errors") or ()),
        )

    @property
    def slug(self) -> str:
        """The last part of the type, such as ``rollout-ended``."""
        return self.type.rsplit("/", 1)[-1]


class ProblemError(SvGymError):
    """The server answered with a problem. Subclasses say which kind; ``problem`` says everything."""

    slugs: ClassVar[tuple[str, ...]] = ()

    def __init__(self, problem: Problem, retry_after: float | None = None) -> None:
        super().__init__(f"{problem.status} {problem.slug}: {problem.detail or problem.title}")
        self.problem = problem
        self.retry_after = retry_after
        self.retryable = problem.status in (429, 502, 503, 504)


class AccessDeniedError(ProblemError):
    """A key is needed, or the key that was sent does not allow this."""

    slugs = ("unauthenticated", "forbidden")


class NotFoundError(ProblemError):
    """There is no such environment, task, rollout, group, estimator or route (any more)."""

    slugs = (
        "unknown-environment",
        "unknown-task",
        "unknown-rollout",
        "unknown-group",
        "unknown-estimator",
        "unknown-route",
    )


class TaskChangedError(ProblemError):
    """The task is not the one that ``expect_digest`` names."""

    slugs = ("task-changed",)


class InvalidTaskError(ProblemError):
    """The task is unsound: nobody could be judged by it."""

    slugs = ("invalid-task",)


class RolloutEndedError(ProblemError):
    """The rollout has taken its answer, or was cancelled or truncated."""

    slugs = ("rollout-ended",)


class RolloutExpiredError(ProblemError):
    """Nobody acted in the rollout for too long, so it was truncated."""

    slugs = ("rollout-expired",)


class SequenceError(ProblemError):
    """Somebody else acts in the same rollout, or an action was lost; ``resume`` shows where it stands."""

    slugs = ("sequence-conflict", "sequence-gap")


class EstimationRefusedError(ProblemError):
    """The estimator refuses these rewards; ``problem.code`` says why."""

    slugs = ("estimation-refused",)


class OverloadedError(ProblemError):
    """There is too much work at once, or no room for more rollouts."""

    slugs = ("overloaded", "store-full")


class EngineFaultError(ProblemError):
    """An engine that judges failed or is not there. Nothing was counted."""

    slugs = ("engine-fault", "task-unavailable")


class ServerFaultError(ProblemError):
    """A fault of the server, or of what stands in front of it."""

    slugs = ("internal",)


class InvalidRequestError(ProblemError):
    """The request is not what was expected; ``problem.errors`` says field by field why."""


_BY_SLUG = {slug: kind for kind in ProblemError.__subclasses__() for slug in kind.slugs}


def problem_error(problem: Problem, retry_after: float | None = None) -> ProblemError:
    """The exception for a problem, by its slug, else by its status."""
    kind = _BY_SLUG.get(problem.slug)
    if kind is None:
        kind = ServerFaultError if problem.status >= 500 else InvalidRequestError
    return kind(problem, retry_after)
