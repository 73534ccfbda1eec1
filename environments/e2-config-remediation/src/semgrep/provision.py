"""Puts the native core of Semgrep where the server looks for it.

    provision.py FOLDER

FOLDER is the tool folder, unless SVGYM_TOOLS names another. Of the wheel, pinned by its hash, only semgrep/bin is
kept. What is there already is left as it is. Where the wheel cannot be had this says so and ends well: the server runs
without Semgrep, tells so in its health, and refuses tasks that need it.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

VERSION = "1.182.0"
INSIDE = "/purelib/semgrep/bin/"
REQUIREMENTS = pathlib.Path(__file__).with_name("requirements.txt")


def download(folder):
    """The wheel, or what pip says instead."""
    pip = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--only-binary=:all:", "--require-hashes", "--requirement", REQUIREMENTS, "--dest", folder],
        capture_output=True, text=True, check=False)
    wheels = list(pathlib.Path(folder).glob("*.whl"))
    if pip.returncode == 0 and wheels:
        return wheels[0], ""
    said = pip.stderr.strip().splitlines()
    return None, said[-1] if said else f"pip ended with {pip.returncode}"


def unpack(wheel, folder):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            _, inside, path = name.partition(INSIDE)
            if not inside or name.endswith(("/", ".py")):
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, open(target, "wb") as sink:
                shutil.copyfileobj(source, sink)
            target.chmod(0o755)


def main():
    tools = pathlib.Path(os.environ.get("SVGYM_TOOLS") or sys.argv[1])
    home = tools / f"semgrep-{VERSION}"
    if (home / "semgrep-core").is_file():
        return
    tools.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="semgrep-", dir=tools) as work:
        wheel, why = download(work)
        if wheel is None:
            print(f"Semgrep {VERSION} cannot be had, so tasks that need it will be refused: {why}")
            return
        fresh = pathlib.Path(work) / "fresh"
        unpack(wheel, fresh)
        try:
            fresh.rename(home)
        except OSError:
            # Another build was faster, or a broken copy is in the way.
            if not (home / "semgrep-core").is_file():
                raise
    print(f"Semgrep {VERSION} is in {home}")


if __name__ == "__main__":
    try:
        main()
    except (OSError, zipfile.BadZipFile) as fault:
        print(f"Semgrep {VERSION} cannot be put in place, so tasks that need it will be refused: {fault}")
