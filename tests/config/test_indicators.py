from config.indicators import load_indicators


def test_vetoes_deductions_and_accounts_are_there():
    table = load_indicators()
    assert table["W4.1"].params["count_min"] == 5
    assert table["W2"].params["fail_ratio_max"] == 0.05
    assert table["D4.3"].section == "功能设计"
    assert table["M2"].group == "new-media"


def test_points_that_no_source_shows_stay_unknown():
    assert load_indicators()["D4.3"].params["points"] is None
