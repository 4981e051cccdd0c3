def test_the_denoising_network_gives_back_less_noise_than_it_got(open_pane):
    shown = open_pane("denoise")
    for kind in range(shown.kind.count()):
        shown.kind.setCurrentIndex(kind)
        assert shown.errors["denoised"] < shown.errors["noisy"]
        assert shown.errors["denoised"] < shown.errors["plain"]
