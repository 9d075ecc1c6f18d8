"""Whatever is asked, the server answers, and says what was wrong."""

from concurrent.futures import ThreadPoolExecutor

from tests.support import extent
from tests.support.fuzzing import answer, requests

AT_ONCE = 4


def test_whatever_is_asked_is_answered_in_our_words(running: str, seed: str) -> None:
    asked = list(requests(seed, extent.either(200, 10_000)))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda one: answer(running, one[0]), asked))
    for (request, of_data), said in zip(asked, answers, strict=True):
        kind = said.headers.get("content-type", "")
        assert 200 <= said.status < 500 or (said.status == 503 and kind == "application/problem+json"), request
        assert b"Traceback" not in said.body, request
        assert b"import streamlit" not in said.body, request  # app.py
        assert b"root:x:" not in said.body, request
        if said.status >= 400:
            ours = (
                ("application/problem+json",) if of_data else ("application/problem+json", "text/html; charset=utf-8")
            )
            assert kind in ours, request
    assert {said.status for said in answers} >= {200, 400, 404, 405}
