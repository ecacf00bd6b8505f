//! Phases are exhaustive: whoever tells them apart has to say what each one means.

use ruankao::lifecycle::PhaseName;

fn may_be_engaged(phase: PhaseName) -> bool {
    match phase {
        PhaseName::NotSubject | PhaseName::Released | PhaseName::InForce | PhaseName::RegistrationDue => true,
        PhaseName::NotApproved | PhaseName::Cancelled | PhaseName::UnderAppeal | PhaseName::Lapsed => false,
        PhaseName::Filed | PhaseName::UnderReview | PhaseName::DeferralPending => true,
    }
}

fn main() {}
