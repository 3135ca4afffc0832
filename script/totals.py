"""Prints how many tests ran and how many of them failed, from the reports that `swift test --xunit-output` leaves."""

import pathlib
import sys
import xml.etree.ElementTree as tree

ran = failed = 0
for report in pathlib.Path(sys.argv[1]).glob("tests*.xml"):
    for case in tree.parse(report).iter("testcase"):
        ran += 1
        failed += case.find("failure") is not None or case.find("error") is not None
print(ran, failed)
