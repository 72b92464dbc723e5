from config.sites import Site


def test_four_fields_are_enough_and_the_site_answers_for_itself():
    site = Site(code="9901210001", name="临河县人民政府", url="https://www.linhe.example/", level="county")
    assert site.unit == "临河县人民政府"
