"""The page of many notices in a real browser: filters, addresses, and the answers of the program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from browsing import Open, faults, go_to, shown
from many import notice_file

from gdquality import load_collection
from gdquality.cli import run
from gdquality.collection.questions import Collection
from gdquality.records import ROLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

PLACE = "长沙市"


@pytest.fixture(scope="module")
def file(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of three notices: of 2016, of 2024, and of another government."""
    path = tmp_path_factory.mktemp("page") / "notices.html"
    assert run(["page", "-o", str(path), "--data", str(database)]) == 0
    return path


@pytest.fixture(scope="module")
def many(database: Path) -> Collection:
    """Return the same notices, to be asked."""
    return load_collection(database)


def choose(page: "Page", key: str, value: str) -> None:
    """Choose in one of the lists which notices are asked."""
    before = page.url
    page.select_option(f"#filter-{key}", value)
    page.wait_for_function("before => location.href !== before", arg=before)
    page.wait_for_timeout(50)


def test_filters(open_page: Open) -> None:
    """They combine, stand in the address, go along with links, and back undoes them."""
    page = open_page()
    assert shown(page) == "通知（3 份）"
    choose(page, "place", "广东省")
    assert shown(page) == "通知（2 份）"
    choose(page, "year", "2016")
    assert shown(page) == "通知（1 份）"
    assert page.locator("#asked").inner_text() == "只列：2016 年、广东省，1 份通知"
    assert page.locator("#notices tbody tr:visible").count() == 1
    page.click("nav a:has-text('任务')")
    page.wait_for_function("location.hash.startsWith('#tasks?')")
    assert shown(page) == "任务（2 项）"
    page.click("#tasks tbody a:has-text('整顿市场')")
    page.wait_for_function("location.hash.startsWith('#task-')")
    assert "year=2016" in page.url
    for _ in range(3):
        page.go_back()
    page.wait_for_timeout(50)
    assert shown(page) == "通知（2 份）"
    assert page.input_value("#filter-place") == "广东省"
    page.click("#all")
    page.wait_for_timeout(50)
    assert shown(page) == "通知（3 份）"
    assert page.locator("#all").is_hidden()


def test_an_address_has_its_filter(open_page: Open, many: Collection) -> None:
    """Who is sent an address sees what the sender saw; of a filter that fits nothing, nothing."""
    entry = many.notices()[0]
    page = open_page(f"agencies?notice={entry.notice}")
    assert shown(page) == "单位（2 个）"
    assert page.input_value("#filter-notice") == str(entry.notice)
    page = open_page("tasks?year=1999")
    assert shown(page) == "任务（0 项）"
    assert page.locator("#asked").inner_text() == "只列：1999 年，0 份通知"


def test_keys_choose_a_filter(open_page: Open) -> None:
    """By keys alone: who walks through a list of years stays in it."""
    page = open_page()
    page.focus("#filter-year")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(100)

    assert page.evaluate("document.activeElement.id") == "filter-year"
    assert page.input_value("#filter-year") == "2016"
    assert shown(page) == "通知（1 份）"


def test_search(open_page: Open) -> None:
    """A body, a task and a notice are found, and of those that are not asked none."""
    page = open_page()

    def found(typed: str) -> list[str]:
        page.fill("#query", typed)
        return page.locator("#results a").all_inner_texts()

    assert found("zhijianju") == ["广东省质量技术监督局"]
    assert found("财政局") == [f"{PLACE}财政局"]
    assert found("整顿") == ["1 整顿市场", "1 整顿市场"]
    assert found("553") == ["关于做好一项工作的通知"]
    choose(page, "place", PLACE)
    assert found("zhijianju") == found("整顿") == found("553") == []
    assert found("czj") == [f"{PLACE}财政局"]


def test_notice_and_task(open_page: Open, many: Collection) -> None:
    """A notice has its tasks, duties and matrix; a task its notice, and those before and after."""
    entry = many.notices()[-2]
    page = open_page(f"notice-{entry.notice}")
    assert shown(page) == entry.title
    assert page.locator("#detail h3").all_inner_texts() == ["任务（2 项）", "报送要求", "对照表"]
    assert page.locator("#detail abbr").count() == 5
    page.click("#detail .stack a:has-text('抓品牌')")
    page.wait_for_function("location.hash.startsWith('#task-')")
    assert shown(page) == "2 抓品牌"
    assert page.locator(".near a").all_inner_texts() == ["上一项：1 整顿市场"]
    page.click("#detail p a")
    page.wait_for_function("location.hash.startsWith('#notice-')")
    assert shown(page) == entry.title


def test_every_body_as_it_is_answered(open_page: Open, many: Collection) -> None:
    """What the script reckons for each body is what the program answers over all notices."""
    page = open_page()
    told = page.evaluate(
        """data.agencies.map((one, at) => ({
            name: one.name,
            tasks: tasksOf(at).map((tasks) => tasks.map((task) => `${data.notices[task.notice].id} ${task.number}`)),
            partners: partnersOf(at).map(([other, counts]) => [
                data.agencies[other].name, counts.together, counts.led, counts.under, counts.beside]),
            due: data.deadlines.filter((one) => one.bound?.includes(at)).map((one) => one.what),
        }))"""
    )

    assert {one["name"] for one in told} >= {"广东省市场监督管理局", f"{PLACE}财政局"}
    for one in told:
        answer = many.agency(one["name"])
        for role, numbers in zip(ROLES, one["tasks"], strict=True):
            assert set(numbers) == {
                f"{entry.notice} {each.task.number}"
                for entry, part in answer.parts
                for each in part.assignments(role)
            }
        _, partners = many.partners(one["name"])
        assert sorted(one["partners"]) == sorted(
            [each.agency, each.together, each.led, each.under, each.beside] for each in partners
        )
        due = [each.what for _, part in answer.parts for each in part.deadlines]
        assert sorted(one["due"]) == sorted(due)


VIEWS: tuple[Callable[[int], str], ...] = (
    *(lambda _, view=view: view for view in ("notices", "agencies", "tasks", "deadlines")),
    lambda notice: f"notice-{notice}",
    lambda notice: f"task-{notice}-1",
    lambda _: "agency-广东省市场监督管理局",
)


@pytest.mark.parametrize("width", [320, 1280])
def test_fits_and_is_accessible(open_page: Open, many: Collection, width: int) -> None:
    """No view scrolls sideways, and axe-core finds no fault in any."""
    notice = many.notices()[0].notice
    page = open_page(viewport={"width": width, "height": 800})
    for view in VIEWS:
        go_to(page, view(notice))
        page.fill("#query", "市场")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert faults(page) == [], view(notice)


def test_dark(open_page: Open) -> None:
    """In the dark, too, lists and buttons have contrast enough."""
    page = open_page("tasks?place=广东省", color_scheme="dark")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert faults(page) == []


def test_long_lists(open_page: Open, tmp_path: Path) -> None:
    """Of a long list the first rows are shown, with how many there are; a button shows all."""
    rows = (f"第{number}件事\t省财政厅\t省农业厅" for number in range(1, 251))
    source = notice_file(tmp_path / "sources", "a.txt", *rows)
    assert run(["add", str(source), "--data", str(tmp_path / "mine")]) == 0
    path = tmp_path / "a.html"
    assert run(["page", "-o", str(path), "--data", str(tmp_path / "mine")]) == 0
    page = open_page("tasks", path=path)

    assert page.locator("#tasks tbody tr").count() == 200
    assert "共 250 项，先列 200 项" in page.locator("#tasks").inner_text()
    assert faults(page) == []
    page.click("#tasks button")
    assert page.locator("#tasks tbody tr").count() == 250
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "任务"


def test_hostile_names(open_page: Open, tmp_path: Path) -> None:
    """Markup in a title is text; so is what an address says."""
    title = "</script><img src=x onerror=alert(1)>"
    source = notice_file(tmp_path / "sources", "a.txt", f"{title}\t省财政厅\t省农业厅")
    assert run(["add", str(source), "--data", str(tmp_path / "mine")]) == 0
    path = tmp_path / "a.html"
    assert run(["page", "-o", str(path), "--data", str(tmp_path / "mine")]) == 0
    page = open_page("tasks?year=<img src=x onerror=alert(1)>&place=__proto__", path=path)

    assert shown(page) == "任务（0 项）"
    go_to(page, "tasks")
    assert page.locator("#tasks tbody a", has_text=title).count() == 1
    assert page.locator("img").count() == 0


def test_print(open_page: Open, tmp_path: Path) -> None:
    """Paper has no lists to choose from, and says what was chosen."""
    page = open_page("tasks?year=2016")
    page.emulate_media(media="print")
    assert page.locator("#filter select").first.is_hidden()
    path = tmp_path / "a.pdf"
    page.pdf(path=path, prefer_css_page_size=True)

    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "只列：2016 年，1 份通知" in text
    assert "整顿市场" in text


def test_without_script(open_page: Open) -> None:
    """Without a script the notices are listed, and that is said."""
    page = open_page(java_script_enabled=False)

    assert page.locator("#notices tbody tr:visible").count() == 3
    assert page.locator("noscript").inner_text() == "没有脚本时只列出各份通知。"
    assert page.locator("#filter").is_hidden()
