"""The command line with the stub for a worker and checkpoints at short intervals: python stub_run.py extract …"""

import sys
from pathlib import Path

from warextract import batch, cli
from warextract.runs import partial

STUB = Path(__file__).parent / "stub_worker.py"

partial.INTERVAL = 0.02
batch.worker_command = lambda settings: (sys.executable, str(STUB))
cli.main()
