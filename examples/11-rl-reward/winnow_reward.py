"""Rewards from a Winnow judge (`winnow serve --judge`), with Python's standard library alone.

`winnow_reward` is a reward function for TRL's GRPOTrainer, `compute_score` one for verl. A reward is the share of a
row's tests that accept the program. What could not be judged has no reward (None), and never a zero: a server that is
full or away says nothing about a program.
"""

import json
import os
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

URL = os.environ.get("WINNOW_JUDGE_URL", "http://127.0.0.1:8300")
TOKEN = os.environ.get("WINNOW_JUDGE_TOKEN")
ATTEMPTS = 8
FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 15.0
REQUEST_TIMEOUT_SECONDS = 180.0
PARALLEL_REQUESTS = 32


class JudgeUnreachable(RuntimeError):
    """The judge did not answer at all, however often it was asked."""


class RequestRefused(RuntimeError):
    """The judge says that the request itself is wrong: to send it again would not help."""


def judge(program, tests, **options):
    """The judge's answer for a program and its tests; None where it could not judge them."""
    body = json.dumps({"program": program, "tests": _as_list(tests), **options}).encode()
    pause = FIRST_PAUSE_SECONDS
    problem = None
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        try:
            return _post(body)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 500, 502, 503, 504):
                raise RequestRefused(f"{error.code}: {error.read().decode(errors='replace')}") from error
            problem = None
        except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
            problem = error
    if problem is not None:
        raise JudgeUnreachable(f"{URL} does not answer: {problem}") from problem
    return None


def reward_of(program, tests, **options):
    """The share of the tests that accept a program, from 0.0 to 1.0; None where it could not be judged."""
    judged = judge(program, tests, **options)
    if judged is None or judged["results"] is None:
        return None
    return sum(judged["results"]) / len(judged["results"])


def winnow_reward(completions, tests, max_execution_time=None, entry_point=None, **_columns):
    """For TRL: completions are texts or lists of messages; `tests` and the others are columns of the dataset."""
    rows = range(len(completions))

    def one(row):
        options = {}
        if max_execution_time is not None:
            options["max_execution_time"] = _at(max_execution_time, row)
        if entry_point is not None:
            options["entry_point"] = _at(entry_point, row)
        return reward_of(_text(completions[row]), tests[row], **options)

    with ThreadPoolExecutor(PARALLEL_REQUESTS) as pool:
        return list(pool.map(one, rows))


def compute_score(data_source, solution_str, ground_truth, extra_info=None):
    """For verl: the ground truth is a JSON list of tests. Raises where it could not be judged: verl knows no None."""
    reward = reward_of(solution_str, ground_truth)
    if reward is None:
        raise JudgeUnreachable(f"{URL} is overloaded: {data_source} could not be judged")
    return reward


def _post(body):
    headers = {"content-type": "application/json"}
    if TOKEN:
        headers["authorization"] = f"Bearer {TOKEN}"
    request = urllib.request.Request(f"{URL}/test_program", data=body, headers=headers)
    with urllib.request.urlopen(request, timeout=REQUEST_TIMEOUT_SECONDS) as answer:
        return json.load(answer)


def _as_list(tests):
    if not isinstance(tests, str):
        return list(tests)
    try:
        parsed = json.loads(tests)
    except ValueError:
        return [tests]
    return parsed if isinstance(parsed, list) else [tests]


def _at(column, row):
    return column[row] if isinstance(column, (list, tuple)) else column


def _text(completion):
    if isinstance(completion, str):
        return completion
    return completion[-1]["content"]
