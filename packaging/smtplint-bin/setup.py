"""The wheel with the program; `packaging/make_wheel` lays the program beside this file and says its version."""

import os

from setuptools import setup

setup(
    name="smtplint-bin",
    version=os.environ["SMTPLINT_VERSION"],
    description="The program of smtplint",
    license="MIT",
    packages=[],
    # Into the folder of programs. `scripts` would be read as text.
    data_files=[("bin", ["smtplint"])],
)
