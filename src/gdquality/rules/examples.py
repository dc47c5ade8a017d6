"""What the examples of the rules vary: tasks, agencies, a change."""

TASK = """\
tasks:
  - number: 1
    label: '1'
    title: 提升工程质量
    lead: [{text: 省质监局, agency: 广东省质量技术监督局}]
    support: [{text: 省财政厅, agency: 广东省财政厅}]
    printed:
      - {role: lead, text: 省质监局, place: {row: 14, column: 10}}
      - {role: support, text: 省财政厅, place: {row: 14, column: 15}}
    place: {row: 14, column: 1}
"""

AGENCIES = """\
agencies:
  - name: 广东省财政厅
    aliases: [省财政厅, 财政厅]
    kind: provincial-department
    confidence: high
  - name: 广东省水利厅
    aliases: [省水利厅, 水利厅]
    kind: provincial-department
    confidence: high
"""

GOVERNMENT = """\
  - name: 广东省人民政府
    aliases: [省政府]
    kind: people-government
    confidence: high
"""

CHANGES = """\
changes:
  - date: 2018-10
    kind: merged
    before: [广东省水利厅]
    after: [广东省财政厅]
    confidence: low
"""

SECOND_TASK = """\
  - number: 2
    label: '2'
    title: 提升服务质量
    lead: [{text: 省质监局, agency: 广东省质量技术监督局}]
    support: [{text: 省财政厅, agency: 广东省财政厅}]
    printed:
      - {role: lead, text: 省质监局, place: {row: 15, column: 10}}
      - {role: support, text: 省财政厅, place: {row: 15, column: 15}}
    place: {row: 15, column: 1}
"""
