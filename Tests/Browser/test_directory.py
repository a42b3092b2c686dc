"""The directory: whole without script, and with it only what somebody asks for."""

import pytest
from playwright.sync_api import expect

from test_pages import sideways, violations


@pytest.fixture(params=["http", "file"])
def base(request, server, site):
    return server if request.param == "http" else site.as_uri() + "/"


def shown(page):
    return page.locator(".group:visible").count()


def test_without_script_the_whole_list_is_there(visit, base):
    page = visit(java_script_enabled=False).open(base + "groups.html")
    assert shown(page) == page.locator(".group").count() > 10
    assert page.locator("select").count() == 0


def test_shows_only_what_is_asked_for(visit, base):
    look = visit()
    page = look.open(base + "groups.html")
    everything = shown(page)
    page.get_by_label("What kind").select_option("walking")
    walking = shown(page)
    assert 0 < walking < everything
    expect(page.get_by_role("status").filter(has_text=f"{walking} of {everything} groups")).to_be_visible()
    page.get_by_label("Step-free").check()
    assert 0 < shown(page) < walking
    for group in page.locator(".group:visible").all():
        assert group.get_attribute("data-step-free") == "yes" and group.get_attribute("data-activity") == "walking"
    page.get_by_label("Step-free").uncheck()
    page.get_by_label("What kind").select_option("")
    for label, value in [("Day", "Tuesday"), ("Free", None)]:
        field = page.get_by_label(label, exact=True)
        field.select_option(value) if value else field.check()
    assert 0 < shown(page) < everything
    assert all("Tuesday" in group.inner_text() for group in page.locator(".group:visible").all())
    assert look.messages == []


def test_a_day_without_groups_is_hidden(visit, base):
    page = visit().open(base + "groups.html")
    page.get_by_label("Day", exact=True).select_option("Tuesday")
    assert page.locator(".day:visible").count() < page.locator(".day").count()


def test_says_when_details_have_become_old_since_the_site_was_built(visit, base):
    page = visit().context.new_page()
    page.clock.install(time="2027-11-23T12:00:00Z")
    page.goto(base + "groups.html")
    assert page.locator(".group-checked").count() == 0
    assert page.locator(".group-stale").filter(has_text="have become too old to rely on").count() > 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_choosing_is_accessible_and_fits_a_small_phone(visit, server, scheme):
    page = visit(width=320, scheme=scheme).open(server + "groups.html")
    page.get_by_label("Free", exact=True).check()
    assert violations(page) == [] and sideways(page) <= 0
