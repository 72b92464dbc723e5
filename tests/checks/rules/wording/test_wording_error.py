import pytest

from checks.observations.page import PageSeen
from checks.rulebook import load_rulebook
from config.errors import ConfigError
from tests.checks.rules.rule import rule

RULE = rule("wording-error")


def found(text: str, **kw):
    page = PageSeen(url="https://www.linhe.example/a.html", kind="article", encoding="utf-8", text=text, **kw)
    return list(RULE.check(page, RULE.limits))


@pytest.mark.parametrize(
    ("text", "wrong", "severity"),
    [
        ("深入开展扫黑险恶专项斗争。", "扫黑险恶", "veto"),
        ("请各单位认真贯彻落时。", "贯彻落时", "deduct"),
        ("市商务局网站将报市攻府批准", "市攻府", "veto"),
        ("召开攻艰克难推进会", "攻艰", "deduct"),
        ("完成秸杆综合利用", "秸杆", "deduct"),
        ("报送市人民检查院审查", "人民检查院", "deduct"),
        ("己经完成登记", "己经", "deduct"),
        ("以做为一种示范", "做为一种", "advice"),
        ("既使如此也要推进", "既使如此", "deduct"),
        ("请登陆网站查询", "登陆网站", "advice"),
        ("截止目前，已完成投资", "截止目前", "advice"),
        ("开立银行帐户", "帐户", "advice"),
        ("就象一家人一样", "就象", "advice"),
        ("来信反应噪声扰民", "来信反应", "deduct"),
        ("中国札幌路的项目峻工", "峻工", "deduct"),
        ("项目已于去年峻工验收。", "峻工", "deduct"),
        ("根据安政办发[2026]5号文件要求", "[2026]5号", "advice"),
        ("依据安政发〔2026〕05号", "〔2026〕05号", "advice"),
        ("截至2026年2月30日，全市共办理", "2026年2月30日", "deduct"),
        ("二0二六年三月五日", "二0二六年", "advice"),
    ],
)
def test_names_the_wrong_words_and_the_grade(text, wrong, severity):
    (finding,) = found(text)
    assert finding.facts["wrong"] == wrong
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "坚持以经济建设为中心，自己经营的店铺按排名先后安排。",
        "各单位须确立既有目标，毕竟价格合理。",
        "入场卷宗由档案馆保管，中标候选入围名单另行公布。",
        "两国务完成谈判，登记法人名政府采购网可查。",
        "干部暑期培训班开班，俱乐部暑假开放。",
        "面对严峻工作形势，李峻工程师带队检修。",
        "教师既使用新教材，又使学生受益；既便于群众办事，又便利企业。",
        "讲座落下帷幕，三座落差较大的水闸已加固。",
        "应当进行医学检查或者相关健康体检，完善卫生保健设施，内部治理结构健全。",
        "定船舶、定航线并且定货种的船舶可以定期报告。",
        "维多利亚州与加利福尼亚州派团参访，本钢领导陪同。",
        "据竹书纪年所载，宣布署名文章发表，公布署名单位。",
        "影像征集活动开始，个人材料另附，拍摄相关视频、拍摄象群迁移。",
        "既时尚又实用，既刻苦又认真，衔接恰当，直接恰好。",
        "打赢脱贫攻坚难题，与大冶理工学校、大冶安监局共建。",
        "特色采摘园开园，修剪采茶，强调拔尖人才，计划拔除杂草。",
        "通货运输、春运做好服务、政协做好协商、显著做法。",
        "年末能繁母猪存栏一百万头，周末来访，期末成绩已出，清末曾设县。",
        "双色球蓝球号码公布，神秘决战上演，聚众赌博斗殴被查处。",
        "侯马市、诸侯车、王侯将相，天气候鸟迁来，当时侯马镇遭灾。",
        "防汛问题清单，防讯息泄露，交通迅速恢复，沟通迅捷。",
        "创建全国文明城市，不断建全国一流园区，逐步建全省枢纽。",
        "抽签定标，摇签定位，指定点位，规定阅读书目。",
        "不仅管理到位，不仅管好还要管住，仅管理费一项就节约两万元。",
        "学习贯彻会议精神，一贯例行检查，习惯彻底改变。",
        "过度期望不可取，过渡期间由街道代管，度假村正式营业。",
        "数据中台、发掘起点、挖掘起来，不堪察看、堪察加半岛。",
        "不断激发韧性，迸发韧劲，搬迁徒步路线，变迁徒增伤感。",
        "工作崇高，写作崇尚自然，在创作崇阳提琴戏时。",
        "届满清退超期人员，期满清算，不满清洁工人待遇。",
        "轻松驰援，放松驰骋，幕后工作，开幕后参观，闭幕后撤展。",
        "回避谣言，逃避谣言，辟谣平台上线。",
        "海参于3月投苗，教授于昨日到校，学习平近日返乡。",
        "交付主任签字，支付局长特批款，托付书记转交。",
        "给标签定义别名，标签定位准确；基座落地，星座落于东方；安全部署一般在文末来源处注明。",
        "岑参于轮台作诗，曹参于齐为相；候选拨号名单，勾选拨通记录，上海拨付首批资金。",
        "影像征象明显，水印像素清晰，面积级联下降；砂浆随拌随用，坚决择优录取。",
        "荣登纪录榜，补登纪律条款；只做风险提示，抓好工作做风险预案。",
        "根据绝对数计算，数据绝不外泄；本就序列完整，切换界面，日历界面清楚。",
        "传授于人，导致力与形变，挖掘起点较高，掘起力达标。",
        "民风厚道谦和，不知道谦让；超过份额，通过份数统计；精彩访谈，博彩购买，色彩取自自然。",
        "校对帐篷尺寸，银行对账无误；前往苗栗县通霄镇；东风彩虹，双拥现状良好。",
        "视频临时中断，练习习题，资格守信，规格守则，预防犯罪，抵挡案件压力。",
        "以目光茫然示人，左邻右舍和睦；安置换届干部，添加济南地址；关联复合谐波，展开劈波斩浪。",
        "不如学习相关知识，今年已来电三次，唯一但发现较晚，木炭排放受控，给予已批准项目支持。",
        "部属高校招生计划安排部属单位另行公布，某国金融检查官员到访，计算公式期望值如下。",
        "拥跃村、腊烛村、偏坦村、绿州社区今年完成改厕，四不象是麋鹿的俗称，成就象征着努力。",
        "补充份额登记，每天份额不变，物业来电反应快，防汛排水有力。",
        "中标单位：临河县宏达装璜工程有限公司；分包单位：大河秸杆综合利用专业合作社。",
        "采药济世，施药济民；燃煤碳排放核算，林木碳汇交易；认养份额公布，营养份量适中。",
        "逐频临时调整，按磨损程度更换，外观磨砂处理，非计划拔管，惯穿便装。",
        "中国驻札幌总领事馆发布提醒，田赋于明代改折，解决窍门不多，传统愁绪。",
        "对开展工作不利的因素，举措失当，东诸候村村民，检查觉得合格，中华人民和国际友人。",
        "顽石城城坚难破，稀缺限量发售，接口缺限流措施，常驻札记栏目，链接恰恰相反，连接恰为一次。",
        "深渊原石展，文渊原版影印，所拥现在与将来，若干予以支持，骨干予以表彰，今朝庭院深深。",
        "第三课堂既有作业又有活动，做业务的能手，做业主的贴心人。",
    ],
)
def test_right_words_that_look_wrong_are_spared(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "错情通报：将“竣工”误写为“峻工”，“坐落”错写成“座落”。",
        "常见别字：“峻工”应为“竣工”。",
        "第四条　纳税人应当将其全部帐号向税务机关报告。",
        "他在《我做为一个农民》中写道。",
        "来信说：“好象还没有答覆。”",
    ],
)
def test_wording_that_is_only_repeated_is_spared(text):
    assert found(text) == []


def test_a_typing_error_in_a_quotation_is_still_one():
    assert found("他说：“工程已经峻工。”")[0].facts["wrong"] == "峻工"


def test_a_page_is_one_finding_with_its_errors_counted_and_the_worst_first():
    (finding,) = found("工程峻工。\n深入开展扫黑险恶专项斗争。")
    assert finding.facts["count"] == 2
    assert finding.facts["wrong"] == "扫黑险恶"
    assert finding.evidence.snippet == "深入开展扫黑险恶专项斗争。"


def test_each_error_is_told_with_its_sentence_its_right_form_and_its_place():
    (finding,) = found("会议听取汇报。\n工程峻工。请各单位执行。", title="关于布署防汛工作的通知")
    assert [(e["wrong"], e["right"], e["context"], e["place"]) for e in finding.facts["errors"]] == [
        ("布署", "部署", "关于布署防汛工作的通知", "标题"),
        ("峻工", "竣工", "工程峻工。", "正文第2段"),
    ]


def test_lists_and_home_pages_are_left_to_the_articles_behind_them():
    page = PageSeen(url="https://www.linhe.example/", kind="home", encoding="utf-8", text="工程峻工")
    assert list(RULE.check(page, RULE.limits)) == []


def with_office(**lists):
    rules = load_rulebook({"wording-error": {name: [str(path)] for name, path in lists.items()}}).rules
    rule = next(rule for rule in rules if rule.id == "wording-error")
    page = PageSeen(
        url="https://www.linhe.example/a.html",
        kind="article",
        encoding="utf-8",
        text="临河县峻工印社座落在临河岸边，一网通办理平台上线，登录政务网办事。",
    )
    return [error for finding in rule.check(page, rule.limits) for error in finding.facts["errors"]]


def test_the_offices_own_lists_add_to_the_built_in_one(tmp_path):
    words, names = tmp_path / "words.tsv", tmp_path / "names.txt"
    words.write_text("一网通办理\t一网通办\tforbidden\n政务网\t临河县政务网\trequired\n", encoding="utf-8")
    names.write_text("# 单位名称\n峻工印社\n", encoding="utf-8")
    assert [
        (e["wrong"], e["right"], e["grade"]) for e in with_office(office_expressions=words, office_spared=names)
    ] == [
        ("座落在", "坐落在", "usage"),
        ("一网通办理", "一网通办", "forbidden"),
        ("政务网", "临河县政务网", "required"),
    ]


def test_a_mistake_in_the_offices_list_is_told_before_any_page_is_judged(tmp_path):
    own = {"wording-error": {"office_expressions": [str(tmp_path / "words.tsv")]}}
    with pytest.raises(ConfigError, match="读不到这个文件（没有这个文件或文件夹）"):
        load_rulebook(own)
    (tmp_path / "words.tsv").write_bytes("峻工\t竣工\ttypo".encode("gb18030"))
    with pytest.raises(ConfigError, match="UTF-8"):
        load_rulebook(own)
