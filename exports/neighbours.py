"""The neighbours of the districts as a GAL file, which statistics programs read as spatial weights."""

from data.areas import area_id
from data.store import Dataset
from indicators.places.neighbours import neighbours


def gal(dataset: Dataset) -> str:
    """How many districts there are, then two lines each: its `area_id` and number of neighbours, and these.

    Source: the format of SpaceStat, GeoDa and PySAL (`libpysal.io`), of R's `spdep::read.gal`.
    """
    known = {
        area_id(code, "ortsteil"): [area_id(other, "ortsteil") for other in others]
        for code, others in neighbours(dataset, "ortsteil").items()
    }
    lines = [line for code, others in known.items() for line in (f"{code} {len(others)}", " ".join(others))]
    return "\n".join([str(len(known)), *lines, ""])
