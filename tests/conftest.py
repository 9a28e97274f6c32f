"""Settings of the tests that touch a node: SQLite in a folder of this process, or a PostgreSQL that this run makes.

`pytest` runs every test, on SQLite. `pytest --database postgresql` runs those that touch tables once more (see `_twice`), on
a cluster of the run. Each process of pytest-xdist has a folder and a test database of its own. Tests that need tables ask
for `db` (or mark themselves `django_db`); the vault and the keys lie in the same folder and are made anew for every test.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

_FOLDER = Path(tempfile.mkdtemp(prefix="longarm-test-"))
sys.path.insert(0, str(Path(__file__).parent))  # tests.people is imported as `people`
from cluster import Cluster, OwnDatabase  # noqa: E402 - stands beside this file

# Whatever the shell says: no test may touch a node of the machine. Read by longarm.store.folder and longarm.web.settings.
os.environ["LONGARM_DATA"] = str(_FOLDER / "data")
os.environ.pop("LONGARM_KEYS", None)
os.environ.pop("LONGARM_WORKER", None)
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longarm.web.settings")

BROWSER = 240  # seconds: Chromium has been seen to stand still for ever (docs/decisions/0024); the longest walk takes a tenth

_CLUSTER = "LONGARM_TEST_CLUSTER"  # where the run's cluster lies: told to the processes of pytest-xdist


@pytest.fixture(autouse=True)
def _fresh_node(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test with tables has an empty vault, keys of its own, and cheap passphrases."""
    if not _has_tables(request.node):
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
    settings.LONGARM_PASSPHRASE_COST = settings.LONGARM_RECEIPT_COST = LEAST
    yield


@pytest.fixture
def own_database(tmp_path: Path) -> Iterator[OwnDatabase]:
    away = ("LONGARM_", "DJANGO_", "DATABASE_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    environment |= {"LC_ALL": "C.UTF-8", "LONGARM_DATA": str(tmp_path / "data")}
    if _CLUSTER not in os.environ:
        yield OwnDatabase("sqlite", environment, tmp_path / "data")
        return
    cluster = Cluster(Path(os.environ[_CLUSTER]))
    name = cluster.create()
    yield OwnDatabase("postgresql", {**environment, "DATABASE_URL": cluster.address(name)}, tmp_path / "data")
    cluster.drop(name)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=("sqlite", "postgresql"), default="sqlite", help="engine; postgresql runs only what touches tables"
    )


def pytest_configure(config: pytest.Config) -> None:
    """pytest-django looks at the environment before this file is loaded; so Django is set up here."""
    config.addinivalue_line("markers", "one_database(why): touches tables, and still needs no second run on PostgreSQL")
    config.addinivalue_line("markers", "browser: drives Chromium (given to whatever asks for it)")
    config.addinivalue_line("markers", "postgresql: is about PostgreSQL, runs with --database postgresql only")
    if config.getoption("database") == "postgresql":
        if not hasattr(config, "workerinput"):  # not a process of pytest-xdist: the run itself
            cluster = Cluster.start()
            config.add_cleanup(cluster.stop)
            os.environ[_CLUSTER] = str(cluster.folder)
        os.environ["DATABASE_URL"] = Cluster(Path(os.environ[_CLUSTER])).address("longarm")

    import django
    from django.conf import settings

    from longarm.store.folder import folder_of, prepare

    # A file, as on a real node: tests look at its bytes, its WAL and its locks.
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        # Added to what Django may have put there already: pytest-xdist reads the rest of it.
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(_FOLDER / "data" / "longarm.sqlite3")
    prepare(folder_of())
    # The hub and the key holder run in processes of their own; here their tables stand beside the node's.
    others = [app for app in ("longarm.hub", "longarm.holder") if find_spec(f"{app}.apps")]
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, *others]
    django.setup()


@pytest.hookimpl(tryfirst=True)  # before `-m` looks at the markers
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "chromium" in _fixtures(item):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(BROWSER))
    again = config.getoption("database") == "postgresql"
    left_out = [item for item in items if not (_twice(item) if again else item.get_closest_marker("postgresql") is None)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def _twice(item: pytest.Item) -> bool:
    """Does PostgreSQL make a difference? It does for whatever touches tables in this process or in one it starts.

    Not for the stages, which know no database, and not for browsers: what they look at are pages, the same ones that
    Django's client fetches from both engines in the tests beside them. Long tests of something else say so: `one_database`.
    """
    if item.get_closest_marker("one_database") or item.get_closest_marker("browser"):
        return False
    return _has_tables(item) or "own_database" in _fixtures(item) or item.get_closest_marker("postgresql") is not None


def _has_tables(item: pytest.Item) -> bool:
    tables = {"db", "transactional_db", "django_db_setup"}
    return bool(tables & _fixtures(item)) or item.get_closest_marker("django_db") is not None


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """The processes of pytest-xdist inherit this environment: with it, Django would be set up there before this file is read,
    in the folder of this process, which they would then share."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_sessionfinish() -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)
