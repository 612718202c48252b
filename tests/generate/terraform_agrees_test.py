"""The generator writes what it means: Terraform plans generated projects and finds the values that were put in.

    GENERATE_PROJECT=build/release/tests/generate/generate_project python3 tests/generate/terraform_agrees_test.py [SEED...]
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SEEDS = range(30)
SKIPPED = 77


def planned_settings(root: Path) -> list[str]:
    environment = os.environ | {"CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": os.devnull}

    def terraform(*words: str) -> str:
        done = subprocess.run(["terraform", *words], cwd=root, env=environment, text=True, capture_output=True, check=False)
        if done.returncode:
            raise AssertionError(f"terraform {words[0]}: {done.stdout}{done.stderr}")
        return done.stdout

    terraform("init", "-no-color", "-input=false")
    files = ["-var-file=prod.tfvars"] if (root / "prod.tfvars").exists() else []
    terraform("plan", "-no-color", "-input=false", "-refresh=false", "-out=plan", *files)
    change = json.loads(terraform("show", "-json", "plan"))["resource_changes"][0]["change"]["after"]["input"]
    return [str(value) for value in change.values()]


class TerraformAgrees(unittest.TestCase):
    seeds = SEEDS

    def test_values_arrive(self):
        for seed in self.seeds:
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                values = subprocess.run([os.environ["GENERATE_PROJECT"], str(seed), folder, "values"],
                                        text=True, capture_output=True, check=True).stdout.split()
                arrived = planned_settings(Path(folder) / "infra")
                self.assertEqual([value for value in values if value not in arrived], [], arrived)


if __name__ == "__main__":
    if not shutil.which("terraform"):
        print("skipped: terraform is not installed")
        sys.exit(SKIPPED)
    TerraformAgrees.seeds = [int(word) for word in sys.argv[1:]] or SEEDS
    unittest.main(argv=sys.argv[:1])
