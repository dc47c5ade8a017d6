"""The verbs of duties, listed once: what is drawn up or organised, done by a date, handed in."""

DRAWS_UP = (
    "(?:汇总起草|起草|制[定订](?!本|如下|以下|了|《)"
    "|组织开展|指导(?![纲意思目手方员小原价性下文标中站书]))(?![的后])"
)
"""What somebody is bound to do without any date."""

DOES = (
    "(?:完成|出台|印发|下发|制定|制订|编制|起草|拟订|修订|发布|公布|公示|公开|启动|建立|建成|形成|提出|实现"
    "|整改|组织|开展|召开|上线|投入|开工|竣工|达到|达标|配齐|取消|清理|清退|落实|推出|建设|培育|新增|梳理|汇总"
    "|研究|部署|搬迁|拆除|关闭|关停|淘汰|退出|安装|改造|覆盖|做到|做好|确保|力争|对接|移交|整合|归并|设立|成立"
    "|开通|运行|试点|推广|解决|排查|检查|评估|验收|考核|总结|自查|自评|调整|更新|编印|签订|拨付|兑现|办结|摸清|消除)"
)
"""What somebody is bound to do by a date."""

MUST = (
    "(?=[应务必要须需])(?:应当|务必|必须|(?<![主重必首纪摘概简需只])要(?!素|件|闻|点|领|害|求(?!真))"
    "|(?<![相供适响反效对])应(?![急用对答付收变邀届])|(?<!必)须|(?<![必急按所军])需(?![求要]))"
)
"""A word that binds whoever stands before it, and is no part of another word."""

ADVERB = (
    "(?:抓紧|认真|尽快|及时|按时|按期|按要求|深入|切实|积极|共同|联合|分别|分头|统一|一律|一并|一次性|逐一|逐级"
    "|集中|书面|定期|主动|全部|全面|基本|力争|确保|率先|同步|进一步"
    "|(?<![合归兼吞])并(?![购网联轨行入])|(?<![任服业政事公财商税])务(?![工农实])|(?<!平)均(?![衡等价])"
    f"|(?<![成新丰宁])都(?![市江匀昌安])|(?<![退归偿])还(?![款贷建清])|(?<![申邀聘提])请(?![示求假柬款])|也|{MUST})"
)
"""What stands between whoever is bound and what they do, and is no part of either."""

HANDS_IN = "报送|上报|呈报|呈送|报请|报备|提交|抄报|抄送"
"""What hands something in, whatever stands behind it."""

REVIEWS = "汇总|审核|审定|整理|核实|初审|复核|把关|审查|签字|盖章|修改完善"
"""What is done to a paper before it is handed on: 汇总后报省政府 does not say what."""

REPORTS = "书面报告|书面报|汇报|报告|反馈|申报"
"""What hands something in if a body stands with it, and is said of others elsewhere: 起草报告."""
