from config.example_file import load_examples
from config.rule_file import load_rules
from duwang.handbook import pages, write
from duwang.rule_page import rule_object, rule_page


def test_there_is_a_page_a_rule_and_an_index():
    made = pages()
    assert set(made) == {"README.md", *(f"{rule_id}.md" for rule_id in load_rules())}
    assert all(f"({rule_id}.md)" in made["README.md"] for rule_id in load_rules())


def test_writing_removes_pages_of_rules_that_are_no_more(tmp_path):
    (tmp_path / "rule-of-old.md").write_text("old", "utf-8")
    write(tmp_path)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == pages()


def test_examples_show_their_markup_what_is_found_and_the_difference_that_passes():
    made = pages()["link-malformed.md"]
    assert (
        '```html\n<h1>县领导调研防汛工作</h1>\n<p>发布时间：2026-11-18</p>\n<img src="file:///C:/Users/a.jpg"' in made
    )
    assert "查出：“file:///C:/Users/a.jpg”指向编辑电脑上的文件，公众打不开：file:///C:/Users/a.jpg" in made
    assert "- **不算问题：** 上传到网站后重新插入。`file:///C:/Users/a.jpg`换成`/upload/a.jpg`。" in made


def test_a_page_tells_clause_limits_remedy_and_examples():
    rule = load_rules()["homepage-stale"]
    page = rule_page(rule)
    assert dict(page.facts)["依据"] == rule.clause
    assert dict(page.sections)["怎么改"] == rule.fix
    assert [example.says for example in page.examples] == [example.says for example in load_examples(rule)]
    assert ("max_age_days", "几天内应有更新", "14", "不大于 14") in page.grids[0].rows


def test_a_page_shows_the_standard_that_holds_the_numbers():
    (limits, ages) = rule_page(load_rules()["column-stale"]).grids
    assert limits.heading == "参数"
    assert ("news_local", "动态要闻", "14 天") in ages.rows
    assert ("leaders", "领导信息", "不按更新查") in ages.rows
    assert any(row[0] == "K08" for row in rule_page(load_rules()["content-missing"]).grids[1].rows)
    assert {row[0] for row in rule_page(load_rules()["footer-mark-missing"]).grids[1].rows} >= {"F01", "F08"}
    assert any("SiteIDCode" in row[1] for row in rule_page(load_rules()["meta-missing"]).grids[1].rows)


def test_what_this_installation_sets_stands_beside_the_default():
    rule = load_rules()["homepage-stale"]
    assert rule_page(rule, {"max_age_days": 10}).grids[0].rows == (
        ("max_age_days", "几天内应有更新", "14", "不大于 14", "10"),
    )
    (limit,) = rule_object(rule, {"max_age_days": 10})["limits"]
    assert (limit["value"], limit["default"]) == (10, 14)
