"""`gdq validate`: which files it checks, what it says of them, and what it passes over."""

import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Run

TASKS = "tests/cases/valid/tasks.yaml"
ANSIBLE = "- name: restart the web server\n  service: {name: nginx, state: restarted}\n"
NOTHING = "检查了 0 个文件：0 个错误，0 个警告\n"


@pytest.fixture
def repository(
    gdq: Run,  # noqa: ARG001 -- goes to a folder of its own, and this to another after it
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Return the folder of a repository, in which `gdq` is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def data_set(folder: Path, *, broken: bool = False) -> Path:
    """Return `folder` with a small data set in it, whose task may have no title."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (ROOT / TASKS).read_text(encoding="utf-8")
    text = text.replace("    title:", "    titel:") if broken else text
    (folder / "tasks.yaml").write_text(text, encoding="utf-8")
    (folder / "agencies.yaml").write_bytes((ROOT / "data" / "agencies.yaml").read_bytes())
    return folder


def put(file: Path, text: str | bytes) -> Path:
    """Return `file` with `text` in it, its folders made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


@pytest.mark.parametrize(("problem", "exit_code"), [("", 0), ("GDQ102", 1)])
def test_data_of_the_repository(problem: str, exit_code: int, gdq: Run, repository: Path) -> None:
    """Asked for nothing, it checks ./data where there is one, and says so first."""
    data_set(repository / "data", broken=bool(problem))

    result = gdq("validate")

    assert result.exit_code == exit_code
    assert result.stderr.splitlines()[0] == "检查 data/agencies.yaml、data/tasks.yaml"
    assert f"data/tasks.yaml:14:5: {problem}" in result.stdout or not problem


def test_the_data_set_named_is_the_one(
    gdq: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--data goes before GDQ_DATA, and that before ./data."""
    for name in ("data", "mine", "theirs"):
        data_set(repository / name)

    monkeypatch.setenv("GDQ_DATA", "mine")
    by_variable = gdq("validate")
    by_option = gdq("validate", "--data", "theirs")
    monkeypatch.setenv("GDQ_DATA", "")
    by_neither = gdq("validate")

    first_lines = [one.stderr.splitlines()[0] for one in (by_variable, by_option, by_neither)]
    assert first_lines == [
        f"检查 {name}/agencies.yaml、{name}/tasks.yaml" for name in ("mine", "theirs", "data")
    ]


def test_no_data_in_the_repository(gdq: Run, repository: Path) -> None:
    """The packaged data are checked only where there are no others, and that is said."""
    put(repository / "data", "a file")

    result = gdq("validate")

    assert result.exit_code == 0
    assert result.stderr.startswith("没有 ./data，检查自带的数据：")
    assert "/agencies.yaml、" in result.stderr.splitlines()[0]


def test_data_that_is_not_whole(gdq: Run, repository: Path) -> None:
    """A ./data without the files of a data set is not passed over for the packaged one."""
    (repository / "data").mkdir()

    result = gdq("validate")

    assert result.exit_code == 1
    assert result.stdout == (
        "data/agencies.yaml: GDQ001 错误 没有这个文件\ndata/tasks.yaml: GDQ001 错误 没有这个文件\n"
    )


def test_registry_of_the_repository(gdq: Run, repository: Path) -> None:
    """A notice without a registry beside it is checked by that in ./data, if there is one."""
    put(repository / "a" / "tasks.yaml", (ROOT / TASKS).read_bytes())
    (repository / "data").mkdir()
    packaged = gdq("validate", "a/tasks.yaml")
    registry = (ROOT / "data" / "agencies.yaml").read_text(encoding="utf-8")
    put(repository / "data" / "agencies.yaml", registry.replace("广东省质量技术监督局", "另一个局"))

    by_it = gdq("validate", "a/tasks.yaml")

    assert "GDQ301" not in packaged.stdout
    assert "GDQ301 错误 名录中没有“广东省质量技术监督局”" in by_it.stdout


def test_folder(gdq: Run, repository: Path) -> None:
    """In a folder the files of every data set are checked, whatever it is in."""
    data_set(repository / "n" / "2016")
    data_set(repository / "n" / "2017", broken=True)
    for folder in (".git", "2016/.cache"):
        data_set(repository / "n" / folder, broken=True)
    put(repository / "n" / "2016" / "subtasks.yaml", "a: 1")
    outside = data_set(repository / "elsewhere", broken=True)
    (repository / "n" / "link").symlink_to(outside, target_is_directory=True)

    result = gdq("validate", "n")

    assert result.exit_code == 1
    assert result.stderr == (
        "检查 n/2016/agencies.yaml、n/2016/tasks.yaml、n/2017/agencies.yaml、n/2017/tasks.yaml\n"
        "检查了 4 个文件：4 个错误，1 个警告\n"
    )
    assert "n/2017/tasks.yaml:" in result.stdout


def test_many_files(gdq: Run, repository: Path) -> None:
    """Of very many files the first are named, and counted all."""
    for number in range(9):
        put(repository / f"{number}" / "tasks.yaml", "tasks: []")

    said = gdq("validate", ".").stderr.splitlines()[0]

    assert said == (
        "检查 0/tasks.yaml、1/tasks.yaml、2/tasks.yaml、3/tasks.yaml、4/tasks.yaml 等 9 个文件"
    )


def test_folder_without_any(gdq: Run, repository: Path) -> None:
    """A folder with nothing to check is an error, beside one that has something too."""
    data_set(repository / "full")
    put(repository / "empty" / "notes.yaml", "a: 1")

    result = gdq("validate", "full", "empty")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "错误：empty 中没有 tasks.yaml、agencies.yaml、readings.yaml、exceptions.yaml\n"
    )


def test_folder_that_cannot_be_read(
    gdq: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder within that the system keeps closed is not passed over in silence."""
    data_set(repository / "n" / "open")
    closed = repository / "n" / "shut"
    closed.mkdir()
    scan = __import__("os").scandir

    def refuse(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "denied", path)
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)

    result = gdq("validate", "n")

    assert (result.exit_code, result.stderr) == (2, "错误：n/shut: 无法读取：没有权限\n")


THEIRS = {
    "ansible": ANSIBLE,
    "ansible with a template": "- debug:\n    msg: {{ greeting }}\n",
    "ansible with a secret": "- name: x\n  password: !vault |\n    $ANSIBLE_VAULT;1.1\n",
    "ansible that is no YAML": "- name: [x\n  service: {name: nginx\n",
    "tasks within": "- hosts: web\n  tasks:\n    - debug: {msg: hello}\n",
    "a mapping": "version: 3\nincludes: {docs: ./docs}\n",
    "some words in common": "title: Chores\nsource: kitchen\nitems: []\n",
    "nothing": "",
    "only a comment": "# to do\n",
    "a word": "later\n",
}


@pytest.mark.parametrize("text", THEIRS.values(), ids=THEIRS)
def test_another_programs_file(text: str, gdq: Run, repository: Path) -> None:
    """Found by a hook or in a folder it is passed over, and said so; named, it is a finding."""
    put(repository / "roles" / "web" / "tasks.yaml", text)
    data_set(repository / "data")
    passed = "略过看来是别的程序的：roles/web/tasks.yaml\n"

    by_hook = gdq("validate", "--skip-foreign", "roles/web/tasks.yaml")
    in_folder = gdq("validate", ".")
    named = gdq("validate", "roles/web/tasks.yaml")
    named_too = gdq("validate", ".", "roles/web/tasks.yaml")

    assert (by_hook.exit_code, by_hook.stdout) == (0, "")
    assert by_hook.stderr == f"检查 roles/web/tasks.yaml\n{passed}{NOTHING}"
    assert in_folder.exit_code == 0
    assert in_folder.stderr.splitlines(keepends=True)[1] == passed
    assert in_folder.stderr.endswith("检查了 2 个文件：0 个错误，1 个警告\n")
    assert named.exit_code == named_too.exit_code == 1
    assert "roles/web/tasks.yaml:" in named.stdout
    assert passed not in named_too.stderr


def test_a_folder_of_another_program(gdq: Run, repository: Path) -> None:
    """Where there is nothing else, nothing was checked, and that is no success."""
    put(repository / "roles" / "web" / "tasks.yaml", ANSIBLE)

    result = gdq("validate", "roles")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "错误：没有检查任何文件\n提示：是 gdq 的文件，可直接写出：gdq validate FILE\n"
    )


PARTICULARS = "source: {file: n.txt}\ndocument_number: 粤办函〔2016〕1号\ntitle: x\n"
OURS = {
    "unclosed": ("tasks: [\n", "GDQ002"),
    "no YAML from the first line": ("[{\ntasks:\n", "GDQ002"),
    "full-width colon": ("tasks：\n  - number: 1\n", "GDQ005"),
    "quoted": ('"tasks": [}\n', "GDQ002"),
    "as JSON": ('{ "tasks": [}', "GDQ002"),
    "key misspelt": (PARTICULARS + "taks: []\n", "GDQ104"),
    "key misspelt in what is no YAML": (PARTICULARS + "taks: [\n", "GDQ002"),
    "no text": (b"\xff\xff\x00", "GDQ001"),
}


@pytest.mark.parametrize(("text", "code"), OURS.values(), ids=OURS)
def test_a_file_of_ours_is_never_passed_over(
    text: str | bytes, code: str, gdq: Run, repository: Path
) -> None:
    """However broken it is, a key of ours in it tells, or that nobody can tell."""
    put(repository / "n" / "tasks.yaml", text)

    for arguments in (["n"], ["--skip-foreign", "n/tasks.yaml"]):
        result = gdq("validate", *arguments)

        assert result.exit_code == 1
        assert f" {code} " in result.stdout
        assert "略过" not in result.stderr


def test_a_file_beside_one_of_ours(gdq: Run, repository: Path) -> None:
    """What stands in a data set under such a name is of it, though no key can be read."""
    data = data_set(repository / "data")
    put(data / "agencies.yaml", "<<<<<<< HEAD\n- {name\n")

    result = gdq("validate", "--skip-foreign", "data/agencies.yaml")

    assert result.exit_code == 1
    assert "data/agencies.yaml:" in result.stdout


def test_the_hook(gdq: Run, repository: Path) -> None:
    """What the hook is told to run passes an Ansible role, and stops a broken table."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = hook["entry"].split()
    data_set(repository / "data", broken=True)
    put(repository / "roles" / "web" / "tasks.yaml", ANSIBLE)
    files = [
        path.relative_to(repository).as_posix()
        for path in repository.rglob("*.yaml")
        if re.search(hook["files"], path.relative_to(repository).as_posix())
    ]
    assert "roles/web/tasks.yaml" in files

    assert program == "gdq"
    assert gdq(*arguments, "roles/web/tasks.yaml").exit_code == 0
    assert gdq(*arguments, *files).exit_code == 1
