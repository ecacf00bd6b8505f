//! 48.2: 继续教育的主要内容是计算机软件、计算机网络、计算机应用技术、信息系统、信息服务等领域新的知识、技术、标准和法规。

use crate::support::{APPROVED, Asked, history, quotes, studied};
use ruankao::education::{ContentKind, Field};
use ruankao::{Clause, Entry, Law, Ledger};

#[test]
fn the_words() {
    quotes(Clause::N48_2, "计算机软件、计算机网络、计算机应用技术、信息系统、信息服务等领域新的知识、技术、标准和法规");
}

/// The list is open: 等. Whether the content is new is for people to judge.
#[test]
fn every_field_and_every_kind_counts_alike() {
    let fields = [
        Field::Software,
        Field::Networks,
        Field::Applications,
        Field::InformationSystems,
        Field::InformationServices,
        Field::Other,
    ];
    let kinds = [ContentKind::Knowledge, ContentKind::Technology, ContentKind::Standard, ContentKind::Regulation];
    let of = |field| kinds.map(|kind| Entry { field, kind, ..studied("2006-01-01", 1) });
    let entries: Vec<Entry> = fields.into_iter().flat_map(of).collect();
    let progress = Law::of_2004().open(history(&[APPROVED]), Ledger::from(entries)).progress("2006-01-01");
    assert_eq!((progress.hours.to_string().as_str(), progress.disregarded.len()), ("2.4", 0));
}
