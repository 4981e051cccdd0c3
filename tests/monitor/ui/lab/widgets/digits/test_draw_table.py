import numpy as np

from monitor.ui.lab.widgets.digits.draw_table import DrawTable


def test_a_draw_is_shown_row_by_row(qtbot):
    table = DrawTable()
    qtbot.addWidget(table)
    mean, std, noise = (np.array(v, np.float32) for v in ([1.0, -2.0], [0.1, 0.2], [-1.0, 2.0]))
    table.show_draw(mean, std, noise, mean + std * noise)
    assert [table.text(i) for i in range(4)] == [
        ["+1.00", "−2.00"],
        ["0.10", "0.20"],
        ["−1.00", "+2.00"],
        ["+0.90", "−1.60"],
    ]
