"""Whose a document is: by its issuing organ, its number and its title."""

import pytest

from gdquality.names.government import jurisdiction_of, packaged_places


def told(organ: str | None, number: str | None = None, title: str = "") -> str | None:
    """Return the official name of the jurisdiction that a document tells."""
    place = jurisdiction_of(organ, number, title)
    return packaged_places().official(place) if place else None


@pytest.mark.parametrize(
    ("organ", "name"),
    [
        ("广西壮族自治区人民政府办公厅", "广西壮族自治区"),
        ("重庆市人民政府办公厅", "重庆市"),
        ("湖北省农业农村厅", "湖北省"),
        ("湖南财政厅", "湖南省"),
        ("南通市人民政府办公室", "南通市"),
        ("广州市越秀区人民政府办公室", "广州市越秀区"),
        ("象州县人民政府", "象州县"),
        ("平潭综合实验区管委会办公室", "平潭综合实验区"),
        ("中共广东省委办公厅", "广东省"),
        ("共青团广东省委员会", "广东省"),
        ("国家税务总局广东省税务局", "广东省"),
        ("中国人民银行广州分行", "广州市"),
        # several organs
        ("中共上海市委办公厅 上海市人民政府办公厅", "上海市"),
        ("广东省发展改革委、广东省财政厅", "广东省"),
        ("教育部、财政部", "全国"),
        ("生态环境部、国家发展和改革委员会、国家能源局", "全国"),
        ("教育部、广东省人民政府", None),
        ("湖南省财政厅、湖北省财政厅", None),
        ("教育部等八部门", "全国"),
        ("湖南省财政厅等5个部门", "湖南省"),
        ("国家发展改革委等部门", "全国"),
        # that stand together without a mark
        ("重庆市人民政府四川省人民政府", None),
        ("湖南省人民政府教育部", None),
        ("国家发展改革委湖南省人民政府", None),
        ("广东省人民政府中国人民银行", None),
        ("广东省人民政府广州市人民政府", None),
        ("湖南省财政厅湖南省教育厅", "湖南省"),
        ("中共湖南省委办公厅湖南省人民政府办公厅", "湖南省"),
        ("国家税务总局湖南省税务局湖南省财政厅", "湖南省"),
        ("湖南省财政厅国家税务总局湖南省税务局", "湖南省"),
        ("中共湖南省委国家安全委员会办公室", "湖南省"),
        ("中共湖南省委宣传部", "湖南省"),
        # the country
        ("国务院办公厅", "全国"),
        ("中共中央办公厅、国务院办公厅", "全国"),
        ("公安部", "全国"),
        # what tells no place
        ("县政府办公室", None),
        ("省委组织部", None),
        ("鼓楼区人民政府", None),
        ("", None),
    ],
)
def test_the_organ_tells_the_jurisdiction(organ: str, name: str | None) -> None:
    """Several organs must agree, and what names no one place is not guessed."""
    assert told(organ) == name


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("粤府办〔2016〕53号", "广东省"),
        ("粤办函〔2016〕553号", "广东省"),
        ("鄂农发〔2021〕43号", "湖北省"),
        ("穗府办函〔2024〕47号", "广州市"),
        ("渝府办发〔2021〕88号", "重庆市"),
        ("沪府办发〔2020〕1号", "上海市"),
        ("内政发〔2019〕2号", "内蒙古自治区"),
        ("国办发〔2018〕129号", "全国"),
        ("国发〔2015〕24号", "全国"),
        # one sign within another, and signs of several places
        ("苏政发〔2020〕1号", "江苏省"),
        ("苏府〔2020〕1号", "苏州市"),
        ("鄂府发〔2020〕1号", "鄂尔多斯市"),
        ("青政发〔2020〕1号", None),
        ("宁政发〔2020〕1号", None),
        ("常政办发〔2018〕32号", None),
        ("不是文号", None),
    ],
)
def test_the_sign_of_the_number_tells_it_where_it_is_one_places(
    number: str, name: str | None
) -> None:
    """宁 is of 宁夏 and of 南京, 常 of too many."""
    assert told(None, number) == name


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        (None, "海南省儿童健康促进专项行动计划", "海南省"),
        (None, "关于印发《湖南省“十四五”规划》的通知", "湖南省"),
        (None, "南通市政府办公室印发《关于加强美育工作的实施意见》的通知", "南通市"),
        (None, "广东省人民政府办公厅关于印发广州市建设方案的通知", "广东省"),
        (None, "国务院关于大力发展电子商务的意见", "全国"),
        (None, "关于推进人才集聚工程的实施意见", None),
        # the number of a province on a document about one of its cities
        ("粤府〔2019〕1号", "关于印发广州市建设方案的通知", "广东省"),
        # the county that has the sign of a province says who it is
        ("桂政发〔2019〕1号", "桂阳县人民政府关于印发方案的通知", "桂阳县"),
        # the organs are those before what they do
        (
            None,
            "中共湖南省委办公厅 湖南省人民政府办公厅印发《关于加强美育工作的意见》的通知",
            "湖南省",
        ),
        (None, "教育部等八部门关于加强美育工作的通知", "全国"),
        (None, "长沙市人民政府办公室转发湖南省财政厅关于一件事的通知", "长沙市"),
        ("渝府发〔2021〕30号", "重庆市人民政府 四川省人民政府关于印发方案的通知", None),
        ("渝府发〔2021〕30号", "重庆市人民政府 四川省人民政府印发《一个方案》", None),
        # what contradicts itself tells nothing
        ("粤府〔2019〕1号", "湖南省建设方案", None),
    ],
)
def test_the_title_tells_it(number: str | None, title: str, name: str | None) -> None:
    """First by who issued it, last by the place in it, which must not contradict the number."""
    assert told(None, number, title) == name


def test_the_organ_and_the_title_must_agree() -> None:
    """The last line of a heading is one of the organs that the title names."""
    title = "重庆市人民政府 四川省人民政府关于印发方案的通知"

    assert told("四川省人民政府", "川府发〔2021〕3号", title) is None
