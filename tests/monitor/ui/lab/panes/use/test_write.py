def test_the_asked_digit_is_written_whatever_the_style(open_pane):
    shown = open_pane("write")
    for digit in (7, 2):
        shown.ask(digit)
        shown.view.point(0.3, 0.2)
        assert f"the judge reads a {digit}" in shown._said.text()
