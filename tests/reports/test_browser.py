"""The HTML report in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.reports import html
from tests.reports.browser import CHROMIUM, Browser
from tests.reports.builder import batch, report, submission

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium: the HTML report isn't tried in a browser")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    found = Browser(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "报告.html"
    path.write_text(html.render(batch()), "utf-8")
    return path


def visible(selector: str) -> str:
    return f"[...document.querySelectorAll('{selector}')].filter((e) => e.checkVisibility()).length"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_page_fits_and_asks_for_nothing(browser: Browser, page: Path, width: int, dark: bool) -> None:
    browser.problems.clear()
    browser.requests.clear()
    browser.load(page, width, dark)
    browser.run("for (const d of document.querySelectorAll('details')) d.open = true")
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.problems == []
    assert browser.requests == [page.as_uri()]


def test_colours_follow_the_scheme(browser: Browser, page: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    browser.load(page)
    light = browser.run(ground)
    browser.load(page, dark=True)
    assert browser.run(ground) != light


def test_filter_by_code_hides_what_lacks_it(browser: Browser, page: Path) -> None:
    browser.load(page)
    assert browser.run(visible(".submission")) == 5
    browser.run(
        "(() => { const s = document.querySelector('[name=code]'); s.value = 'W501';"
        " s.dispatchEvent(new Event('input', {bubbles: true})) })()"
    )
    assert browser.run(visible(".submission")) == 1
    assert browser.run(visible("[data-for]")) == 1
    assert browser.run("document.getElementById('showing').value") == "显示 1 份材料、1 条问题"
    assert browser.run("document.querySelectorAll('mark:not(.off)[data-numbers]').length") == 1
    browser.run("document.querySelector('[type=reset]').click(); new Promise((done) => setTimeout(done))")
    assert browser.run(visible(".submission")) == 5


def test_filter_by_unit_and_severity(browser: Browser, page: Path) -> None:
    browser.load(page)
    browser.run(
        "(() => { const s = document.querySelector('[name=unit]'); s.value = '县教育局';"
        " s.dispatchEvent(new Event('input', {bubbles: true})) })()"
    )
    assert browser.run(visible(".submission")) == 2
    browser.run("document.querySelector('[value=warning]').click()")
    assert browser.run(visible(".submission")) == 0


def test_link_from_the_list_opens_the_submission(browser: Browser, page: Path) -> None:
    browser.load(page)
    assert browser.run("document.querySelector('.submission').open") is False
    browser.run(
        "document.querySelector('.register a').click(); new Promise((done) => addEventListener('hashchange', done))"
    )
    assert browser.run("document.querySelector('.submission').open") is True


def test_keyboard_reaches_everything_and_shows_where_it_is(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "一份.html"
    path.write_text(html.render(report(submission())), "utf-8")
    browser.load(path)
    seen: list[str] = []
    while seen[-1:] != ["BODY"]:
        browser.press("Tab", 9)
        seen.append(browser.run("document.activeElement.className || document.activeElement.tagName"))
        outline = browser.run("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or seen[-1] == "BODY"
        assert len(seen) < 200
    assert {"skip", "SELECT", "INPUT", "BUTTON", "SUMMARY", "findings"} <= set(seen)


def test_printing_opens_every_submission(browser: Browser, page: Path) -> None:
    browser.load(page)
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run(visible(".inside")) == 5
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run(visible(".inside")) == 0
