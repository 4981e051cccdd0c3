"""A plot with its words: they stay whole while they grow."""

from monitor.ui.kit.theme import DARK
from monitor.ui.model.plots import Plot

LONG = "Forecast: where the LSTM expects the signal to be. " * 4


def test_words_that_grow_with_another_moment_are_not_covered(qtbot):
    plot = Plot(DARK, "A plot", "mV")
    qtbot.addWidget(plot)
    plot.resize(360, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    plot.say("Short.")
    plot.stage()
    plot.say(LONG)
    plot.develop()
    plot.flip()
    words, still = plot._words, plot._still
    assert plot.words == LONG
    assert words.height() >= words.heightForWidth(words.width())
    assert still.geometry().top() > words.geometry().bottom()
