"""Makes the virtual environment that the Makefile works in, with nothing but Python at hand.

usage: python scripts/bootstrap.py .venv
"""

import subprocess
import sys
import venv
from pathlib import Path

OLDEST = (3, 11)


def main(folder: str) -> int:
    if sys.version_info < OLDEST:
        sys.exit(f"veikart needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}")
    target = Path(folder)
    python = target / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        print(f"making {target} ...", flush=True)
        venv.create(target, with_pip=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    print("installing the pinned packages (once) ...", flush=True)
    for arguments in (
        ["--require-hashes", "-r", "requirements.lock"],
        ["--no-deps", "--no-build-isolation", "-e", "."],
    ):
        done = subprocess.run([*install, *arguments], check=False)
        if done.returncode:
            return done.returncode
    (target / "ready").write_text("", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
