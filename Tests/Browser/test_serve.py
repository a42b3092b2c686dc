"""`packhorse serve` with a browser: pages that follow what is saved, and errors laid over them."""

import time

import pytest

from conftest import copy_of_the_site
from playwright.sync_api import Error, expect

from preview import PATIENCE, Preview, wait_for
from test_pages import sideways, violations

PAGE = "content/practice/index.md"
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def start(tmp_path):
    """Starts preview servers, and stops those that a test leaves running."""
    started = []

    def begin(*arguments, folder=None, **settings):
        folder = folder or copy_of_the_site(tmp_path / f"site-{len(started)}")
        started.append(Preview(folder, *arguments, **settings))
        return started[-1]

    yield begin
    for preview in started:
        if preview.process.poll() is None:
            preview.stop()


@pytest.fixture
def preview(start):
    return start()


def mark(page):
    """Leaves a mark that is gone once the page is loaded anew."""
    page.evaluate("window.isAsItWas = true")


def wait_until(page, condition):
    """Waits until a JavaScript expression holds; the policy of the pages forbids what Playwright has for that."""
    def holds():
        try:
            return page.evaluate(condition)
        except Error:
            # The page was being loaded anew.
            return False
    wait_for(holds, condition)


def is_marked(page):
    return page.evaluate("window.isAsItWas === true")


def add_line(preview, name, text):
    with open(preview.folder / name, "a") as file:
        file.write(f"\n{text}\n")


@pytest.mark.parametrize("arguments", [[], ["--poll"]], ids=["notices", "polling"])
def test_a_saved_page_is_loaded_anew_where_it_was_being_read(start, visit, arguments):
    preview = start(*arguments)
    look = visit()
    page = look.open(preview.url + "practice/")
    page.set_viewport_size({"width": 600, "height": 200})
    page.evaluate("window.scrollTo(0, 300)")
    add_line(preview, PAGE, "A line that was not there before.")
    expect(page.get_by_text("A line that was not there before.")).to_be_attached()
    wait_until(page, "window.scrollY === 300")
    add_line(preview, PAGE, "And another.")
    expect(page.get_by_text("And another.")).to_be_attached()
    assert look.messages == []


def test_only_pages_that_changed_are_loaded_anew(preview, visit):
    look = visit()
    page = look.open(preview.url + "practice/index.html")
    other = look.context.new_page()
    other.goto(preview.url + "criteria/index.html")
    mark(other)
    for line in ("A line that was not there before.", "And another."):
        add_line(preview, PAGE, line)
        expect(page.get_by_text(line)).to_be_attached()
    # The other page has looked at both builds by the time it shows a third.
    assert is_marked(other)
    preview.edit("content/criteria/referral.yml", "title:", "title: A line of its own,")
    expect(other.get_by_text("A line of its own").first).to_be_attached()


def test_a_new_style_sheet_and_a_new_folder_are_seen(preview, visit):
    page = visit().open(preview.url + "practice/index.html")
    style = preview.folder / "templates/assets/packhorse.css"
    style.parent.mkdir(parents=True)
    style.write_text("body { background: rgb(1, 2, 3) }")
    wait_until(page, "getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    style.write_text("body { background: rgb(4, 5, 6) }")
    wait_until(page, "getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'")


def test_a_page_that_comes_and_goes_is_shown_and_missed(preview, visit):
    look = visit()
    page = look.open(preview.url + "practice/notes.html")
    expect(page).to_have_title("This page is not here – Social prescribing at Thornbeck Surgery")
    source = preview.folder / "content/practice/notes.md"
    source.write_text("---\ntitle: Notes of the week\n---\n\nShort and new.\n")
    expect(page.get_by_text("Short and new.")).to_be_visible()
    source.unlink()
    expect(page).to_have_title("This page is not here – Social prescribing at Thornbeck Surgery")


def test_the_sites_own_page_for_an_unknown_address_has_its_look_at_any_depth(preview, visit):
    colours = set()
    for name in ("nowhere.html", "modules/of/the/past.html"):
        look = visit()
        page = look.open(preview.url + name)
        expect(page).to_have_title("This page is not here – Social prescribing at Thornbeck Surgery")
        colours.add(page.evaluate("getComputedStyle(document.querySelector('.action')).backgroundColor"))
        assert violations(page) == []
    assert len(colours) == 1 and colours != {"rgba(0, 0, 0, 0)"}


def test_a_withdrawn_story_is_gone_at_once_even_where_the_site_has_an_error(preview, visit):
    look = visit()
    page = look.open(preview.url + "stories/index.html")
    story = page.locator("main a[href$='.html']").first
    name, address = story.inner_text(), story.get_attribute("href")
    page.goto(preview.url + "stories/" + address)
    before = (preview.folder / PAGE).read_text()
    add_line(preview, PAGE, "See [the plan](nowhere.md).")
    expect(page.get_by_role("alertdialog", name="1 error")).to_be_visible()
    assert name in page.title()
    preview.withdraw(address.removesuffix(".html"))
    expect(page).to_have_title("1 error")
    assert name not in page.content()
    for path in ("/", "/stories/index.html", "/stories/" + address):
        status, _, body = preview.get(path)
        assert status == 503 and name.encode() not in body
    (preview.folder / PAGE).write_text(before)
    expect(page).to_have_title("This story is no longer shown – Social prescribing at Thornbeck Surgery")
    assert preview.get("/")[0] == 200


def test_errors_lie_over_the_last_good_page_until_they_are_put_right(preview, visit):
    page = visit().open(preview.url + "practice/index.html")
    heading = page.locator("main h1").inner_text()
    mark(page)
    before = (preview.folder / PAGE).read_text()
    add_line(preview, PAGE, "See [the plan](nowhere.md) & more.")

    overlay = page.get_by_role("alertdialog", name="1 error")
    expect(overlay).to_be_visible()
    preview.wait_until_said(r"1 error, 0 warnings\. The last good pages stay\.")
    error = preview.wait_until_said(r"(?s)error: [^\n]+\[unknown-link\]\n.*?\n\n")
    shown = " ".join(overlay.inner_text().split())
    for line in error.strip().split("\n"):
        assert " ".join(line.split()) in shown, f"{line!r} is not in {shown!r}"
    assert "warning" not in shown
    assert page.locator("main h1").inner_text() == heading
    assert is_marked(page)
    status, _, body = preview.get("/practice/index.html")
    assert status == 200 and heading.encode() in body and b"the plan" not in body
    assert violations(page) == []

    # The overlay has the keyboard; Esc gives the page back, and a button fetches the errors again.
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.textContent") == "Hide"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    again = page.get_by_role("button", name="Show 1 error")
    expect(again).to_be_visible()
    assert violations(page) == []
    again.click()
    expect(overlay).to_be_visible()
    page.get_by_role("button", name="Hide").click()
    expect(overlay).to_be_hidden()

    # Another error is news again; a page opened now has the errors over it too.
    add_line(preview, PAGE, "See [another](nowhere-else.md).")
    expect(page.get_by_role("alertdialog", name="2 errors")).to_be_visible()
    page.keyboard.press("Escape")
    page.goto(preview.url + "glossary.html")
    expect(page.get_by_role("alertdialog", name="2 errors")).to_be_visible()

    mark(page)
    (preview.folder / PAGE).write_text(before)
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    assert is_marked(page)


def test_no_line_of_a_story_or_of_data_is_shown(preview, visit):
    page = visit().open(preview.url)
    story = next(path for path in sorted((preview.folder / "content/stories").glob("*.md")) if path.name != "index.md")
    add_line(preview, story, "A telling sentence with [a link](nowhere.md).")
    overlay = page.get_by_role("alertdialog")
    expect(overlay).to_contain_text("[unknown-link]")
    assert "telling" not in overlay.inner_text()
    assert "telling" not in preview.said
    table = preview.folder / "content/data/groups.csv"
    with open(table, "a") as file:
        file.write("cell of a row\n")
    expect(overlay).to_contain_text("groups.csv")
    assert "cell of a row" not in overlay.inner_text() + preview.said


def test_a_site_that_starts_broken_shows_its_errors_and_then_itself(start, visit, tmp_path):
    folder = copy_of_the_site(tmp_path / "broken")
    settings = (folder / "content/site.yml").read_text()
    (folder / "content/site.yml").write_text(settings + "tytle: x\n")
    preview = start(folder=folder)
    preview.wait_until_said(r"1 error, \d warnings?\. The site is shown once this is put right\.")
    look = visit()
    page = look.open(preview.url + "practice/index.html")
    expect(page.get_by_role("heading", name="1 error")).to_be_visible()
    expect(page.get_by_text("[unknown-key]")).to_be_visible()
    assert violations(page) == []
    (folder / "content/site.yml").write_text(settings + "tytle: x\ntutle: x\n")
    expect(page.get_by_role("heading", name="2 errors")).to_be_visible()
    (folder / "content/site.yml").write_text(settings)
    expect(page.locator("main#_main h1")).to_be_visible()
    assert look.page.title().endswith("Thornbeck Surgery")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_overlay_and_error_page_are_accessible_in_every_look(start, visit, tmp_path, width, scheme):
    preview = start()
    page = visit(width=width, scheme=scheme).open(preview.url + "practice/index.html")
    for number in range(12):
        add_line(preview, PAGE, f"See [a plan with quite a long name](nowhere-{'far-' * 30}{number}.md).")
    expect(page.get_by_role("alertdialog", name="12 errors")).to_be_visible()
    assert violations(page) == []
    assert sideways(page) <= 0
    box = page.get_by_role("alertdialog").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] >= 0 and box["y"] + box["height"] <= 800
    expect(page.get_by_role("button", name="Hide")).to_be_in_viewport()
    preview.stop()
    page = visit(width=width, scheme=scheme).open(start(folder=preview.folder).url)
    expect(page.get_by_role("heading", name="12 errors")).to_be_visible()
    assert violations(page) == []
    assert sideways(page) <= 0


def test_what_programs_keep_beside_a_file_builds_nothing(preview):
    folder = preview.folder / "content/practice"
    names = [".index.md.swp", "4913", "index.md~", "#index.md#", ".#index.md", "index.md.tmp", "index.md.bak", ".git"]
    for name in names:
        (folder / name).write_text("x")
        (folder / name).unlink()
    for name in ("public/index.html", ".packhorse/manifest.json"):
        file = preview.folder / name
        file.parent.mkdir()
        # A folder that a build may read is news once; what comes into it then is none.
        if name.startswith(".packhorse"):
            preview.wait_until_said("Rebuilt ")
        file.write_text("{}")
    # Whatever was going to be built is being built by now, or this test finds less than it could.
    time.sleep(0.5)
    add_line(preview, PAGE, "A line that was not there before.")
    preview.wait_until_said("Rebuilt ", times=2)
    assert preview.builds() == 2


def test_many_saves_at_once_give_few_builds_and_the_last_one_counts(preview):
    saves = 60
    for number in range(saves):
        (preview.folder / "content/practice/notes.md").write_text(f"---\ntitle: Notes\n---\n\nSave {number}.\n")
    wait_for(lambda: f"Save {saves - 1}." in preview.get("/practice/notes.html")[2].decode(), "the last save")
    assert preview.builds() < saves / 2


def test_a_save_during_a_build_is_built_afterwards(preview):
    for number in range(10):
        before = preview.builds()
        (preview.folder / "content/practice/notes.md").write_text(f"---\ntitle: Notes\n---\n\nFirst {number}.\n")
        # A second save as soon as the first one's build has begun or ended.
        wait_for(lambda: preview.builds() > before, "a build")
        assert preview.get("/practice/notes.html")[0] == 200
        (preview.folder / "content/practice/notes.md").write_text(f"---\ntitle: Notes\n---\n\nSecond {number}.\n")
        wait_for(lambda: f"Second {number}." in preview.get("/practice/notes.html")[2].decode(), "the second save")


def test_pages_follow_a_server_that_is_started_again(start, visit):
    first = start()
    look = visit()
    page = look.open(first.url + "practice/index.html")
    mark(page)
    assert first.stop() == 0
    second = start(folder=first.folder, port=first.port)
    assert second.url == first.url
    add_line(second, PAGE, "A line that was not there before.")
    expect(page.get_by_text("A line that was not there before.")).to_be_attached()


def test_any_number_of_pages_can_be_open(preview, visit):
    look = visit()
    pages = [look.context.new_page() for _ in range(10)]
    # A browser opens six connections to a server: with one held by each page, the seventh would never load.
    for page in pages:
        page.goto(preview.url + "practice/index.html")
    add_line(preview, PAGE, "A line that was not there before.")
    for page in pages:
        expect(page.get_by_text("A line that was not there before.")).to_be_attached()
    # Whichever page waited for the others may go.
    for page in pages[:9]:
        page.close()
    add_line(preview, PAGE, "And another.")
    expect(pages[9].get_by_text("And another.")).to_be_attached()
