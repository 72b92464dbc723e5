from config.mandatory_content import load_mandatory


def test_every_item_is_there_once():
    items = load_mandatory()
    assert len([code for code in items if code.startswith("G")]) == 27
    assert len([code for code in items if code.startswith("L")]) == 15
    assert {"F01", "F08", "P00", "P07", "K01", "K40"} <= items.keys()


def test_pilot_domains_inherit_the_duty_of_the_catalogue():
    farm = load_mandatory()["G23"]
    assert (farm.must, farm.group) == ("yes", "domains")
    assert farm.levels == {"county", "township"}


def test_a_province_owes_what_a_city_owes():
    assert load_mandatory()["K15"].levels == {"province", "city"}
