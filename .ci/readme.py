"""Runs the README's command blocks, in order, and fails when a shown reply no longer holds.

A block of `sh` or `python` is run; a block of `json` or `text` right behind it is what it must print. In a shown reply
"..." stands for any value, and an object that ends with "...": "..." may have more fields. The README serves in two
ways: by Maven, which is started in the background and awaited, and by Compose, which returns once the stack is healthy.
The second argument says which; the other one's block is left out, and the block that tests, because it has just been run.
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

SERVES = {"maven": "spring-boot:run", "compose": "docker compose up"}
TESTS = "./mvnw -B -ntp verify"
HEALTH = "http://127.0.0.1:8080/actuator/health"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def holds(shown, actual):
    if shown == "...":
        return True
    if isinstance(shown, dict) and isinstance(actual, dict):
        more = shown.get("...") == "..."
        names = set(shown) - {"..."}
        return (names <= set(actual) if more else names == set(actual)) and all(
            holds(shown[name], actual[name]) for name in names
        )
    if isinstance(shown, list) and isinstance(actual, list):
        if shown and shown[-1] == "...":
            shown, actual = shown[:-1], actual[: len(shown) - 1]
        return len(shown) == len(actual) and all(map(holds, shown, actual))
    if isinstance(shown, str) and isinstance(actual, str) and "..." in shown:
        pattern = ".*".join(map(re.escape, shown.split("...")))
        return re.fullmatch(pattern, actual, re.S) is not None
    return type(shown) is type(actual) and shown == actual


def agrees(language, shown, actual):
    if language == "json":
        return holds(json.loads(shown), json.loads(actual))
    return holds(shown.strip(), actual.strip())


def await_health(server):
    for _ in range(240):
        if server.poll() is not None:
            sys.exit("the server ended before it was up")
        try:
            with urllib.request.urlopen(HEALTH, timeout=5) as reply:
                if reply.status == 200:
                    return
        except OSError:
            time.sleep(1)
    sys.exit("the server was not up within 240 s")


def serve(way, code):
    """Starts the server, awaits it, and returns what stops it."""
    if way == "compose":
        def down():
            subprocess.run(["docker", "compose", "down"], check=True)

        try:
            subprocess.run(["bash", "-c", code], check=True)
        except BaseException:
            subprocess.run(["docker", "compose", "logs", "--tail", "50"])
            down()
            raise
        return down
    server = subprocess.Popen(["bash", "-c", code], start_new_session=True)

    def stop():
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(60)

    try:
        await_health(server)
    except BaseException:
        stop()
        raise
    return stop


def main(readme, way):
    blocks = BLOCK.findall(pathlib.Path(readme).read_text(encoding="utf-8"))
    stop = None
    checked = 0
    with tempfile.TemporaryDirectory() as folder:
        shell = subprocess.Popen(
            ["bash", "-c", "while read -r file; do . $file; echo; echo ==end $?; done"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder)
        try:
            for number, (language, code) in enumerate(blocks):
                if language not in ("sh", "python") or TESTS in code:
                    continue
                serving = [by for by, command in SERVES.items() if command in code]
                if serving:
                    if way in serving:
                        stop = serve(way, code)
                    continue
                script = pathlib.Path(folder, f"block{number}.{language}")
                script.write_text(code, encoding="utf-8")
                command = script
                if language == "python":
                    command = pathlib.Path(folder, f"block{number}.run")
                    command.write_text(f"python3 {script}\n", encoding="utf-8")
                shell.stdin.write(f"{command}\n")
                shell.stdin.flush()
                printed = []
                for line in shell.stdout:
                    if line.startswith("==end "):
                        status = line.split()[1]
                        break
                    printed.append(line)
                actual = "".join(printed)
                if status != "0":
                    sys.exit(f"this command failed:\n{code}\nit printed:\n{actual}")
                following = blocks[number + 1] if number + 1 < len(blocks) else ("", "")
                if following[0] in ("json", "text"):
                    if not agrees(following[0], following[1], actual):
                        sys.exit(f"this command:\n{code}\nno longer prints:\n{following[1]}\nbut:\n{actual}")
                    checked += 1
        finally:
            shell.stdin.close()
            if stop is not None:
                stop()
    print(f"{checked} replies of {readme} hold, served by {way}")
    if checked == 0:
        sys.exit("no reply was checked")


main(*sys.argv[1:])
