"""A simulated patient works in every page, by its name."""

import pytest

from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.session.loading.loader import RecordLoader


@pytest.fixture
def put_on(make_window, qtbot, play):
    """Open a patient as the command line does, and let it run."""

    def go(spec, seconds=12):
        window = make_window()
        with qtbot.waitSignal(window.session.opened):
            window.records.open_spec(spec, None)
        play(window, seconds)
        return window

    return go


@pytest.mark.slow
@pytest.mark.parametrize("spec", ["patient:pvc?seed=2&leads=5", "patient:pvc?seed=2&leads=5&minutes=0.5"])
def test_every_page_shows_it(put_on, play, spec):
    window = put_on(spec)
    assert window.session.replay.info.name == "pvc-2"
    for page in PAGE_SPECS:
        window.show_page(page.name)
        play(window, 0.5)
        window._show_slow_things()
        assert not window.grab().isNull()
        assert window.context.page == page.name
    assert not window.session.replay.failure


def test_one_that_does_not_exist_is_said_in_a_sentence(qtbot):
    loader = RecordLoader("patient:sinos", None)
    with qtbot.waitSignal(loader.failed) as told:
        loader.start()
    assert told.args[0].startswith("There is no patient 'sinos'; there are sinus, pvc,")
    loader.wait()
