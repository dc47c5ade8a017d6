"""The page of a notice in a real browser: Chromium or Chrome, headless, as people would use it."""

from pathlib import Path

import pypdfium2
import pytest
from browsing import Open, faults, go_to, shown
from test_page import HOSTILE, hostile_data

from gdquality import load
from gdquality.formats.answer_file import content_of
from gdquality.formats.page import page as page_of

VIEWS = (
    *("tasks", "agencies", "deadlines", "matrix", "notice"),
    *("agency-广东省商务厅", "agency-广东省市场监督管理局", "task-21"),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the packaged notice."""
    path = tmp_path_factory.mktemp("page") / "notice.html"
    path.write_bytes(page_of(load()))
    return path


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("广东省质量技术监督局", ["广东省质量技术监督局"]),
        ("质监局", ["广东省质量技术监督局"]),
        ("質監局", ["广东省质量技术监督局"]),
        ("省 质监局", ["广东省质量技术监督局"]),
        ("zhijianju", ["广东省质量技术监督局"]),
        ("ZJJ", ["广东省质量技术监督局", "中国证券监督管理委员会广东监管局"]),
        ("质技监局", ["广东省质量技术监督局"]),
        ("市场监管局", ["广东省市场监督管理局"]),
        ("环保厅", ["广东省环境保护厅"]),
        (
            "检验检疫局",
            ["中华人民共和国广东出入境检验检疫局", "中华人民共和国深圳出入境检验检疫局"],
        ),
        ("27", ["27  加强质量安全多元救济"]),
        ("品牌", ["14  加强企业商标品牌培育", "15  加强产业品牌建设"]),
        ("pinpai", ["14  加强企业商标品牌培育"]),
        ("没有这个单位", []),
        ("", []),
    ],
)
def test_search(open_page: Open, typed: str, expected: list[str]) -> None:
    """An agency is found by any of its names, a task by its words or number, the best first."""
    page = open_page()
    page.fill("#query", typed)

    found = page.locator("#results a").all_inner_texts()
    wanted = [" ".join(one.split()) for one in expected]
    assert [" ".join(one.split()) for one in found[: len(expected)]] == wanted
    assert bool(found) == bool(expected)
    assert page.locator("#status").inner_text() == (f"找到 {len(found)} 项" if typed else "")


def test_keyboard_alone(open_page: Open) -> None:
    """A slash begins a search, arrows walk the results, Enter opens one, Escape ends it."""
    page = open_page()
    press = page.keyboard.press
    press("/")
    page.keyboard.type("zjj")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        press(key)
    page.wait_for_function("location.hash.length > 10")

    assert shown(page) == "中国证券监督管理委员会广东监管局"
    # The heading has the focus: the next Tab goes on from there.
    assert page.evaluate("document.activeElement.tagName") == "H2"
    press("Tab")
    assert page.evaluate("document.activeElement.closest('#detail') !== null")
    press("/")
    page.keyboard.type("广东省农业厅")
    press("Enter")
    page.wait_for_function("document.querySelector('#detail h2').textContent === '广东省农业厅'")
    press("/")
    page.keyboard.type("x")
    press("Escape")
    assert page.input_value("#query") == ""
    assert page.locator("#results").is_hidden()


def test_links_and_back(open_page: Open) -> None:
    """Every agency and task has an address of its own, and the way back is the browser's."""
    page = open_page("task-27")
    assert shown(page) == "27 加强质量安全多元救济"
    page.click("#detail a:has-text('广东省民政厅')")
    assert shown(page) == "广东省民政厅"
    assert "广东省民政厅" in page.title()
    page.go_back()
    assert shown(page) == "27 加强质量安全多元救济"
    page.click("a:has-text('下一项')")
    assert shown(page).startswith("28 ")
    page.click("nav a:has-text('报送要求')")
    assert shown(page).startswith("报送要求")
    assert page.locator("nav [aria-current=page]").inner_text() == "报送要求"
    page.reload()
    assert shown(page).startswith("报送要求")
    page.evaluate("location.hash = '#agency-%E5%B9'")
    page.wait_for_function("location.hash.endsWith('%B9')")
    assert shown(page).startswith("任务")


def test_agency(open_page: Open) -> None:
    """It says what it leads and supports, with whom, by when, and what it is called today."""
    page = open_page("agency-广东省农业厅")
    text = page.locator("#detail").inner_text()

    assert page.locator("#detail h3").all_inner_texts() == [
        *("牵头任务（2 项）", "参与任务（11 项）", "报送要求", "共事单位"),
    ]
    assert "今为：广东省农业农村厅" in text
    assert "2016-12-15" in text
    bars = page.locator("#detail svg.bar")
    assert bars.count() == len(load().partners("农业厅"))
    assert page.locator("#detail svg.bar rect.led").first.bounding_box()


def test_every_agency_as_it_is_answered(open_page: Open) -> None:
    """What the script reckons for each agency is what the program answers: tasks and partners."""
    page, asked = open_page(), load()
    told = page.evaluate(
        """data.agencies.map((one, at) => ({
            name: one.name,
            tasks: tasksOf(at).map((tasks) => tasks.map((task) => task.number)),
            partners: partnersOf(at).map(([other, counts]) => [
                data.agencies[other].name, counts.together, counts.led, counts.under, counts.beside]),
            due: data.deadlines.filter((one) => one.bound?.includes(at)).map((one) => one.what),
        }))"""
    )

    assert len(told) > 48
    for one in told:
        answer = asked.agency(one["name"])
        numbers = [
            sorted({each.task.number for each in side})
            for side in (answer.lead, answer.responsible, answer.support)
        ]
        assert one["tasks"] == numbers
        partners = [
            [each.agency, each.together, each.led, each.under, each.beside]
            for each in asked.partners(one["name"])
        ]
        assert one["partners"] == partners
        assert one["due"] == [each.what for each in answer.deadlines]


def test_an_address_that_is_sent(open_page: Open) -> None:
    """An address opens at the top, with the search in sight; the way back leads to the link."""
    page = open_page("agencies", viewport={"width": 1000, "height": 600})
    page.wait_for_timeout(100)
    assert page.evaluate("scrollY") == 0

    link = page.locator("#agencies tbody a").last
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 300
    link.click()
    page.wait_for_function("document.activeElement.tagName === 'H2'")
    assert page.evaluate("scrollY") == 0
    page.go_back()
    page.wait_for_function("top => scrollY === top", arg=before)


def test_later_body(open_page: Open) -> None:
    """A body of today has the tasks of those it came of."""
    page = open_page("agency-广东省市场监督管理局")

    assert "前身：广东省工商行政管理局" in page.locator("#detail").inner_text()
    assert page.locator("#detail h3").first.inner_text() == "牵头任务（25 项）"


def test_headings_of_the_matrix_stay(open_page: Open) -> None:
    """Whatever is scrolled, the names of agencies are above and the tasks on the left."""
    page = open_page("matrix", viewport={"width": 800, "height": 500})
    corner = page.locator("#matrix thead th").first
    before = corner.bounding_box()
    page.evaluate("document.querySelector('#matrix .wide').scrollTo(400, 600)")

    assert page.evaluate("document.querySelector('#matrix .wide').scrollLeft") == 400
    assert corner.bounding_box() == before
    left = page.locator("#matrix tbody th").last.bounding_box()
    assert left
    assert before
    assert left["x"] == before["x"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_fits(open_page: Open, width: int) -> None:
    """The page itself never scrolls sideways, on a phone or on a desk."""
    page = open_page(viewport={"width": width, "height": 800})

    for view in VIEWS:
        go_to(page, view)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, view


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(open_page: Open, scheme: str) -> None:
    """axe-core finds no problem: names, roles, contrast, order, in light and dark."""
    page = open_page(color_scheme=scheme)
    for view in VIEWS if scheme == "light" else ("task-21", "deadlines"):
        go_to(page, view)
        page.fill("#query", "质")
        assert faults(page) == [], view
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (background == "rgb(255, 255, 255)") == (scheme == "light")


def test_print(open_page: Open, tmp_path: Path) -> None:
    """On paper a view is alone on A4, in black on white whatever the screen has."""
    page = open_page(color_scheme="dark")
    page.emulate_media(media="print")

    for view, most in (("tasks", 4), ("agency-广东省商务厅", 4)):
        go_to(page, view)
        assert page.locator("nav").is_hidden()
        assert page.locator("#search").is_hidden()
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert colour == "rgb(255, 255, 255)"
        path = tmp_path / "a.pdf"
        page.pdf(path=path, prefer_css_page_size=True)
        document = pypdfium2.PdfDocument(path)
        assert [round(size) for size in document[0].get_size()] == [595, 842]
        assert len(document) <= most
        document.close()


@pytest.mark.parametrize("kind", ["page", "answer"])
def test_the_whole_matrix_is_printed(
    open_page: Open, file: Path, kind: str, tmp_path: Path
) -> None:
    """On paper every mark of every agency is there: a matrix turns the page."""
    matrix = load().matrix()
    if kind == "answer":
        file = tmp_path / "matrix.html"
        file.write_bytes(content_of(matrix, ".html", None))
    page = open_page("matrix", path=file)
    path = tmp_path / "a.pdf"
    page.pdf(path=path, prefer_css_page_size=True)

    document = pypdfium2.PdfDocument(path)
    assert [round(size) for size in document[0].get_size()] == [842, 595]
    text = "".join(one.get_textpage().get_text_bounded() for one in document)
    document.close()
    marks = sum(bool(role) for _, _, roles in matrix.rows for role in roles)
    assert sum(map(text.count, "●○")) == marks + len(matrix.roles)


def test_hostile_names(open_page: Open, tmp_path: Path) -> None:
    """A name that is markup is shown as it is written, and does nothing."""
    path = tmp_path / "a.html"
    path.write_bytes(page_of(load(hostile_data(tmp_path))))
    page = open_page(path=path)
    page.fill("#query", "script")

    links = page.locator("#results a")
    assert sorted(links.all_inner_texts()) == [f"3 {HOSTILE}", f"广东省{HOSTILE}教育厅"]
    links.filter(has_text="教育厅").click()
    assert shown(page) == f"广东省{HOSTILE}教育厅"
    page.goto(f"{path.as_uri()}#task-3")
    assert HOSTILE in shown(page)


def test_without_script(open_page: Open) -> None:
    """Without a script everything is on the page, one below the other, and links lead there."""
    page = open_page("task-27", java_script_enabled=False)

    assert page.locator("main section:visible").count() >= 5
    assert page.locator("#search").is_hidden()
    assert page.locator("#task-27").is_visible()
