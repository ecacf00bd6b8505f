//! The clauses against the official text of the two notices.
#![expect(clippy::indexing_slicing, reason = "the reader below is part of the test: an index out of bounds fails it")]

use insta::assert_snapshot;
use ruankao::regulation::{Force, Notice};
use ruankao::{Clause, Code, Language};

const NOTICES: &str = include_str!("notices/notices.txt");
const FORM: &str = "计算机技术与软件专业技术资格（水平）证书登记申请表";

/// What the official text says, read without the crate's help.
#[derive(Default)]
struct Read {
    /// Each clause with its paragraphs, in order.
    clauses: Vec<(String, Vec<String>)>,
    /// The paragraphs that belong to no clause.
    frame: Vec<String>,
}

/// The paragraphs, white space normalised: runs of it become one space, none at the ends, no empty paragraphs.
fn paragraphs() -> Vec<String> {
    let normal = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    NOTICES.lines().map(normal).filter(|line| !line.is_empty()).collect()
}

/// 一 to 十九.
fn numeral(number: usize) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    format!("{}{}", if number < 10 { "" } else { "十" }, digits[number % 10])
}

impl Read {
    /// Cuts the text at the enumeration marks; a mark opens a clause only where it is the next one due.
    fn notices() -> Self {
        let mut read = Self::default();
        let (mut notice, mut article, mut item) = (String::new(), 0, 0);
        // The place in `clauses` that unmarked paragraphs belong to: a preamble, the form, an article,
        // also after its items.
        let mut open: Option<usize> = None;
        for line in paragraphs() {
            if let Some(number) = line.strip_prefix("信办人[2004]").and_then(|rest| rest.strip_suffix("号")) {
                notice = number.to_owned();
            }
            let next_article = line.strip_prefix(&format!("{}、", numeral(article + 1)));
            let next_item = line.strip_prefix(&format!("（{}）", numeral(item + 1)));
            if line.starts_with("各省") && open.is_none() {
                (article, item) = (0, 0);
                open = Some(read.begin(format!("{notice}.0"), &line));
            } else if line == FORM {
                open = Some(read.begin(format!("{notice}.form"), &line));
            } else if line.starts_with("附件：") || line.starts_with("中华人民共和国信息产业部办公厅")
            {
                open = None;
                read.frame.push(line);
            } else if let (Some(text), Some(_)) = (next_article, open) {
                (article, item) = (article + 1, 0);
                open = Some(read.begin(format!("{notice}.{article}"), text));
            } else if let (Some(text), Some(_)) = (next_item, open) {
                item += 1;
                read.begin(format!("{notice}.{article}.{item}"), text);
            } else if let Some(place) = open {
                let ends_the_form = line.starts_with("注：");
                read.clauses[place].1.push(line);
                open = (!ends_the_form).then_some(place);
            } else {
                read.frame.push(line);
            }
        }
        read
    }

    fn begin(&mut self, citation: String, text: &str) -> usize {
        self.clauses.push((citation, vec![text.trim().to_owned()]));
        self.clauses.len() - 1
    }
}

#[test]
fn every_paragraph_stands_in_the_notices_and_no_other() {
    let read = Read::notices();
    for (clause, (citation, text)) in Clause::ALL.iter().zip(&read.clauses) {
        assert_eq!(clause.citation(), citation);
        assert_eq!(&clause.text_zh().split('\n').collect::<Vec<_>>(), text, "{clause}");
    }
    assert_eq!(Clause::ALL.len(), read.clauses.len());
    assert_eq!(Clause::ALL.len(), 56);
}

#[test]
fn what_is_left_of_the_notices_is_their_frame() {
    let frame = Read::notices().frame;
    let until_the_second_signature = frame.iter().rposition(|line| line.starts_with("二○○四年")).unwrap();
    assert_snapshot!(frame[..=until_the_second_signature].join("\n"), @r"
    信息产业部办公厅文件
    信办人[2004]47号
    关于组织开展计算机技术与软件
    专业技术资格（水平）证书登记工作的通知
    附件：计算机技术与软件专业技术资格（水平）证书登记申请表
    中华人民共和国信息产业部办公厅
    二○○四年十二月十六日
    主题词：人事 职称 管理 通知
    信息产业部办公厅文件
    信办人[2004]48号
    关于组织计算机专业技术资格（水平）证书
    持有者接受继续教育或参加
    业务技术培训的通知
    中华人民共和国信息产业部办公厅
    二○○四年十二月十六日
    ");
    // Not of the notices: the address of the Shanghai agency that published the copy.
    assert_eq!(frame[until_the_second_signature + 1], "上海市职业能力考试院信息人才认证中心");
}

#[test]
fn titles_and_numbers_of_the_notices_stand_in_them() {
    let whole: String = NOTICES.split_whitespace().collect();
    for notice in Notice::ALL {
        assert!(whole.contains(notice.in_words(Language::Zh)) && whole.contains(notice.name()), "{notice}");
        assert!(notice.name().contains(&format!("]{}号", notice.number())));
        assert!(notice.in_words(Language::En).is_ascii());
        assert_eq!(notice.issued_on().to_string(), "2004-12-16");
        let prefix = format!("{}.", notice.number());
        assert!(Clause::ALL.iter().all(|clause| (clause.notice() == notice) == clause.citation().starts_with(&prefix)));
    }
}

#[test]
fn a_typing_error_of_the_official_text_stays() {
    assert!(Clause::N48_11.text_zh().contains("继续教育形势"));
}

#[test]
fn a_clause_is_one_byte_and_all_are_in_order() {
    assert_eq!(size_of::<Clause>(), 1);
    assert!(Clause::ALL.is_sorted_by(|a, b| a < b));
}

#[test]
fn citations_print_and_parse_back() {
    for &clause in Clause::ALL {
        assert_eq!(clause.to_string(), clause.citation());
        assert_eq!(clause.citation().parse(), Ok(clause));
        let name = format!("{clause:?}").replace("Form", "_form").replace('_', ".");
        assert_eq!(name, format!("N{clause}"));
    }
    assert_eq!(format!("{:<8}|", Clause::N47_3), "47.3    |");
}

#[test]
fn a_wrong_citation_is_refused() {
    for wrong in
        ["", "47", "47.", "47.15", "48.13", "47.10.0", "47.10.6", "48.form", "47.Form", "46.1", "47.03", " 47.3"]
    {
        assert_eq!(wrong.parse::<Clause>().map_err(|error| error.citation), Err(wrong.to_owned()));
    }
    assert_snapshot!("47.10.6".parse::<Clause>().unwrap_err(), @"no clause is cited as `47.10.6`; expected `47.0` to `47.14`, `47.form` or `48.0` to `48.12`, followed by the item where one is meant, as in `47.10.5`");
}

#[test]
fn an_item_belongs_to_the_article_it_is_cited_under() {
    for &clause in Clause::ALL {
        let mut parts = clause.citation().rsplitn(2, '.');
        let (last, rest) = (parts.next().unwrap(), parts.next().unwrap());
        if rest.contains('.') {
            assert_eq!(clause.article().citation(), rest);
            assert_eq!(
                clause.article().items().position(|item| item == clause),
                last.parse::<usize>().ok().map(|n| n - 1)
            );
            assert_eq!(clause.items().len(), 0);
        } else {
            assert_eq!(clause.article(), clause);
            assert!(clause.items().all(|item| item.article() == clause && item != clause));
        }
    }
    let with_items: Vec<_> = Clause::ALL.iter().filter(|clause| clause.items().len() > 0).collect();
    let counts: Vec<_> = with_items.iter().map(|clause| format!("{clause}: {}", clause.items().len())).collect();
    assert_snapshot!(counts.join(", "), @"47.4: 4, 47.8: 4, 47.10: 5, 48.6: 4, 48.8: 4, 48.10: 3, 48.12: 3");
}

/// Whether a text has a modal word of this force. The 应 of 应用 and 相应 is none; that of 一般应 is weakened by 一般. The
/// form as a whole states what it asks for, and its note obliges in passing (由本人负责填写).
fn has(text: &str, force: Force) -> bool {
    let text = text.replace("应用", "").replace("相应", "").replace("一般应", "一般").replace("负责填写", "");
    let words: &[&str] = match force {
        Force::Must => &["必须", "应", "不得", "最多", "需", "责令", "负责"],
        Force::May => &["可", "自愿"],
        Force::Should => &["一般", "原则上"],
        Force::States => &[],
    };
    words.iter().any(|word| text.contains(word))
}

#[test]
fn the_force_agrees_with_the_words() {
    for &clause in Clause::ALL {
        let (own, lead) = (clause.text_zh(), clause.article().text_zh());
        match clause.force() {
            Force::States => {
                assert!(![Force::Must, Force::May, Force::Should].into_iter().any(|force| has(own, force)), "{clause}");
            }
            force => assert!(has(own, force) || has(lead, force), "{clause} {force}"),
        }
        assert_eq!(clause.force() == Force::Should, has(own, Force::Should), "{clause}");
        // 48.8.1 可依法 says what the law lets the institution do: a condition, and no permission of the notice.
        let says_otherwise = has(own, Force::Must) || has(own, Force::Should);
        assert!(clause.force() == clause.article().force() || says_otherwise, "{clause}");
    }
}

/// A sentence may bind otherwise than its clause as a whole: what a code rests on has the words of its force.
#[test]
fn the_force_of_a_sentence_is_not_that_of_its_clause() {
    // 延期时间不得超过一年; 顺延时间最多为一年; 应由本人提出书面申请，有关单位出具证明.
    for (code, clause, word) in [
        (Code::DeferralTooLong, Clause::N47_8, "不得超过一年"),
        (Code::ExtensionTooLong, Clause::N48_6, "最多为一年"),
        (Code::WrittenApplicationMissing, Clause::N48_6, "应由本人提出书面申请"),
        (Code::EvidenceMissing, Clause::N48_6, "出具证明"),
    ] {
        assert!(clause.text_zh().contains(word), "{code}");
        assert_eq!((clause.force(), code.force(clause)), (Force::May, Some(Force::Must)), "{code}");
    }
    // 可…出示相关证明，申请延期登记; 当事人…可以…申请复议.
    assert_eq!(Code::EvidenceMissing.force(Clause::N47_8), Some(Force::May));
    assert_eq!(Code::NotCancelled.force(Clause::N47_11), Some(Force::May));
    assert_eq!(Code::NotCancelled.force(Clause::N47_10), Some(Force::Must));
    // 原则上…各设一个 alone recommends in 47.2.
    assert_eq!(Code::SeveralAgencies.force(Clause::N47_2), Some(Force::Should));
    assert_eq!(Code::AlreadyProposed.force(Clause::N47_2), Some(Force::Must));
    let recommended = Code::ALL.iter().filter(|code| code.force(Clause::N47_2) == Some(Force::Should));
    assert!(recommended.eq(&[Code::SeveralAgencies, Code::TitleTooLow, Code::CompetenceMissing]));
    // What rests on no clause has none.
    let without = Code::ALL.iter().filter(|code| code.force(Clause::N47_3).is_none());
    assert!(without.copied().eq([Code::OutOfOrder, Code::AlreadyApproved, Code::Repealed, Code::CalendarUncovered]));
}

#[test]
fn the_force_of_each_article() {
    let of = |force: Force| {
        let clauses = Clause::ALL.iter().filter(|clause| clause.force() == force);
        let differing = clauses.filter(|clause| clause.article() == **clause || clause.article().force() != force);
        format!("{force}: {}", differing.map(|clause| clause.citation()).collect::<Vec<_>>().join(" "))
    };
    assert_snapshot!([Force::Must, Force::May, Force::Should, Force::States].map(of).join("\n"), @r"
    must: 47.0 47.3 47.4 47.5 47.6 47.7 47.10 47.12 47.13 47.14 48.3 48.4 48.7 48.8 48.9 48.10 48.12
    may: 47.8 47.9 47.11 48.5 48.6 48.11
    should: 47.2 48.10.1 48.10.2 48.10.3
    states: 47.1 47.form 48.0 48.1 48.2
    ");
}

#[test]
fn every_clause_has_an_english_text_of_as_many_paragraphs() {
    for &clause in Clause::ALL {
        let english = clause.text_en();
        assert!(english.is_ascii(), "{clause}");
        assert!(
            english.split('\n').all(|paragraph| !paragraph.is_empty() && paragraph.trim() == paragraph),
            "{clause}"
        );
        assert!(!english.contains("  "), "{clause}");
        assert_eq!(english.split('\n').count(), clause.text_zh().split('\n').count(), "{clause}");
    }
}

#[test]
fn the_wire_has_the_citation_and_the_force_in_small_letters() {
    for &clause in Clause::ALL {
        let json = serde_json::to_string(&clause).unwrap();
        assert_eq!(json, format!("\"{clause}\""));
        assert_eq!(serde_json::from_str::<Clause>(&json).unwrap(), clause);
        let force = serde_json::to_value(clause.force()).unwrap();
        assert_eq!(force, clause.force().to_string());
    }
    assert_snapshot!(serde_json::from_str::<Clause>("47.3").unwrap_err(), @"invalid type: floating point `47.3`, expected the citation of a clause, such as `47.10.5` at line 1 column 4");
    assert!(serde_json::from_str::<Clause>("\"47.15\"").is_err());
    assert!(serde_json::from_str::<Force>("\"Must\"").is_err());
}
