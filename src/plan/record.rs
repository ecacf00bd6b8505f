//! The plan itself.

use crate::finding::code::Code;
use crate::finding::record::Finding;
use crate::finding::scrutiny::Strict;
use crate::finding::verdict::Verdict;
use crate::lifecycle::act::Act;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::{Phase, Standing};
use crate::lifecycle::term::Term;
use crate::plan::course::{Bar, Course, registering, valid_until};
use crate::plan::milestone::{Milestone, milestones};
use crate::plan::relief::{Relief, relief};
use crate::plan::study::Studies;
use crate::plan::warning::{Warning, warnings};
use crate::registration::application::{Application, Documents, Registration};
use crate::registration::conditions::conditions;
use alloc::vec;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What the holder of a certificate can do as of a day.
///
/// It rests on what is dated up to that day alone. Where something is pending it says which decision it assumes, made
/// that very day.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::lifecycle::Context;
/// use ruankao::plan::Course;
/// use ruankao::regulation::Regulation;
/// use ruankao::{Act, History, Hours, Plan};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let regulation = Regulation::default();
/// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
/// let plan = |on| history.as_of(on, Context::new(&regulation)).map(|as_of| Plan::new(&as_of, None));
///
/// let early = plan(day(2005, 6, 1))?;
/// let Course::Register(registering) = &early.course else { panic!() };
/// // 40 hours a year and 60 besides, to be earned before an application that the window admits.
/// assert_eq!(registering.apply.first(), day(2007, 12, 10));
/// assert_eq!(early.studies.least(), Hours::whole(180));
///
/// // The first year is over and nothing was earned in it.
/// assert!(matches!(plan(day(2006, 6, 1))?.course, Course::Barred(_)));
/// # Ok::<(), ruankao::finding::EventFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day it is made as of.
    pub on: NaiveDate,
    /// The standing on that day.
    pub standing: Standing,
    /// The days that come by themselves, in order.
    pub milestones: Vec<Milestone>,
    /// Where something is pending: the decision that the rest assumes.
    pub assumed: Option<Assumed>,
    /// The least study that is still needed.
    pub studies: Studies,
    /// The papers and conditions that are still missing: of the draft, or all of them where there is none.
    pub papers: Vec<Finding>,
    /// What the holder can do.
    pub course: Course,
    /// What else is open on the day.
    pub relief: Relief,
    /// What is easily overlooked.
    pub warnings: Vec<Warning>,
}

/// The decision on what is pending that a plan assumes, made on the day of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assumed {
    /// The application is refused: it does not meet the conditions.
    ApplicationRefused {
        /// The day of its acceptance.
        accepted_on: NaiveDate,
    },
    /// The deferral is refused, which is the worse case.
    DeferralRefused {
        /// The day of the request.
        requested_on: NaiveDate,
    },
    /// The deferral is granted: the certificate would lapse otherwise.
    DeferralGranted {
        /// The day of the request.
        requested_on: NaiveDate,
    },
}

/// With nothing shown yet, all has to be.
const BLANK: Application = Application {
    conduct_good: false,
    no_criminal_record: false,
    fit_for_post: false,
    employer_assessment_passed: false,
    documents: Documents::NONE,
    fee_paid: false,
};

impl Plan {
    /// The plan for a certificate as of a day; with a draft of the application, what that draft still lacks.
    #[must_use]
    pub fn new(as_of: &AsOf<'_>, draft: Option<&Application>) -> Self {
        let standing = as_of.standing();
        let course = match (standing.phase, as_of.certificate()) {
            (Phase::NotApproved, _) => Course::AwaitApproval,
            (Phase::NotSubject, _) => Course::NothingToDo,
            (Phase::Lapsed { .. }, _) | (_, Certificate::Upheld(_)) => Course::Nothing,
            (_, Certificate::UnderAppeal(state)) => Course::AwaitAppeal { filed_on: state.filed_on() },
            (_, Certificate::Cancelled(_)) => Course::AwaitPublication,
            (Phase::Cancelled { appealable_until, .. }, _) => {
                appealable_until.map_or(Course::Nothing, |by| Course::Appeal { by })
            }
            _ => return Self::of_term(as_of, standing, draft),
        };
        let (on, milestones) = (as_of.on(), milestones(as_of, false));
        let (studies, relief) = (Studies::default(), Relief::default());
        let (papers, warnings) = (Vec::new(), Vec::new());
        Self { on, standing, milestones, assumed: None, studies, papers, course, relief, warnings }
    }

    /// The plan for a certificate whose term runs.
    fn of_term(as_of: &AsOf<'_>, standing: Standing, draft: Option<&Application>) -> Self {
        let (on, context) = (as_of.on(), as_of.context());
        let mut plan = Self {
            on,
            standing,
            milestones: milestones(as_of, true),
            assumed: None,
            studies: Studies::default(),
            papers: Vec::new(),
            course: Course::Nothing,
            relief: relief(as_of),
            warnings: Vec::new(),
        };
        let (assumed, decision, pending) = match as_of.certificate() {
            Certificate::UnderReview(state)
                if state.conditions(on, &Registration::default(), context.facts).is_met() =>
            {
                plan.course = match valid_until(as_of, on) {
                    Ok(_) => Course::AwaitRegistration { accepted_on: state.accepted_on() },
                    Err(fault) => Course::Barred(vec![Bar::Refused(fault)]),
                };
                plan.warnings = warnings(as_of, &plan.course, &plan.relief);
                return plan;
            }
            Certificate::UnderReview(state) => {
                let assumed = Assumed::ApplicationRefused { accepted_on: state.accepted_on() };
                (Some(assumed), Some(Act::Refused), Some(*state.application()))
            }
            Certificate::DeferralPending(state) => {
                let requested_on = state.requested_on();
                if on <= state.term().deadline() {
                    (Some(Assumed::DeferralRefused { requested_on }), Some(Act::DeferralRefused), None)
                } else {
                    (Some(Assumed::DeferralGranted { requested_on }), Some(Act::DeferralGranted), None)
                }
            }
            _ => (None, None, None),
        };
        plan.assumed = assumed;
        let certificate = *as_of.certificate();
        let decided = match decision {
            Some(act) => certificate.step(&act.on(on), context.facts, &mut Strict),
            None => Ok(certificate),
        };
        plan.course = match decided.as_ref().map(Certificate::term) {
            Ok(Some(&term)) if matches!(decided, Ok(Certificate::Running(_))) => {
                let draft = draft.copied().or(pending);
                plan.studies =
                    Studies::needed(&term.cycle(context.regulation()), context.credits(), on, term.deadline());
                plan.papers = missing_papers(as_of, &term, &draft.unwrap_or(BLANK));
                let drafted = draft.is_some();
                decided.map_or(Course::Nothing, |decided| {
                    let decided = AsOf::new(decided, on, *context);
                    registering(&decided, &term, &plan.studies, &plan.papers, drafted)
                })
            }
            Err(fault) => Course::Barred(vec![Bar::Refused(fault.clone())]),
            _ => Course::Barred(vec![Bar::Lapses]),
        };
        plan.warnings = warnings(as_of, &plan.course, &plan.relief);
        plan
    }
}

/// What the application lacks, the education aside.
fn missing_papers(as_of: &AsOf<'_>, term: &Term, application: &Application) -> Vec<Finding> {
    let context = as_of.context();
    let verdict: Verdict = conditions(application, &term.cycle(context.regulation()), context.credits(), as_of.on());
    let is_paper = |finding: &Finding| !matches!(finding.code(), Code::EducationTotal | Code::EducationYear);
    verdict.into_findings().into_iter().filter(is_paper).collect()
}
