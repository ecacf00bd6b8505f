//! Many certificates, written into the database of a service that has filled it before.

use chrono::{Days, NaiveDate};
use ruankao::{Act, Law};
use sqlx::{AnyConnection, Connection};

const SURNAMES: [&str; 12] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"];
const GIVEN: [&str; 10] = ["伟", "芳", "秀英", "敏", "静", "丽", "强", "磊", "洋", "艳"];
/// The days of approval go round: the last of them for a certificate of each round.
pub const ROUND: usize = 1400;

pub fn number(index: usize) -> String {
    format!("M-{index:06}")
}

pub fn name(index: usize) -> String {
    format!("{}{}", SURNAMES[index % SURNAMES.len()], GIVEN[index / 7 % GIVEN.len()])
}

/// Adds so many certificates, each approved in the years before `today`, in one transaction.
pub async fn fill(database: &str, count: usize, today: NaiveDate) {
    const AT_ONCE: usize = 500;
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(database).await.unwrap();
    let mut tx = connection.begin().await.unwrap();
    let law = Law::of_2004().fingerprint();
    for first in (0..count).step_by(AT_ONCE) {
        let rows = |row: &dyn Fn(usize, NaiveDate) -> String| {
            let days = |index: usize| Days::new((1 + index % ROUND).try_into().unwrap());
            let rows = (first..count.min(first + AT_ONCE)).map(|index| row(index, today - days(index)));
            rows.collect::<Vec<_>>().join(", ")
        };
        let holders = rows(&|index, _| format!("('many-{index}')"));
        let certificates = rows(&|index, on| {
            let (number, name) = (number(index), name(index));
            format!("('{number}', 'many-{index}', '{name}', '软件设计师', '{on}', 'recorded', 1)")
        });
        let acts = rows(&|index, on| {
            let (number, event) = (number(index), serde_json::to_string(&Act::Approved.on(on)).unwrap());
            format!("('{number}', 1, '{event}', 'approved', '{on}', '{on}', 'centre', 0, 0, '{law}')")
        });
        for (into, rows) in [
            ("holders (id)", holders),
            ("certificates (number, holder, name, qualification, obtained_on, mode, version)", certificates),
            (
                "acts (certificate, version, event, name, happened_on, recorded_on, actor, decided_version, studies_version, law)",
                acts,
            ),
        ] {
            sqlx::query(&format!("INSERT INTO {into} VALUES {rows}")).execute(&mut *tx).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    connection.close().await.unwrap();
}
