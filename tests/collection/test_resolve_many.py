"""`gdq resolve` asks many notices for the bodies that they alone name."""

import json
from pathlib import Path

import pytest
from conftest import Run
from many import notice_file

from gdquality.cli import run


@pytest.fixture(scope="module", params=["folder", "database"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return notices of two cities and of a province."""
    folder = tmp_path_factory.mktemp("names") / "sources"
    for organ, rows in (
        ("长沙市人民政府办公室", "修渠\t市财政局\t市水利局"),
        ("株洲市人民政府办公室", "修路\t市财政局\t市公安局"),
        ("湖南省人民政府办公厅", "架桥\t省财政厅\t湘潭市水利局"),
    ):
        notice_file(folder, f"{organ}.txt", rows, organ=organ, title=f"{organ}关于一事的通知")
    is_folder = request.param == "folder"
    path = folder.with_name("mine" if is_folder else "a.db")
    command = ("add", "--data") if is_folder else ("build", "-o")
    run([*command, str(path), *map(str, folder.iterdir())])
    return path


@pytest.mark.parametrize(
    ("name", "status", "expected"),
    [
        ("湖南省财政厅", "resolved", ["湖南省财政厅"]),
        ("株洲市公安局", "resolved", ["株洲市公安局"]),
        ("市公安局", "resolved", ["株洲市公安局"]),
        ("财政局", "ambiguous", ["株洲市财政局", "长沙市财政局"]),
        ("市水利局", "ambiguous", ["长沙市水利局", "湘潭市水利局"]),
        ("财政厅", "resolved", ["广东省财政厅"]),
        ("没有这个局", "unknown", []),
    ],
)
def test_bodies_of_notices(
    name: str, status: str, expected: list[str], many: Path, gdq: Run
) -> None:
    """A body that no registry has is known by the names that it is asked by; several are told."""
    [found] = json.loads(gdq("resolve", name, "-f", "json", "--data", str(many)).stdout)

    assert found["status"] == status
    assert (found["candidates"] or [found["agency"]] * bool(found["agency"])) == expected


def test_of_a_place(many: Path, gdq: Run) -> None:
    """`--in` asks for those of a place."""
    asked = ("resolve", "财政局", "-f", "json", "--in", "株洲", "--data", str(many))

    assert json.loads(gdq(*asked).stdout)[0]["agency"] == "株洲市财政局"
