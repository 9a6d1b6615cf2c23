"""A worker process around a stand-in that also dies, dawdles, prints or refuses to start, as it is told."""

import os
import sys
import time
from pathlib import Path

from stand_in import StandIn, make_record
from warextract.article import Article
from warextract.errors import ModelError
from warextract.records import ArticleRecord
from warextract.worker import Extract, replies_of_this_process, serve


def extract(article: Article) -> ArticleRecord:
    if "LOUD" in article.text:
        print("what a library prints is no reply")
    if "DIE" in article.text:
        os._exit(9)
    if "PALE" in article.text and not (memory := Path(sys.argv[-1]) / article.id).exists():
        memory.touch()  # dies over it the first time only
        os._exit(9)
    if "PID" in article.text:
        return make_record(str(os.getpid()), article)
    if "HANG" in article.text:
        time.sleep(60)
    if "SLOW" in article.text:
        time.sleep(0.2)
    if "NAP" in article.text:
        time.sleep(0.01)
    return StandIn().extract(article)


def load() -> Extract:
    if "refuse" in sys.argv:
        raise ModelError("no pipeline here; install one")
    if "die" in sys.argv:
        os._exit(3)
    if "die-once" in sys.argv and not (memory := Path(sys.argv[-1]) / "started").exists():
        memory.touch()
        os._exit(3)
    return extract


serve(load, sys.stdin.buffer, replies_of_this_process())
