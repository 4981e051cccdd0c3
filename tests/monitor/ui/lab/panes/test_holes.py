def test_the_plain_autoencoder_has_more_unreadable_places_than_the_vae(open_pane):
    plain, vae = open_pane("holes").unsure
    assert plain > vae
