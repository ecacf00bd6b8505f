//! The conditions of registration (47.4 to 47.6, 48.4).

use crate::education::cycle::Cycle;
use crate::education::earned::Earned;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::value::{Document, Subject};
use crate::finding::verdict::Verdict;
use crate::identity::body::{Named, Register};
use crate::registration::application::Application;
use crate::regulation::clause::Clause;
use chrono::NaiveDate;

/// Holds an application and the education of a cycle against the conditions of registration, as of `on`.
///
/// All that is missing is reported, in the order of the notices. Nothing is allocated where nothing is missing.
///
/// What is judged here rests on what is decided about a criminal record (it bars without limit of time) and about one
/// ledger for several certificates (it serves all of them).
#[must_use]
pub fn conditions(
    application: &Application,
    cycle: &Cycle<'_>,
    earned: &(impl Earned + ?Sized),
    on: NaiveDate,
) -> Verdict {
    let mut verdict = Verdict::default();
    examine(application, cycle, earned, on, &mut verdict);
    verdict
}

/// The same, with the findings put behind those that are there already.
pub(crate) fn examine(
    application: &Application,
    cycle: &Cycle<'_>,
    earned: &(impl Earned + ?Sized),
    on: NaiveDate,
    verdict: &mut Verdict,
) {
    examine_papers(application, cycle, &mut |finding| verdict.find(finding));
    cycle.findings(earned, on, |finding| verdict.find(finding));
}

/// The conditions that an application shows by itself, the hours aside.
pub(crate) fn examine_papers(application: &Application, cycle: &Cycle<'_>, find: &mut impl FnMut(Finding)) {
    // Hardly any lacks something.
    if *application != Application::COMPLETE {
        examine_incomplete(application, cycle, find);
    }
}

#[cold]
fn examine_incomplete(application: &Application, cycle: &Cycle<'_>, find: &mut impl FnMut(Finding)) {
    let mut require = |met: bool, code, clause| {
        if !met {
            find(Finding::new(code, clause));
        }
    };
    require(application.conduct_good, Code::Conduct, Clause::N47_4_2);
    require(application.no_criminal_record, Code::CriminalRecord, Clause::N47_4_2);
    require(application.fit_for_post, Code::Health, Clause::N47_4_3);
    require(application.employer_assessment_passed, Code::EmployerAssessment, Clause::N47_4_4);
    for document in Document::ALL {
        let asked = document != Document::EducationProof || !cycle.is_exempt();
        if asked && !application.documents.contains(document) {
            find(Finding::new(Code::DocumentMissing, Clause::N47_6).about(Subject::Document(document)));
        }
    }
    if !application.fee_paid {
        find(Finding::new(Code::FeeUnpaid, Clause::N47_6));
    }
}

/// 47.2, 47.3, 47.7: the act is that of an agency that is approved on its day. Without a list of agencies none need be
/// named.
pub(crate) fn examine_agency(
    agency: Named,
    on: NaiveDate,
    agencies: Option<&Register>,
    clause: Clause,
    scrutiny: &mut impl Scrutiny,
) -> Result<(), Fault> {
    scrutiny.look(|| {
        let code = match agency {
            Named::Nobody => Code::AgencyMissing,
            Named::Unlisted | Named::Listed(_) => Code::AgencyNotApproved,
        };
        agencies.filter(|agencies| !agencies.may(agency, on)).map(|_| Finding::new(code, clause))
    })
}
