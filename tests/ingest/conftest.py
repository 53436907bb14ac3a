"""Generated documents, made once for a session and kept where pytest keeps its cache."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.build import Made, office_documents, weasy_documents
from tests.documents.office import soffice


@pytest.fixture(scope="session")
def office_files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    cache = getattr(request.config, "cache", None)
    folder = cache.mkdir("documents") if cache else tmp_path_factory.mktemp("documents")
    return office_documents(Path(folder))


@pytest.fixture(scope="session")
def weasy_files() -> list[Made]:
    if not _has_font("Liberation Serif"):
        pytest.skip("the font Liberation Serif is not installed; lines break elsewhere in another")
    made = weasy_documents()
    if not made:
        pytest.skip("WeasyPrint is not installed")
    return made


def _has_font(name: str) -> bool:
    if shutil.which("fc-list") is None:
        return False
    return bool(subprocess.run(["fc-list", name], capture_output=True, check=False).stdout)
