def test_the_denoising_network_gives_back_less_noise_than_it_got(open_pane):
    shown = open_pane("denoise")
    for kind in range(shown.kind.count()):
        shown.kind.setCurrentIndex(kind)
        assert shown.errors["denoised"] < shown.errors["noisy"]
        assert shown.errors["denoised"] < shown.errors["plain"]


def test_in_a_narrow_window_what_the_slider_changes_stands_beside_what_becomes_of_it(open_pane):
    shown = open_pane("denoise")
    for width, columns in ((1600, 4), (600, 2)):
        shown.arrange(width)
        places = {
            name: shown._grid.getItemPosition(shown._grid.indexOf(one))[:2]
            for name, one in shown._panels.items()
        }
        assert {column for _, column in places.values()} == set(range(columns))
        assert places["noisy"][0] == places["denoised"][0] == 0
        assert len(set(places.values())) == 4
