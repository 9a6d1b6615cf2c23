"""An unattended run: records and failures into files, resumable after any end, counted at the end."""

from warextract.runs.files import RunFiles
from warextract.runs.plan import Plan, plan_of
from warextract.runs.run import Step, run_to_files
from warextract.runs.tally import Summary, Tally

__all__ = ["Plan", "RunFiles", "Step", "Summary", "Tally", "plan_of", "run_to_files"]
