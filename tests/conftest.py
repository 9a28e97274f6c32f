"""Settings of the tests that touch a node: SQLite in a folder of this process, or the PostgreSQL that DATABASE_URL names.

Each process of pytest-xdist has a folder and a test database of its own. Tests that need tables ask for `db` (or mark
themselves `django_db`); the vault and the keys lie in the same folder and are made anew for every test.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_FOLDER = Path(tempfile.mkdtemp(prefix="longarm-test-"))
sys.path.insert(0, str(Path(__file__).parent))  # tests.people is imported as `people`
# Whatever the shell says: no test may touch a node of the machine. Read by longarm.store.folder and longarm.web.settings.
os.environ["LONGARM_DATA"] = str(_FOLDER / "data")
os.environ.pop("LONGARM_KEYS", None)
os.environ.pop("LONGARM_WORKER", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longarm.web.settings")


@pytest.fixture(autouse=True)
def _fresh_node(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test with tables has an empty vault, keys of its own, and cheap passphrases."""
    if not {"db", "transactional_db", "django_db_setup"} & set(request.fixturenames) and not request.node.get_closest_marker(
        "django_db"
    ):
        yield
        return
    from django.conf import settings

    from longarm.casework import node
    from longarm.keys.passphrase import LEAST
    from longarm.store.folder import folder_of, prepare

    folder = folder_of()
    shutil.rmtree(folder.vault, ignore_errors=True)
    shutil.rmtree(folder.keys, ignore_errors=True)
    prepare(folder)
    node.make_secret_once(folder)
    node._node.cache_clear()
    settings.LONGARM_PASSPHRASE_COST = LEAST
    yield


def pytest_configure() -> None:
    """pytest-django looks at the environment before this file is loaded; so Django is set up here."""
    import django
    from django.conf import settings

    from longarm.store.folder import folder_of, prepare

    # A file, as on a real node: tests look at its bytes, its WAL and its locks.
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        # Added to what Django may have put there already: pytest-xdist reads the rest of it.
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(_FOLDER / "data" / "longarm.sqlite3")
    prepare(folder_of())
    django.setup()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """The processes of pytest-xdist inherit this environment: with it, Django would be set up there before this file is read,
    in the folder of this process, which they would then share."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_sessionfinish() -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)
