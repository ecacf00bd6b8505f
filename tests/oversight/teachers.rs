//! 48.10.

use insta::assert_snapshot;
use ruankao::identity::Level;
use ruankao::oversight::{Title, may_teach, may_teach_class};
use ruankao::regulation::Force;
use ruankao::{Clause, Language};

const LEVELS: [(Level, Clause); 3] =
    [(Level::Senior, Clause::N48_10_1), (Level::Intermediate, Clause::N48_10_2), (Level::Junior, Clause::N48_10_3)];

// 48.10.1: 教授职称或高级专业技术职称
// 48.10.2: 副教授以上（含副教授）职称或高级专业技术职称
// 48.10.3: 讲师以上（含讲师）职称或中级以上（含中级）专业技术职称
#[test]
fn each_title_suits_the_levels_of_its_items() {
    let suited = Title::ALL.map(|title| LEVELS.map(|(level, _)| may_teach(level, title, true).is_qualified()));
    let (yes, no) = (true, false);
    let expected = [
        [yes, yes, yes], // professor
        [no, yes, yes],  // associate professor
        [no, no, yes],   // lecturer
        [no, no, no],    // assistant lecturer
        [yes, yes, yes], // senior professional
        [no, no, yes],   // intermediate professional
        [no, no, no],    // junior professional
    ];
    assert_eq!(suited, expected);
}

// 以及相应的专业技术水平
#[test]
fn competence_is_asked_for_besides_in_each_case() {
    for (level, clause) in LEVELS {
        for title in Title::ALL {
            let teacher = may_teach(level, title, false);
            assert!(!teacher.is_qualified());
            assert_eq!((teacher.clause(), clause.force()), (clause, Force::Should));
        }
    }
    assert_snapshot!(may_teach(Level::Junior, Title::AssistantLecturer, false).verdict(), @r"
    the teacher's title is lower than a class of that level should generally have (48.10.3)
    the teacher lacks the professional and technical competence that matches (48.10.3)
    ");
    let finding = may_teach(Level::Senior, Title::Lecturer, true).verdict().findings()[0];
    assert_snapshot!(finding.in_words(Language::Zh), @"教学人员的职称低于该级别培训一般应具备的职称（48.10.1）");
}

#[test]
fn the_highest_level_of_a_mixed_class_counts() {
    use Level::{Intermediate, Junior, Senior};
    for (class, highest) in [
        (vec![Junior], Junior),
        (vec![Junior, Intermediate], Intermediate),
        (vec![Senior, Junior], Senior),
        (vec![Intermediate, Senior, Junior], Senior),
    ] {
        for title in Title::ALL {
            assert_eq!(may_teach_class(class.clone(), title, true), Some(may_teach(highest, title, true)));
        }
    }
}
