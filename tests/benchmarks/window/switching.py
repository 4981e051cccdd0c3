"""How long the window's thread is busy at a stretch when language and colours change, all pages made before.

In seconds of that thread's own processor time, which other programs on the machine lengthen less than time.
"""

import time

from assets.sources.record import RecordSource

SETTLE_S = 2.0
SIZE = (1366, 768)


def rows():
    """The stream runs at 1x all the while, analysed."""
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    from assets.records.demo import load_demo
    from monitor.ui.pages.actions.pages import PAGE_SPECS
    from monitor.ui.pages.settings import Settings
    from monitor.ui.session.session import Session
    from monitor.ui.shell.app import application
    from monitor.ui.shell.window import MainWindow

    application()

    def wait(seconds):
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def longest(change):
        """The longest turn of the event loop, of the change itself and what follows from it."""
        turns, last = [], [time.thread_time()]

        def turn():
            now = time.thread_time()
            turns.append(now - last[0])
            last[0] = now

        timer = QTimer()
        timer.timeout.connect(turn)
        timer.start(0)
        wait(0.5)
        turns.clear()
        QTimer.singleShot(0, change)
        wait(SETTLE_S)
        timer.stop()
        return max(turns)

    window = MainWindow(Session(), Settings(QSettings("", QSettings.Format.IniFormat)))
    window.resize(*SIZE)
    window.show()
    window.put_on(RecordSource(load_demo()))
    wait(5.0)

    def show_everything():
        for spec in PAGE_SPECS:
            window.show_page(spec.name)
            wait(0.3)
        lab = window.pages.need("lab")
        window.show_page("lab")
        for name in lab.pane_names:
            lab.show_pane(name)
            wait(0.2)

    for page in ("monitor", "trends", "review", "model", "class", "lab"):
        show_everything()
        window.show_page(page)
        wait(1.0)
        took = longest(lambda: window.languages.choose("ja"))
        yield f"another language, {page} shown: longest turn, CPU", f"{took:.2f} s", "≤ 0.1 s", took <= 0.1
        window.languages.choose("en")
    show_everything()
    window.show_page("monitor")
    wait(1.0)
    took = longest(window.context.actions["toggle_theme"].trigger)
    yield "other colours, all panes made: longest turn, CPU", f"{took:.2f} s", "≤ 0.1 s", took <= 0.1
    window.close()
