from models.contract.messages.lab import Series, Share


def test_it_draws_the_layers_and_says_how_much_less_the_first_is_told(open_pane, tmp_path):
    shown = open_pane("gradient")
    shown.chosen.setValue(3)
    assert shown.request(tmp_path).depth == 3
    layers = (1.0, 2.0, 3.0)
    shown.told(Series("sigmoid gradient", layers, (1e-6, 1e-4, 1e-2)))
    shown.told(Series("relu gradient", layers, (0.02, 0.01, 0.01)))
    shown.told(Series("relu accuracy", (0.0, 10.0), (0.1, 0.8)))
    assert "sigmoid: the first layer is told 10,000 times weaker than the last" in shown.note.text()
    assert "ReLU: the first layer is told 2 times stronger than the last" in shown.note.text()
    assert shown.accuracy.line("relu")[1].tolist() == [0.1, 0.8]
    assert shown.told(Share(0.1, "batch 100 of 1000")) == "batch 100 of 1000"
    shown.began()
    assert not len(shown.layers.line("relu")[0])


def test_each_start_is_another_one(open_pane, tmp_path):
    shown = open_pane("gradient")
    assert shown.request(tmp_path).seed != shown.request(tmp_path).seed
