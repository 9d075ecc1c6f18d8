import os, tempfile, time, threading, cProfile, pstats

os.environ["INDICATORS_STORE"] = tempfile.mkdtemp()
from tests.support.visit import visit

P = []
orig = threading.Thread.run


def run(self):
    p = cProfile.Profile()
    try:
        p.runcall(orig, self)
    finally:
        P.append(p)


threading.Thread.run = run
t = time.process_time()
visit("overview")
print("cpu", time.process_time() - t)
s = None
for p in P:
    try:
        if s is None:
            s = pstats.Stats(p)
        else:
            s.add(p)
    except TypeError:
        pass
s.sort_stats("cumtime").print_stats(70)
