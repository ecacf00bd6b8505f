//! The help in Chinese.

use crate::tongue::Chinese;

const LOOKED_AT: &str = "查看什么";
const CHANGES: &str = "换一种前提";
const SHOWN: &str = "如何显示";
const FILES: &str = "写入文件";
const LISTS: &str = "列表";

pub const CHINESE: Chinese = Chinese {
    about: "查看软考证书登记的规则：证书历程、某日的状态及其理由、后续办理，以及什么会改变结论",
    usage: "explore [选项] [示例|文件]",
    arguments: &[
        ("what", "示例或文件", "内置示例，或交换格式的案例文件（“-”为标准输入）[默认：sick_leave]"),
        ("case", LOOKED_AT, "文件中有多个案例时，该编号的案例（默认为第一个）"),
        ("on", LOOKED_AT, "查看的日期（默认为示例的日期，或案例第一个问题的日期）"),
        (
            "known_on",
            LOOKED_AT,
            "按登记册该日所载查看，不计此后记载的，也不计该日之前划去的（默认为示例或案例所定，或当前）",
        ),
        ("until", LOOKED_AT, "绘制和列出到期事项的最后一日"),
        ("reading", CHANGES, "改取一项解释，如expiry_day=day_before（可重复）"),
        ("parameter", CHANGES, "改变一个参数，如cycle_hours=120、repealed_on=2019-06-01（可重复）"),
        ("repealed_on", CHANGES, "假设通知自该日起废止"),
        (
            "mode",
            CHANGES,
            "如何审查：strict对第一个不合规定的行为不予认可，audit任其有效并列出，recorded不作审查（默认为示例或案例所定）",
        ),
        ("audit", CHANGES, "同--mode audit"),
        ("what_if", CHANGES, "按交换格式加入一个事件或一条学时记录，并列出变化（可重复）"),
        ("language", SHOWN, "全部文字的语言：en或zh，包括帮助和出错说明[默认：en]"),
        ("format", SHOWN, "text为文字；同样内容的数据或文件：json、html、svg、ics[默认：text]"),
        ("json", SHOWN, "同--format json：全部内容作为数据，其中事件和学时记录与交换格式相同，自0起编号"),
        (
            "clauses",
            SHOWN,
            "附官方条文，各条在首次引用处显示一次；后跟条文编号（如--clauses 47.8）或通知编号时，列出这些条文",
        ),
        ("width", SHOWN, "多少列宽（默认与终端同宽，或80列）"),
        ("svg", FILES, "将证书历程写成SVG图"),
        ("html", FILES, "将全部内容写成一个HTML页面，含中英文"),
        ("ics", FILES, "将到期事项写成iCalendar日历"),
        ("remind", FILES, "日历提前多少天提醒（可重复；默认30天和7天）"),
        ("force", FILES, "覆盖已有的文件；所读的文件除外"),
        ("list", LISTS, "列出内置示例"),
        ("readings", LISTS, "列出通知未作规定之处，以及各种解释的理由"),
        ("parameters", LISTS, "列出通知中的数字"),
        ("help", SHOWN, "显示本帮助"),
    ],
    after: "\
示例，“explore”代表“cargo run --release --example explore --”：
  explore lapsed_by_a_day --language zh
  explore study_abroad --on 2008-02-01 --language zh
  explore on_time --reading expiry_day=day_before --parameter window_months=6 -l zh
  explore lawful_as_known --known-on 2008-06-02 -l zh
  explore sick_leave --svg life.svg --html life.html --ics due.ics -l zh
  explore --clauses 47.8 -l zh
  explore examples/data/register.jsonl --case 31-2006-000045 -l zh",
};
