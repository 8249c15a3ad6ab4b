"""Rewards of `winnow serve --judge` for TRL, verl and other trainers. Needs Python 3.9 and nothing besides.

A reward is 1.0 or 0.0 only where the program was judged. What could not be judged (a fault of the judge itself, after
several attempts) is None, and a judge that cannot be reached raises: neither may teach a model that its program is wrong.

Environment: WINNOW_URL (default http://127.0.0.1:8300), and WINNOW_TOKEN where the server asks for a token.
"""

import json
import os
import random
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

__all__ = ["Unavailable", "Refused", "Judge", "make_reward", "winnow_reward", "compute_score"]

# Loopback and the machines of a cluster are reached directly, whatever proxy the environment names.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

# Failures of the whole server: it has no place, no time, or is on its way out. Other codes of 503 are about one program.
_busy = {"queue-full", "overloaded", "stopping"}


class Unavailable(RuntimeError):
    """The judge cannot be reached, or has had no place for a program in all its attempts."""


class Refused(ValueError):
    """The judge does not take the request: a wrong token, or tests that do not parse. The message says which."""


class Judge:
    """A judge server.

    url, token: where it is and what it asks for; from the environment unless given.
    attempts: how often a program is sent, at most. The pauses between double from `pause` seconds, up to 30.
    max_execution_time: CPU seconds for each test; the server's own limit unless given.
    max_wait: seconds that a program may wait for its turn in the server.
    workers: programs sent at the same time.
    """

    def __init__(
        self,
        url=None,
        token=None,
        *,
        attempts=8,
        pause=0.5,
        max_execution_time=None,
        max_wait=60.0,
        timeout=600.0,
        workers=32,
    ):
        self.url = (url or os.environ.get("WINNOW_URL") or "http://127.0.0.1:8300").rstrip("/")
        self.token = token or os.environ.get("WINNOW_TOKEN")
        self.attempts = attempts
        self.pause = pause
        self.max_execution_time = max_execution_time
        self.max_wait = max_wait
        self.timeout = timeout
        self.workers = workers

    def results(self, program, tests, **fields):
        """1 or 0 for each test; None where the program could not be judged.

        program: TypeScript, or a model's reply that holds it. tests: one or a list, each a module of tests or a line
        that asserts something; None where the row has none. fields: language, entry_point, test_style. Raises
        Unavailable and Refused.
        """
        if tests is None:
            return None
        asked = {"program": program, "tests": tests, "max_wait": self.max_wait, **fields}
        if self.max_execution_time is not None:
            asked["max_execution_time"] = self.max_execution_time
        failure = None
        for attempt in range(self.attempts):
            if attempt > 0:
                time.sleep(self._pause_before(attempt, failure))
            answer, failure = self._send(asked)
            if failure is None:
                return answer["results"]
            if failure.is_final:
                return None
        if failure.is_about_program:
            return None
        raise Unavailable(f"{self.url} could not judge in {self.attempts} attempts: {failure.message}")

    def results_of_all(self, programs, tests, **fields):
        """The results of many programs in their order, sent side by side. tests: those of each."""
        if len(programs) != len(tests):
            raise ValueError(f"{len(programs)} programs have {len(tests)} tests: there must be one entry for each")
        with ThreadPoolExecutor(max_workers=max(1, min(self.workers, len(programs)))) as pool:
            return list(pool.map(lambda pair: self.results(*pair, **fields), zip(programs, tests)))

    def _send(self, asked):
        headers = {"content-type": "application/json"}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        body = json.dumps(asked).encode()
        request = urllib.request.Request(f"{self.url}/test_program", body, headers, method="POST")
        try:
            with _opener.open(request, timeout=self.timeout) as response:
                return json.load(response), None
        except urllib.error.HTTPError as error:
            return None, _failure_of(error)
        except (OSError, ValueError, EOFError) as error:
            return None, _Failure(f"it cannot be reached ({error})")

    def _pause_before(self, attempt, failure):
        # Spread out, so that those that were refused together do not come again together.
        pause = min(30.0, self.pause * 2 ** (attempt - 1)) * random.uniform(0.5, 1.0)
        return max(pause, failure.retry_after)


class _Failure:
    """An answer without results, which may be another one next time unless it is final."""

    def __init__(self, message, retry_after=0.0, is_about_program=False, is_final=False):
        self.message = message
        self.retry_after = retry_after
        self.is_about_program = is_about_program
        self.is_final = is_final


def _failure_of(error):
    with error:
        text = error.read().decode("utf-8", "replace")
    try:
        told = json.loads(text)["error"]
        code, message, is_final = told["code"], told["message"], told.get("retryable") is False
    except (ValueError, KeyError, TypeError, AttributeError):
        code, message, is_final = "", text[:500], False
    if error.code not in (429, 502, 503, 504):
        raise Refused(f"{error.code} {code}: {message}") from None
    retry_after = error.headers.get("retry-after", "")
    seconds = float(retry_after) if retry_after.isdigit() else 0.0
    is_about_program = error.code == 503 and code != "" and code not in _busy
    return _Failure(f"{error.code} {code}: {message}", seconds, is_about_program, is_about_program and is_final)


def make_reward(judge=None, *, partial=False, name="winnow_reward"):
    """A reward function for TRL's GRPOTrainer and RLOOTrainer, by a judge of your own.

    partial: the share of the tests that accept the program, instead of 1.0 only where all do.
    """

    def reward(completions, tests, **kwargs):
        """A reward for each completion; None where there are no tests or no verdict, which TRL leaves out."""
        programs = [_text_of(completion) for completion in completions]
        results = (judge or Judge()).results_of_all(programs, tests)
        return [_score(of_one, partial) for of_one in results]

    # TRL reports rewards under this name.
    reward.__name__ = name
    return reward


winnow_reward = make_reward()


def compute_score(data_source, solution_str, ground_truth, extra_info=None, **kwargs):
    """The score of one reply, as verl asks for it; `ground_truth` holds the tests, as text or as a JSON list of texts.

    verl has no place for what was not judged: this raises Unavailable for it.
    """
    results = Judge().results(solution_str, _tests_of(ground_truth))
    if results is None:
        raise Unavailable("the program could not be judged, for a fault of the judge")
    return _score(results, partial=False)


def _score(results, partial):
    if results is None:
        return None
    return sum(results) / len(results) if partial else float(all(results))


def _text_of(completion):
    """The text of a completion, which is a list of messages where prompts are conversations."""
    return completion if isinstance(completion, str) else completion[-1]["content"]


def _tests_of(ground_truth):
    if not isinstance(ground_truth, str):
        return list(ground_truth)
    try:
        tests = json.loads(ground_truth)
    except ValueError:
        return ground_truth
    return tests if isinstance(tests, list) and all(isinstance(test, str) for test in tests) else ground_truth
