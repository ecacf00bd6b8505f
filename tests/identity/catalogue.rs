//! The catalogue: how many of what, since when, under which names.

use insta::assert_snapshot;
use ruankao::identity::{Category, Level, Origin, Qualification};
use ruankao::{Language, day};

fn count(fits: impl Fn(Qualification) -> bool) -> usize {
    Qualification::ALL.into_iter().filter(|it| fits(*it)).count()
}

#[test]
fn there_are_27_in_three_levels_and_two_notices() {
    assert_eq!(Level::ALL.map(|level| count(|it| it.level() == level)), [7, 15, 5]);
    assert_eq!([Origin::Of2003, Origin::Of2007].map(|origin| count(|it| it.origin() == origin)), [20, 7]);
    assert_eq!(Category::ALL.map(|category| count(|it| it.category() == Some(category))), [4, 2, 6, 6, 4]);
}

#[test]
fn the_senior_ones_alone_have_no_category() {
    assert!(Qualification::ALL.iter().all(|it| (it.level() == Level::Senior) == it.category().is_none()));
}

/// The list of 2003, and what the notice of 2007 added.
#[test]
fn the_seven_of_2007() {
    let added: Vec<&str> =
        Qualification::ALL.into_iter().filter(|it| it.origin() == Origin::Of2007).map(Qualification::name).collect();
    assert_snapshot!(added.join(" "), @"网络规划设计师 系统规划与管理师 软件过程能力评估师 系统集成项目管理工程师 信息安全工程师 计算机硬件工程师 网页制作员");
}

#[test]
fn each_came_in_with_its_notice() {
    for it in Qualification::ALL {
        let first = match it.origin() {
            Origin::Of2003 => day!(2004, 1, 1),
            Origin::Of2007 => day!(2008, 1, 1),
        };
        assert!(it.existed_on(first) && !it.existed_on(first.pred_opt().unwrap()), "{it}");
    }
    assert_eq!(count(|it| it.existed_on(day!(2004, 12, 16))), 20);
    assert_eq!(count(|it| it.existed_on(day!(2007, 9, 14))), 20);
}

#[test]
fn names_and_aliases_find_one_qualification_each() {
    let mut names = Vec::new();
    for it in Qualification::ALL {
        for name in [it.name()].iter().chain(it.aliases()) {
            assert_eq!(Qualification::find(name), Some(it));
            assert_eq!(name.parse(), Ok(it));
            names.push(*name);
        }
        names.push(it.in_words(Language::En));
    }
    names.sort_unstable();
    assert!(names.windows(2).all(|two| two[0] != two[1]), "a name is used twice");
    for (alias, name) in [
        ("系统分析员", "系统分析师"),
        ("高级程序员", "软件设计师"),
        ("初级程序员", "程序员"),
        ("程序员", "程序员"),
        ("网络制作员", "网页制作员"),
    ] {
        assert_eq!(Qualification::find(alias).unwrap().to_string(), name);
    }
}

#[test]
fn an_unknown_name_is_refused() {
    for name in ["", "程序", "程序员 ", "Programmer", "網絡工程師"] {
        assert_eq!(Qualification::find(name), None);
    }
    let error = "软件工程师".parse::<Qualification>().unwrap_err();
    assert_snapshot!(error, @"`软件工程师` is no qualification; expected one of the 27 Chinese names of the catalogue, such as `软件设计师`");
}
