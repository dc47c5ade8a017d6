"""The rules of the file itself, whatever it holds: what reads it finds what breaks them."""

from gdquality.rules.examples import AGENCIES, TASK
from gdquality.rules.rule import Rule

UNREADABLE_FILE: Rule[None] = Rule(
    code="GDQ001",
    name="unreadable-file",
    severity="error",
    title="文件读得出来，是 UTF-8 或 GB18030 文本",
    why="读不出来的文件什么也检查不了。文件夹、管道、过大的文件、夹有 NUL 的文件都不读。",
    passes="""\
tasks: []
""",
    fails="""\
tasks: \x00
""",
)

YAML_SYNTAX: Rule[None] = Rule(
    code="GDQ002",
    name="yaml-syntax",
    severity="error",
    title="文件合乎 YAML 语法",
    why="语法一处出错，其后的内容就没有确定的含义。",
    passes="""\
tasks: []
""",
    fails="""\
tasks: [
""",
)

DUPLICATE_KEY: Rule[None] = Rule(
    code="GDQ003",
    name="duplicate-key",
    severity="error",
    title="同一组里的键不重复",
    why="许多程序只留下最后一个，前面的内容就悄悄丢了。",
    passes=TASK,
    fails=TASK + "    place: {row: 15, column: 1}\n",
)

PLAIN_YAML: Rule[None] = Rule(
    code="GDQ004",
    name="plain-yaml",
    severity="error",
    title="不用锚点、别名、标签，不套叠过深，一个文件一份文档",
    why="这些写法能让一小段文字展开成无穷多，也能藏起内容；数据用不着。",
    passes=TASK,
    fails=TASK.replace(
        "    place: {row: 14, column: 1}\n", "    place: &n {row: 14}\ndeadlines: *n\n"
    ),
)

FULLWIDTH_PUNCTUATION: Rule[None] = Rule(
    code="GDQ005",
    name="fullwidth-punctuation",
    severity="error",
    title="键后的冒号、列表中的逗号、引号不用全角",
    why="输入法打出的“：”“，”“”在 YAML 里只是普通文字：键不成键，几项并成一项，引号留在值里。",
    passes=AGENCIES,
    fails=AGENCIES.replace("省水利厅, 水利厅", "省水利厅，水利厅"),
)

TAB_INDENTATION: Rule[None] = Rule(
    code="GDQ006",
    name="tab-indentation",
    severity="error",
    title="缩进用空格，不用制表符",
    why="YAML 不许用制表符缩进：它有多宽，各人所见不同。",
    passes=TASK,
    fails=TASK.replace("    title:", "\ttitle:"),
)

UNUSED_EXCEPTION: Rule[None] = Rule(
    code="GDQ007",
    name="unused-exception",
    severity="warning",
    title="例外仍然用得上",
    why="问题改好以后，留下的例外会遮住新的问题。",
    passes="""\
exceptions: []
""",
    fails="""\
exceptions:
  - {code: GDQ303, file: tasks.yaml, text: 无此文字, reason: 通知原文如此}
""",
)

MISSING_FIELD: Rule[None] = Rule(
    code="GDQ101",
    name="missing-field",
    severity="error",
    title="必有的字段都有",
    why="缺了字段的记录，答案就缺了一块。",
    passes=TASK,
    fails=TASK.replace("    title: 提升工程质量\n", ""),
)

UNKNOWN_FIELD: Rule[None] = Rule(
    code="GDQ102",
    name="unknown-field",
    severity="error",
    title="没有多余的字段",
    why="多出的字段往往是写错的字段名，它的内容不会有人读到。",
    passes=TASK,
    fails=TASK + "    colour: red\n",
)

WRONG_TYPE: Rule[None] = Rule(
    code="GDQ103",
    name="wrong-type",
    severity="error",
    title="每个值都合乎字段的类型和格式",
    why="序号写成文字、类别写成别的词，程序就无从比较。010、1_000、12:30 都是文字，不是整数。",
    passes=TASK,
    fails=TASK.replace("number: 1", "number: 01"),
)

UNKNOWN_FILE: Rule[None] = Rule(
    code="GDQ104",
    name="unknown-file",
    severity="error",
    title="文件是任务数据（tasks）、名录（agencies）、读音（syllables）或例外（exceptions）",
    why="看顶层的键就知道是什么文件；都不是，就没有规则可查。",
    passes=TASK,
    fails="""\
task: []
""",
)

FILE_RULES = (
    UNREADABLE_FILE,
    YAML_SYNTAX,
    DUPLICATE_KEY,
    PLAIN_YAML,
    FULLWIDTH_PUNCTUATION,
    TAB_INDENTATION,
    UNUSED_EXCEPTION,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    UNKNOWN_FILE,
)
