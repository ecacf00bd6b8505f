//! Who has power over what.

use ruankao::duty::{Party, Task};
use ruankao::oversight::{Authority, BodyKind, Deed, Power};
use ruankao::regulation::Force;
use ruankao::{Clause, Language};

#[test]
fn every_authority_has_powers_and_every_power_its_words() {
    assert!(Authority::ALL.iter().all(|authority| authority.powers().next().is_some()));
    let of_each: usize = Authority::ALL.iter().map(|authority| authority.powers().count()).sum();
    assert_eq!(of_each, Power::ALL.len());
    for power in Power::ALL {
        assert!(power.in_words(Language::En).is_ascii() && !power.in_words(Language::Zh).is_ascii());
    }
    for authority in Authority::ALL {
        let clauses: Vec<Clause> = authority.powers().map(Power::clause).collect();
        assert!(clauses.is_sorted(), "{authority}");
    }
}

#[test]
fn the_names_are_those_of_the_notices() {
    for authority in Authority::ALL {
        let name = authority.in_words(Language::Zh);
        assert!(Clause::ALL.iter().any(|clause| clause.text_zh().contains(name)), "{name}");
    }
}

// 47.2, 47.11, 47.14, 48.3, 48.8, 48.12.
#[test]
fn powers_lie_where_the_notices_put_them() {
    for (power, authority, clause) in [
        (Power::ProposeAgencies, Authority::ProvincialAuthority, Clause::N47_2),
        (Power::ApproveAgencies, BodyKind::RegistrationAgency.decided_by(), Clause::N47_2),
        (Power::ReviewAgencies, BodyKind::RegistrationAgency.decided_by(), Clause::N47_14),
        (Power::DecideAppeals, Authority::Office, Clause::N47_11),
        (Power::PublishRegistrations, Authority::Centre, Clause::N47_12),
        (Power::VerifyFraud, Authority::ProvincialAuthority, Clause::N47_10_5),
        (Power::ConsentToExtension, Authority::ProvincialAuthority, Clause::N48_6_4),
        (Power::ReceiveInstitutions, Authority::RegistrationAgency, Clause::N48_8),
        (Power::ApproveInstitutions, BodyKind::TrainingInstitution.decided_by(), Clause::N48_8),
        (Power::FileInstitutions, Authority::Centre, Clause::N48_8),
        (Power::InspectInstitutions, BodyKind::TrainingInstitution.decided_by(), Clause::N48_12),
    ] {
        assert_eq!((power.authority(), power.clause()), (authority, clause), "{power}");
    }
    assert_eq!(
        Power::DecideAppeals.sentence(Language::En).to_string(),
        "the Office is to decide appeals against cancellations (47.11)"
    );
}

// 47.8, 47.11: whoever is asked decides.
#[test]
fn a_power_says_the_same_in_both_languages() {
    for (power, en, zh) in [
        (Power::DeferRegistrations, "receive and decide requests for deferral", "受理延期登记申请并作出决定"),
        (Power::DecideAppeals, "decide appeals against cancellations", "对注销登记的复议申请作出决定"),
    ] {
        assert_eq!((power.in_words(Language::En), power.in_words(Language::Zh)), (en, zh));
    }
    // What one language receives or decides, the other does too.
    for power in Power::ALL {
        let (en, zh) = (power.in_words(Language::En), power.in_words(Language::Zh));
        assert_eq!(en.contains("receive"), zh.contains("受理"), "{power:?}");
        assert_eq!(en.contains("decide"), zh.contains("决定"), "{power:?}");
    }
}

/// 负责 obliges (48.3, 48.7); 原则上 in 47.2 softens the number of agencies alone.
#[test]
fn a_power_has_the_force_of_its_sentence() {
    for power in Power::ALL {
        match power.clause() {
            Clause::N48_3 | Clause::N48_7 => assert_eq!(power.force(), Force::Must, "{power:?}"),
            _ => assert_ne!(power.force(), Force::Should, "{power:?}"),
        }
    }
    for (power, force) in [
        (Power::SuperviseAgencies, Force::Must),
        (Power::Register, Force::Must),
        (Power::DeferRegistrations, Force::May),
        (Power::ReceiveInstitutions, Force::May),
        (Power::MakeTheSeal, Force::States),
    ] {
        assert_eq!(power.force(), force, "{power:?}");
    }
}

fn has_power(authority: Authority, clause: Clause) -> bool {
    authority.powers().any(|power| power.clause() == clause)
}

/// Whoever moves a body has the power to; only applying takes none.
#[test]
fn every_move_of_a_body_is_in_somebodys_power() {
    for kind in BodyKind::ALL {
        for row in kind.transitions() {
            let (by, clause) = (kind.done_by(row.trigger), row.clause.unwrap());
            assert_eq!(has_power(by, clause), row.trigger != Deed::Applied, "{row:?}");
        }
    }
}

/// A duty is borne by somebody with power in the matter, or owed to somebody with it; what 47.13 asks of an agency is
/// owed to the public and is no power.
#[test]
fn every_duty_is_the_matter_of_one_with_power_in_it() {
    for task in Task::ALL {
        let addressee = match task.addressee() {
            Party::Authority(authority) => has_power(authority, task.clause()),
            Party::Public | Party::Holder => false,
        };
        let in_power = has_power(task.bearer(), task.clause()) || addressee;
        // 47.11 presupposes a publication and names nobody for it.
        let is_nobodys = [Clause::N47_13, Clause::N47_11].contains(&task.clause());
        assert_eq!(in_power, !is_nobodys, "{task}");
    }
    // What is filed or reported is received.
    for (task, power) in [
        (Task::ReportTalentPool, Power::CollectTalentPool),
        (Task::FileCancellation, Power::FileRevocations),
        (Task::FileInstitution, Power::FileInstitutions),
        (Task::FileWithdrawal, Power::FileWithdrawals),
    ] {
        assert_eq!((task.addressee(), task.clause()), (power.authority().into(), power.clause()), "{task}");
    }
}
